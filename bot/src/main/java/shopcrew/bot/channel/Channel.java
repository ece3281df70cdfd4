package shopcrew.bot.channel;

import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// A way to a person: web chat, terminal, and later Telegram and WhatsApp.
public interface Channel {
  /// What became of a line that was sent.
  enum Delivery {
    /// The channel has taken it.
    SENT,
    /// Nothing left; it is safe to try again.
    LATER,
    /// It may have arrived: it is never sent again by itself.
    MAYBE,
    /// The channel will never take it: blocked, gone, too old.
    REFUSED
  }

  /// As it stands in `conversations.channel`.
  String name();

  Delivery send(Conversation to, Line line);
}
