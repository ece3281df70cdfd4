package shopcrew.bot.channel.telegram;

import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/// Waits longer after each failure of the polling. The library would sleep by the machine's clock,
/// so it is told to wait no time and we let the time pass here.
final class Patience implements BackOff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Wait wait;
  private final Runnable failed;
  private Duration next = FIRST;

  /// @param failed told of each failure, before the time passes
  Patience(Wait wait, Runnable failed) {
    this.wait = wait;
    this.failed = failed;
  }

  @Override
  public void reset() {
    next = FIRST;
  }

  @Override
  public long nextBackOffMillis() {
    failed.run();
    await();
    return 0;
  }

  /// False if somebody wants the thread to end.
  boolean await() {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
    try {
      wait.pass(now);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
