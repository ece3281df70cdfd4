/// How the owners want the team to write: heard, kept in every line to a customer, shown and taken
/// back.
@NullMarked
package shopcrew.bot.style;

import org.jspecify.annotations.NullMarked;
