package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often a platform is asked about the same thing: at its pace, and less and less often, down
// to
/// about an hour at a pace of a minute, while it stays as it is. What lies on our own machine is
/// asked at once.
final class Rounds {
  private static final int MOST_DOUBLINGS = 6;

  private record Round(Instant next, int times) {}

  private final GateClock clock;
  private final Map<String, Round> rounds = new HashMap<>();

  Rounds(GateClock clock) {
    this.clock = clock;
  }

  boolean due(Intent intent, Provider port) {
    Duration pace = port.traits().pace();
    if (pace.isZero()) return true;
    Instant now = clock.look();
    String key = intent.id() + "/" + intent.state();
    Round last = rounds.get(key);
    if (last != null && now.isBefore(last.next())) return false;
    int times = last == null ? 0 : Math.min(MOST_DOUBLINGS, last.times() + 1);
    rounds.put(key, new Round(now.plus(pace.multipliedBy(1L << times)), times));
    return true;
  }
}
