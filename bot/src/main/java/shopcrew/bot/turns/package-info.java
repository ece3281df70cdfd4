/// How an answer came about: kept with it, looked into afterwards, added up.
@NullMarked
package shopcrew.bot.turns;

import org.jspecify.annotations.NullMarked;
