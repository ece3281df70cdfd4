package shopcrew.bot.channel.telegram;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Time that passes when the test turns the glass.
final class Hourglass implements Wait {
  private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();
  private final Semaphore turns = new Semaphore(0);

  @Override
  public void pass(Duration time) throws InterruptedException {
    begun.add(time);
    turns.acquire();
  }

  void turn() {
    turns.release();
  }

  /// The next wait that somebody begins; null if nobody does.
  @Nullable Duration begun() throws InterruptedException {
    return begun.poll(20, TimeUnit.SECONDS);
  }
}
