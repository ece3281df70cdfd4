package shopcrew.bot.channel;

import java.time.Duration;

/// What became of a line that was sent.
public sealed interface Delivery {
  /// The channel has taken it.
  ///
  /// @param id the channel's own id of it, by which a tap or a later edit names it; empty where
  ///     there is none. Of several pieces, the one that carries the choices, else the last.
  /// @param numbered whether the choices are answered by their numbers
  record Sent(String id, boolean numbered) implements Delivery {
    public static final Sent PLAIN = new Sent("", false);
  }

  /// Nothing left of the rest; it is safe to try again after that time, which the channel makes
  /// longer each time if it is the channel that fails.
  ///
  /// @param done how many of its pieces the channel has taken, counted from the first
  record Later(Duration after, int done) implements Delivery {}

  /// It may have arrived: it is never sent again by itself.
  record Maybe() implements Delivery {}

  /// The channel will not take it.
  ///
  /// @param why the end of a key of the words that tell the owner what to do next:
  ///     `refused.blocked`, `refused.window`, `refused.gone`, …
  record Refused(String why) implements Delivery {}
}
