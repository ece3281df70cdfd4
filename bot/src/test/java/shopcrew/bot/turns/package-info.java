@NullMarked
package shopcrew.bot.turns;

import org.jspecify.annotations.NullMarked;
