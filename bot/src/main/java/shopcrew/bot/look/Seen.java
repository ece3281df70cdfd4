package shopcrew.bot.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a look found.
public sealed interface Seen<T> {
  /// @param at the time by the other side's clock, if it told
  record Good<T>(T what, @Nullable Instant at) implements Seen<T> {}

  /// The other side answered, and not as it should.
  ///
  /// @param why the end of a key of the words that say what to do
  /// @param detail what the other side said of it, shortened
  record Wrong<T>(String why, String detail) implements Seen<T> {}

  /// Nobody answered.
  ///
  /// @param why `host`, `refused`, `slow`, `tls` or `line`
  record Unreached<T>(String why) implements Seen<T> {}
}
