/// What may stand in a log.
@NullMarked
package shopcrew.bot.log;

import org.jspecify.annotations.NullMarked;
