package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;

/// A clock that only the story moves. It begins on a Friday, 20 November 2026, at 9:40 in Shanghai.
public final class StoryTime implements InstantSource {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  public static final Instant FRIDAY_MORNING =
      LocalDateTime.of(2026, 11, 20, 9, 40).atZone(SHANGHAI).toInstant();

  private final Consumer<Duration> moved;
  private volatile Instant now = FRIDAY_MORNING;

  StoryTime(Consumer<Duration> moved) {
    this.moved = moved;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves on, and the shop does what has become due.
  public void passes(Duration duration) {
    now = now.plus(duration);
    moved.accept(duration);
  }

  /// Up to that moment of the shop's own day.
  public void comesTo(String local) {
    passes(Duration.between(now, LocalDateTime.parse(local).atZone(SHANGHAI).toInstant()));
  }

  /// Goes on while nobody is there to see it.
  public void goesBy(Duration duration) {
    now = now.plus(duration);
  }
}
