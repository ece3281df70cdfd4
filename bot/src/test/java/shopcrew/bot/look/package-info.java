@NullMarked
package shopcrew.bot.look;

import org.jspecify.annotations.NullMarked;
