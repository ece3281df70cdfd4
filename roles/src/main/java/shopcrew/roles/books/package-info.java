/// The shop's books as the owners' roles read them: what day the books are at, which product or
/// customer somebody means, how long the stock lasts, and how figures are said.
@NullMarked
package shopcrew.roles.books;

import org.jspecify.annotations.NullMarked;
