package shopcrew.bot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that starts when the demo's day starts, runs at its usual pace, and can be moved on.
public final class DemoClock implements InstantSource {
  private final InstantSource pace;
  private final Instant began;
  private final AtomicReference<Instant> start;

  public DemoClock(Instant start, InstantSource pace) {
    this.start = new AtomicReference<>(start);
    this.pace = pace;
    this.began = pace.instant();
  }

  @Override
  public Instant instant() {
    return start.get().plus(Duration.between(began, pace.instant()));
  }

  /// Only forward.
  public void moveOn(Duration by) {
    if (by.isNegative()) throw new IllegalArgumentException("time does not go back");
    start.updateAndGet(instant -> instant.plus(by));
  }
}
