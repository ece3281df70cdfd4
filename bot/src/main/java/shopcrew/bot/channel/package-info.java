/// The ways in and out. A channel only translates: what arrives becomes a message for the router,
/// what is to be said becomes the channel's own form.
@NullMarked
package shopcrew.bot.channel;

import org.jspecify.annotations.NullMarked;
