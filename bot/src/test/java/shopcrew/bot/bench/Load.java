package shopcrew.bot.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How messages come to a platform.
sealed interface Load {
  /// So many chats, each of which asks again as soon as it is answered.
  record Closed(int chats, Duration time) implements Load {}

  /// So many messages in a second, whether answered or not, from chats that take turns.
  record Open(int aSecond, int chats, Duration time) implements Load {}

  /// So many chats with one message each, all at once.
  record Wave(int chats) implements Load {}

  /// Brings all of it; returns when the last is brought.
  ///
  /// @param first the first chat's number
  static void bring(Load load, Asking asking, long first) {
    switch (load) {
      case Closed(int chats, Duration time) -> {
        long end = System.nanoTime() + time.toNanos();
        asking.until(end);
        for (int i = 0; i < chats; i++) asking.asks(first + i, System.nanoTime());
        sleepUntil(end);
      }
      case Open(int aSecond, int chats, Duration time) -> {
        long start = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / aSecond;
        long count = time.toSeconds() * aSecond;
        for (long i = 0; i < count; i++) {
          long due = start + i * gap;
          sleepUntil(due);
          asking.asks(first + i % chats, due);
        }
      }
      case Wave(int chats) -> {
        long due = System.nanoTime();
        for (int i = 0; i < chats; i++) asking.asks(first + i, due);
      }
    }
  }

  private static void sleepUntil(long when) {
    for (long left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
