/// What owners and customers type, read the same way every time: amounts, percents, counts,
// periods,
/// dates, the language, and product names with a typo in them. Pure functions; nothing here knows a
/// shop.
@NullMarked
package shopcrew.roles.words;

import org.jspecify.annotations.NullMarked;
