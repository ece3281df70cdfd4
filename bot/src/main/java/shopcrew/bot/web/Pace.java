package shopcrew.bot.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;

/// How fast one sender may send: at most so many in any stretch of that length.
final class Pace {
  private static final int MOST_SENDERS = 10_000;

  private final int most;
  private final long stretch;
  private final LongSupplier nanos;
  private final Map<String, Queue<Long>> bySender = new LinkedHashMap<>(16, 0.75f, true);

  /// @param nanos a clock that only ever goes forward, such as `System::nanoTime`
  Pace(int most, Duration stretch, LongSupplier nanos) {
    this.most = most;
    this.stretch = stretch.toNanos();
    this.nanos = nanos;
  }

  synchronized void check(String sender) {
    long now = nanos.getAsLong();
    Queue<Long> recent = bySender.computeIfAbsent(sender, key -> new ArrayDeque<>());
    for (Long at = recent.peek(); at != null && now - at >= stretch; at = recent.peek()) {
      recent.remove();
    }
    if (recent.size() >= most) throw new Refusal(429, "error.many");
    recent.add(now);
    forgetTheQuietest();
  }

  private void forgetTheQuietest() {
    if (bySender.size() <= MOST_SENDERS) return;
    Iterator<String> quietest = bySender.keySet().iterator();
    quietest.next();
    quietest.remove();
  }
}
