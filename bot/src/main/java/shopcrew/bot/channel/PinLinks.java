package shopcrew.bot.channel;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Where a chat would show which keys were pressed, the keypad stands on a page of ours instead:
// its
/// link is for one keypad and a few minutes.
public final class PinLinks {
  private static final Duration OPEN = Duration.ofMinutes(3);
  private static final int BYTES = 18;
  private static final int MOST = 200;

  private final String page;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Pad> open = new ConcurrentHashMap<>();
  private final Bundle words = new Bundle("channel");

  /// A keypad that waits for its keys.
  public record Pad(Conversation conversation, Line line, Instant until) {}

  /// @param address of our pages as a phone reaches them, or empty if it cannot
  public PinLinks(String address, InstantSource clock) {
    this.page = address.isEmpty() ? "" : address + "/pin#";
    this.clock = clock;
  }

  /// The line with a link in the place of its keys.
  public Reply linked(Conversation to, Line line) {
    if (page.isEmpty()) {
      return Reply.words(line.text() + "\n" + words.say(to.language(), "pin.elsewhere"));
    }
    Instant now = clock.instant();
    open.values().removeIf(pad -> now.isAfter(pad.until()));
    if (open.size() >= MOST) {
      return Reply.words(line.text() + "\n" + words.say(to.language(), "pin.elsewhere"));
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    open.put(code, new Pad(to, line, now.plus(OPEN)));
    var link = new Reply.Link(words.say(to.language(), "pin.open"), page + code);
    return Reply.words(line.text()).with(link);
  }

  public Optional<Pad> find(String code) {
    return Optional.ofNullable(open.get(code)).filter(pad -> clock.instant().isBefore(pad.until()));
  }
}
