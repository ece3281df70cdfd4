package shopcrew.bot.channel;

import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// A way to a person: web chat, terminal, Telegram, WhatsApp.
public interface Channel {
  /// As it stands in `conversations.channel`.
  String name();

  /// Says a line. Lines of one conversation come one after the other, many conversations at once.
  ///
  /// @param from how many of its pieces the channel has taken before
  Delivery send(Conversation to, Line line, int from);

  /// What the rest of it will cost at most, known before it is sent.
  default Cost cost(Conversation to, Line line, int from) {
    return new Cost.Known(0);
  }

  /// What it costs to say something.
  sealed interface Cost {
    /// @param millionths of the unit of the shop's currency
    record Known(long millionths) implements Cost {}

    /// Then it is not said.
    record Unknown(String why) implements Cost {}
  }

  /// Whether the platform lets us write there now without being asked.
  default boolean mayWrite(Conversation to) {
    return true;
  }

  /// Whether the same line, said twice, is seen once: then nothing need be known of its way.
  default boolean seenOnce() {
    return false;
  }

  /// Puts something else in the place of what was said, without its choices. False: it stays.
  default boolean amend(Conversation to, String id, Reply reply) {
    return false;
  }

  /// How large a file it brings to anybody of the shop at any time for nothing, in bytes; 0: none.
  default long largestFile() {
    return 0;
  }

  /// The bytes behind an [Arrival.Medium].
  default Fetched fetch(String file) {
    return new Fetched.Never("unknown");
  }
}
