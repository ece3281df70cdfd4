/// How settings are read: one file, and the environment over it.
@NullMarked
package shopcrew.bot.config;

import org.jspecify.annotations.NullMarked;
