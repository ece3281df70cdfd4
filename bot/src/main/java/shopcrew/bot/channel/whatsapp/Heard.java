package shopcrew.bot.channel.whatsapp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a customer was heard last. It decides what may be said and what it costs.
///
/// @param last anything from the customer: a message, a tap
/// @param byAd the last time that the customer came by an ad that opens a chat, or null
public record Heard(Instant last, @Nullable Instant byAd) {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration AD_WINDOW = Duration.ofHours(72);

  /// Whether we may write freely. Should the platform see it otherwise, it says so and nothing is
  // sent.
  boolean open(Instant now) {
    return now.isBefore(last.plus(WINDOW)) || free(now);
  }

  /// After an ad nothing is charged for three days.
  boolean free(Instant now) {
    return byAd != null && now.isBefore(byAd.plus(AD_WINDOW));
  }
}
