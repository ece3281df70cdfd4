package shopcrew.bot.channel.whatsapp;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How fast may be sent: so many in a second for the number, so many in a row to one person. It
/// says how long to wait; it never waits.
public final class Pace {
  private static final int MOST_PAIRS = 20_000;

  private final Limit limit;
  private final TimeMeter time;
  private final Bucket number;
  private final Map<String, Bucket> pairs = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Long> paused = new LinkedHashMap<>(16, 0.75f, true);
  private long numberPaused;

  /// @param aSecond of the number: 80, or 20 when the phone app shares it
  /// @param inARow to one person
  /// @param again after how long one person may get one more
  public record Limit(int aSecond, int inARow, Duration again) {
    public static final Limit OF_THE_NUMBER = new Limit(80, 45, Duration.ofSeconds(6));
    public static final Limit SHARED_WITH_THE_PHONE = new Limit(20, 45, Duration.ofSeconds(6));
  }

  Pace(Limit limit, TimeMeter time) {
    this.limit = limit;
    this.time = time;
    this.number = bucket(limit.aSecond(), limit.aSecond(), Duration.ofSeconds(1));
    this.numberPaused = time.currentTimeNanos();
  }

  /// Takes one, or says how long to wait.
  synchronized Duration take(String address) {
    long now = time.currentTimeNanos();
    long wait = Math.max(numberPaused - now, paused.getOrDefault(address, now) - now);
    if (wait > 0) return Duration.ofNanos(wait);
    Bucket pair = pairs.computeIfAbsent(address, a -> bucket(limit.inARow(), 1, limit.again()));
    if (pairs.size() > MOST_PAIRS) pairs.remove(pairs.keySet().iterator().next());
    ConsumptionProbe one = pair.tryConsumeAndReturnRemaining(1);
    if (!one.isConsumed()) return Duration.ofNanos(one.getNanosToWaitForRefill());
    ConsumptionProbe all = number.tryConsumeAndReturnRemaining(1);
    if (all.isConsumed()) return Duration.ZERO;
    pair.addTokens(1);
    return Duration.ofNanos(all.getNanosToWaitForRefill());
  }

  /// The platform wants us to wait.
  synchronized void pause(Meaning meaning, String address) {
    long until = time.currentTimeNanos() + meaning.after().toNanos();
    switch (meaning.next()) {
      case NUMBER -> numberPaused = Math.max(numberPaused, until);
      case PAIR -> {
        paused.merge(address, until, Math::max);
        if (paused.size() > MOST_PAIRS) paused.remove(paused.keySet().iterator().next());
      }
      case LATER, NEVER -> {}
    }
  }

  private Bucket bucket(int capacity, int refill, Duration each) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(Bandwidth.builder().capacity(capacity).refillGreedy(refill, each).build())
        .build();
  }
}
