/// What can be typed after `./shopcrew`.
@NullMarked
package shopcrew.bot.command;

import org.jspecify.annotations.NullMarked;
