/// A practice ad platform with a book of its own: everything about an ad but the money is real.
@NullMarked
package shopcrew.bot.sandbox;

import org.jspecify.annotations.NullMarked;
