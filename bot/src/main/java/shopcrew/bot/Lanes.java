package shopcrew.bot;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One message of a conversation at a time, many conversations at once.
final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
  private final Executor executor;
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

  /// @param executor where the work is done; a direct one works everything off at once
  Lanes(Executor executor) {
    this.executor = executor;
  }

  void add(String conversation, Runnable work) {
    synchronized (lanes) {
      Queue<Runnable> lane = lanes.get(conversation);
      if (lane != null) {
        lane.add(work);
        return;
      }
      lane = new ArrayDeque<>();
      lane.add(work);
      lanes.put(conversation, lane);
    }
    try {
      executor.execute(() -> run(conversation));
    } catch (RejectedExecutionException e) {
      // The shop is closing; what is left is taken up from the store when it opens again.
      synchronized (lanes) {
        lanes.remove(conversation);
      }
    }
  }

  private void run(String conversation) {
    while (true) {
      Runnable work;
      synchronized (lanes) {
        Queue<Runnable> lane = lanes.get(conversation);
        work = lane == null ? null : lane.poll();
        if (work == null) {
          lanes.remove(conversation);
          return;
        }
      }
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        // One message that fails must not keep the ones behind it waiting for ever.
        LOG.error("Work in {} failed", conversation, e);
      }
    }
  }
}
