/// Pages for the demo, the shop's chat widget and the owner's phone, and the HTTP they talk to. It
/// only translates: what arrives becomes a message for the router, what was said becomes events.
@NullMarked
package shopcrew.bot.web;

import org.jspecify.annotations.NullMarked;
