package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Several short messages in a row are one thing that is said: they wait until it is quiet for a
/// moment. Used inside a conversation's lane only; after a stop everything is taken up anew.
final class Bursts {
  /// However fast somebody types, the first message waits no longer than that many moments.
  private static final int MOST = 5;

  private final InstantSource clock;
  private final Duration quiet;
  private final Map<String, Burst> open = new ConcurrentHashMap<>();

  /// @param since when the first came
  private record Burst(Instant since, Instant last, List<Long> messages) {}

  Bursts(InstantSource clock, Duration quiet) {
    this.clock = clock;
    this.quiet = quiet;
  }

  /// Whether messages wait at all.
  boolean waits(String conversation, long message) {
    if (quiet.isZero()) return false;
    Instant now = clock.instant();
    open.compute(
        conversation,
        (id, burst) -> {
          var all = new ArrayList<>(burst == null ? List.<Long>of() : burst.messages());
          all.add(message);
          return new Burst(burst == null ? now : burst.since(), now, all);
        });
    return true;
  }

  /// How long it has to stay quiet yet; zero when the words can be answered.
  Duration left(String conversation) {
    Burst burst = open.get(conversation);
    if (burst == null) return Duration.ZERO;
    Instant end = burst.last().plus(quiet);
    Instant latest = burst.since().plus(quiet.multipliedBy(MOST));
    Duration left = Duration.between(clock.instant(), end.isBefore(latest) ? end : latest);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// What waited, in its order.
  List<Long> ended(String conversation) {
    Burst burst = open.remove(conversation);
    return burst == null ? List.of() : burst.messages();
  }
}
