/// WhatsApp through Meta's Cloud API: a thin client of our own. Replies only: nothing in here can
/// send a template, which is what costs without a customer having written first (wall 8).
@NullMarked
package shopcrew.bot.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
