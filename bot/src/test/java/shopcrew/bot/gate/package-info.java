@NullMarked
package shopcrew.bot.gate;

import org.jspecify.annotations.NullMarked;
