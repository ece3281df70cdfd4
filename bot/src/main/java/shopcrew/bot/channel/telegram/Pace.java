package shopcrew.bot.channel.telegram;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Says when the next message may leave: by the rates, and by what Telegram told when it was too
/// fast. It never waits itself.
final class Pace {
  private static final int MANY_CHATS = 10_000;
  private static final int ALL_ARE_REFUSED = 3;
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

  private final Rates rates;
  private final InstantSource clock;
  private final TimeMeter meter;
  private final Bucket all;
  private final Map<String, Bucket> chats = new ConcurrentHashMap<>();
  private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Map<String, Instant> inARow = new ConcurrentHashMap<>();
  private volatile Instant botPause = Instant.MIN;

  Pace(Rates rates, InstantSource clock) {
    this.rates = rates;
    this.clock = clock;
    this.meter = new Meter(clock);
    int burst = Math.max(1, rates.overall() / 6);
    this.all = bucket(burst, Math.max(1, rates.overall() - burst), Duration.ofSeconds(1));
  }

  /// Zero if a message may leave to that chat now, which counts it; else how long to wait.
  Duration next(String chat) {
    Instant now = clock.instant();
    Instant pause = pauses.getOrDefault(chat, Instant.MIN);
    Instant until = pause.isAfter(botPause) ? pause : botPause;
    if (until.isAfter(now)) return Duration.between(now, until);
    pauses.remove(chat, pause);
    if (chats.size() > MANY_CHATS) chats.entrySet().removeIf(this::isFull);
    Bucket own = chats.computeIfAbsent(chat, this::ofChat);
    ConsumptionProbe mine = own.tryConsumeAndReturnRemaining(1);
    if (!mine.isConsumed()) return Duration.ofNanos(mine.getNanosToWaitForRefill());
    ConsumptionProbe ours = all.tryConsumeAndReturnRemaining(1);
    if (ours.isConsumed()) return Duration.ZERO;
    own.addTokens(1);
    return Duration.ofNanos(ours.getNanosToWaitForRefill());
  }

  /// Telegram does not say whether the chat or the whole bot is too fast. The chat pauses; if
  /// several chats hear it with no message taken in between, all of them do.
  void tooFast(String chat, Duration after) {
    Instant until = clock.instant().plus(after);
    pauses.put(chat, until);
    inARow.put(chat, until);
    if (inARow.size() >= ALL_ARE_REFUSED && until.isAfter(botPause)) botPause = until;
  }

  void taken(String chat) {
    if (!failures.isEmpty()) failures.remove(chat);
    if (!inARow.isEmpty()) inARow.clear();
  }

  /// How long to wait after a failure there: longer each time, until one is taken.
  Duration afterFailure(String chat) {
    int times = failures.merge(chat, 1, Integer::sum);
    var doubled = Duration.ofSeconds(1L << Math.min(times - 1, 6));
    return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
  }

  private Bucket ofChat(String chat) {
    int burst = burst(chat);
    if (isGroup(chat)) {
      // A burst and what is refilled make no more than the rate in any minute.
      return bucket(burst, Math.max(1, rates.perGroup() - burst), Duration.ofMinutes(1));
    }
    return bucket(burst, rates.perChat(), Duration.ofSeconds(1));
  }

  private int burst(String chat) {
    return isGroup(chat) ? Math.max(1, rates.perGroup() / 4) : 3 * rates.perChat();
  }

  private static boolean isGroup(String chat) {
    return chat.startsWith("-");
  }

  private boolean isFull(Map.Entry<String, Bucket> chat) {
    return chat.getValue().getAvailableTokens() >= burst(chat.getKey());
  }

  private Bucket bucket(long burst, long refill, Duration period) {
    return Bucket.builder()
        .withCustomTimePrecision(meter)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
        .build();
  }

  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
