@NullMarked
package shopcrew.bot.config;

import org.jspecify.annotations.NullMarked;
