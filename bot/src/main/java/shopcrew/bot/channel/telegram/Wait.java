package shopcrew.bot.channel.telegram;

import java.time.Duration;

/// How time is let pass; a test's does not take any.
@FunctionalInterface
public interface Wait {
  void pass(Duration time) throws InterruptedException;
}
