package shopcrew.bot.channel.whatsapp;

import java.time.Duration;
import java.time.Instant;

/// When a customer was heard last. It decides what may be said and what it costs.
///
/// @param last anything from the customer: a message, a tap; long ago if never
/// @param freeUntil [#AFTER_AD] after the customer came by an ad that opens a chat; long ago if
///     never
public record Heard(Instant last, Instant freeUntil) {
  public static final Duration AFTER_AD = Duration.ofDays(3);
  private static final Duration WINDOW = Duration.ofHours(24);

  /// Whether we may write freely. Should the platform see it otherwise, it says so and nothing is
  /// sent.
  boolean open(Instant now) {
    return now.isBefore(last.plus(WINDOW)) || free(now);
  }

  /// After an ad nothing is charged for three days.
  boolean free(Instant now) {
    return now.isBefore(freeUntil);
  }
}
