/// The first ten minutes: settings asked for one by one, each looked at before it is kept.
@NullMarked
package shopcrew.bot.setup;

import org.jspecify.annotations.NullMarked;
