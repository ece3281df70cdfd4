package shopcrew.bot.channel.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrivals;

/// Stores what arrives as the shop does: a key once, a batch as a whole or not at all.
final class Notebook implements Arrivals {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Arrival> stored = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int batches;
  private int repeats;
  private int failures;
  private Runnable afterwards = () -> {};

  @Override
  public void take(List<Arrival> arrivals) {
    lock.lock();
    try {
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("the disk is full");
      }
      batches++;
      for (Arrival arrival : arrivals) {
        if (keys.add(arrival.address() + " " + arrival.key())) stored.add(arrival);
        else repeats++;
      }
      changed.signalAll();
      afterwards.run();
    } finally {
      lock.unlock();
    }
  }

  /// The next batches cannot be stored.
  void fails(int times) {
    lock.lock();
    try {
      failures = times;
    } finally {
      lock.unlock();
    }
  }

  /// What happens after a batch was stored, before anybody hears of it.
  void afterwards(Runnable what) {
    lock.lock();
    try {
      afterwards = what;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there are so many; what there is then.
  List<Arrival> has(int count) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(20);
      while (stored.size() < count && left > 0) left = changed.awaitNanos(left);
      return List.copyOf(stored);
    } finally {
      lock.unlock();
    }
  }

  List<String> words(int count) throws InterruptedException {
    return has(count).stream()
        .map(arrival -> arrival.body() instanceof Arrival.Words(String text) ? text : "?")
        .toList();
  }

  int repeats() {
    lock.lock();
    try {
      return repeats;
    } finally {
      lock.unlock();
    }
  }

  int batches() {
    lock.lock();
    try {
      return batches;
    } finally {
      lock.unlock();
    }
  }
}
