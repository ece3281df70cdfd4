package shopcrew.bot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// How the shop behaves in a chat.
///
/// @param burst how long it is quiet before several short messages are read as one; zero reads each
/// @param handBack after how much quiet the team answers again where a person had taken over
/// @param later how something is done after a while
/// @param keep how long what was said and sent is kept
public record Manners(Duration burst, Duration handBack, Later later, Keep keep) {
  /// Each message by itself, and nothing by itself after a while: the next round looks again.
  public static final Manners PLAIN =
      new Manners(Duration.ZERO, Duration.ofHours(2), (after, work) -> {});

  public Manners(Duration burst, Duration handBack, Later later) {
    this(burst, handBack, later, new Keep(0, 0));
  }

  /// In days; 0 is for ever.
  public record Keep(int messages, int media) {}

  /// Does something after a while.
  public interface Later {
    void after(Duration wait, Runnable work);

    static Later on(Executor executor) {
      return (wait, work) ->
          CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
              .execute(work);
    }
  }
}
