package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// What is to be done later, by the story's clock.
final class Waiting implements Manners.Later {
  private record Due(Instant at, Runnable work) {}

  private final InstantSource time;
  private final PriorityQueue<Due> all = new PriorityQueue<>(Comparator.comparing(Due::at));

  Waiting(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized void after(Duration wait, Runnable work) {
    all.add(new Due(time.instant().plus(wait), work));
  }

  void due(Instant now) {
    for (Runnable work : taken(now)) work.run();
  }

  synchronized void forget() {
    all.clear();
  }

  private synchronized List<Runnable> taken(Instant now) {
    var due = all.stream().filter(one -> !one.at().isAfter(now)).sorted(all.comparator()).toList();
    all.removeAll(due);
    return due.stream().map(Due::work).toList();
  }
}
