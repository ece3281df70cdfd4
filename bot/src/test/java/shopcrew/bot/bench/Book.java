package shopcrew.bot.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Every question with the time it was due, and every reply matched to it by the cup it names.
final class Book {
  private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final LongConsumer freed;
  private volatile @Nullable String oddest;

  /// @param freed told of the chat whose question was answered
  Book(LongConsumer freed) {
    this.freed = freed;
  }

  private static final class Asked {
    private final int ware;
    private final long due;
    private long answered;

    Asked(int ware, long due) {
      this.ware = ware;
      this.due = due;
    }
  }

  private static final class Chat {
    private final List<Asked> questions = new ArrayList<>();
    private int newest = -1;
  }

  /// What came of it all. Times are in milliseconds.
  ///
  /// @param disordered answered after a later question of the same chat
  /// @param wrong a reply that names no cup, or one that this chat never asked about
  /// @param oddest one of the wrong ones, to look at
  record Figures(
      int asked,
      int answered,
      int twice,
      int disordered,
      int wrong,
      double perSecond,
      double p50,
      double p95,
      double p99,
      double max,
      @Nullable String oddest) {}

  /// Writes the next question of that chat down; its cup.
  int asks(long chat, long due) {
    Chat in = chats.computeIfAbsent(chat, _ -> new Chat());
    synchronized (in) {
      int ware = Wares.ware(chat, in.questions.size());
      in.questions.add(new Asked(ware, due));
      asked.incrementAndGet();
      return ware;
    }
  }

  void replied(long chat, String text) {
    long now = System.nanoTime();
    Chat in = chats.get(chat);
    if (in == null) {
      odd("a chat that asked nothing: " + text);
      return;
    }
    int ware = Wares.named(text);
    synchronized (in) {
      boolean before = false;
      int found = -1;
      for (int i = 0; i < in.questions.size() && found < 0; i++) {
        Asked one = in.questions.get(i);
        if (one.ware != ware) continue;
        if (one.answered == 0) found = i;
        else before = true;
      }
      if (found < 0) {
        if (before) twice.incrementAndGet();
        else odd(text);
        return;
      }
      in.questions.get(found).answered = now;
      if (found < in.newest) late.incrementAndGet();
      in.newest = Math.max(in.newest, found);
    }
    answered.incrementAndGet();
    freed.accept(chat);
  }

  private void odd(String text) {
    wrong.incrementAndGet();
    oddest = text;
  }

  boolean complete() {
    return answered.get() == asked.get();
  }

  int missing() {
    return asked.get() - answered.get();
  }

  /// Whether that reply is one that is still missing.
  boolean misses(long chat, String text) {
    Chat in = chats.get(chat);
    if (in == null) return false;
    int ware = Wares.named(text);
    synchronized (in) {
      return in.questions.stream().anyMatch(one -> one.ware == ware && one.answered == 0);
    }
  }

  /// @param from the window in which replies are counted for the throughput, by System.nanoTime
  Figures figures(long from, long to) {
    var times = new ArrayList<Long>();
    int inWindow = 0;
    for (Chat in : chats.values()) {
      synchronized (in) {
        for (Asked one : in.questions) {
          if (one.answered == 0) continue;
          times.add(one.answered - one.due);
          if (one.answered >= from && one.answered <= to) inWindow++;
        }
      }
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Figures(
        asked.get(),
        answered.get(),
        twice.get(),
        late.get(),
        wrong.get(),
        inWindow / ((to - from) / 1e9),
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1),
        oddest);
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) return 0;
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElse(0) / 1e6;
  }
}
