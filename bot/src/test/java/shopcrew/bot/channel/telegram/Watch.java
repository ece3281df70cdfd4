package shopcrew.bot.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only the test moves.
final class Watch implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-20T01:40:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }
}
