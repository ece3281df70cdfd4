/// Telegram: a [Reply][shopcrew.bot.channel.Reply] becomes messages with buttons, an update becomes
/// arrivals. Nothing is sent twice by itself, and nothing is confirmed before it is stored.
@NullMarked
package shopcrew.bot.channel.telegram;

import org.jspecify.annotations.NullMarked;
