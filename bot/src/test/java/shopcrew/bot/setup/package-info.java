@NullMarked
package shopcrew.bot.setup;

import org.jspecify.annotations.NullMarked;
