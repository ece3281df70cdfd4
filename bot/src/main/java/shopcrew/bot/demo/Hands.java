package shopcrew.bot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The hands of the demo's clock. They move on step by step, so that what falls due on the way is
/// done in its time and in its order.
public final class Hands {
  /// How far they can be moved at a time.
  public enum Way {
    HOUR("plus-1h"),
    MORNING("next-morning"),
    DAY("plus-1d");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    public static Optional<Way> of(String word) {
      return Arrays.stream(values()).filter(way -> way.word.equals(word)).findFirst();
    }
  }

  private static final LocalTime MORNING = LocalTime.of(8, 31);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration FURTHEST = Duration.ofDays(60);

  private final Demo demo;
  private final Instant end;
  private final ReentrantLock one = new ReentrantLock();

  public Hands(Demo demo) {
    this.demo = demo;
    this.end = demo.clock().instant().plus(FURTHEST);
  }

  /// False if the demo's days are over.
  public boolean move(Way way) {
    one.lock();
    try {
      Instant now = demo.clock().instant();
      Instant to =
          switch (way) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case DAY -> now.plus(Duration.ofDays(1));
            case MORNING -> nextMorning(now.atZone(demo.shop().zone()));
          };
      if (to.isAfter(end)) return false;
      walk(to);
      return true;
    } finally {
      one.unlock();
    }
  }

  private void walk(Instant to) {
    for (Instant now = demo.clock().instant(); now.isBefore(to); now = demo.clock().instant()) {
      Duration left = Duration.between(now, to);
      demo.clock().moveOn(left.compareTo(STEP) < 0 ? left : STEP);
      demo.shop().tick();
    }
  }

  private static Instant nextMorning(ZonedDateTime now) {
    ZonedDateTime morning = now.with(MORNING);
    return (morning.isAfter(now) ? morning : morning.plusDays(1)).toInstant();
  }
}
