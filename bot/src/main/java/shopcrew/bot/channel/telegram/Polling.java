package shopcrew.bot.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.i18n.Bundle;

/// Asks Telegram for updates, one long question after the other, and watches that it goes on: the
/// library's polling can die without a word.
public final class Polling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final Account account;
  private final Intake intake;
  private final InstantSource clock;
  private final Wait wait;
  private final String language;
  private final Bundle words = new Bundle("telegram");
  private @Nullable Poll poll;
  private boolean closed;
  private volatile String trouble = "";

  /// @param language of what is said to who runs the shop
  public Polling(Account account, Intake intake, InstantSource clock, Wait wait, String language) {
    this.account = account;
    this.intake = intake;
    this.clock = clock;
    this.wait = wait;
    this.language = language;
  }

  /// Starts, unless it runs. What waits at Telegram comes first. It returns at once; a network that
  /// is down is tried again.
  public synchronized void start() {
    if (poll == null && !closed) poll = begin(false);
  }

  /// Starts a polling that has died, or from which nothing was heard for too long, again. Nothing
  // is
  /// lost: what was not confirmed comes again, and what comes again is known by its key.
  public synchronized void look() {
    Poll now = poll;
    if (now == null || closed) return;
    boolean silent = !now.isBusy() && now.heard().plus(SILENCE).isBefore(clock.instant());
    if (!silent && !now.isDead()) return;
    LOG.warn("{}", words.say(language, "polling.silent"));
    now.close();
    poll = begin(true);
  }

  /// Why nothing arrives: `conflict`, `token`, `unreachable`, or empty.
  public String trouble() {
    return trouble;
  }

  private Poll begin(boolean again) {
    return new Poll(account, intake, clock, wait, this::heard, again);
  }

  /// Says the same trouble once, not at every try.
  private void heard(String now) {
    if (!now.isEmpty() && !now.equals(trouble)) {
      LOG.error("{}", words.say(language, "polling." + now));
    }
    trouble = now;
  }

  /// Nothing is taken any more once this returns.
  @Override
  public synchronized void close() {
    closed = true;
    if (poll != null) poll.close();
    poll = null;
  }
}
