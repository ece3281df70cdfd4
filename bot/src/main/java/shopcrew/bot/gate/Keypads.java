package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Outbox.Button;

/// Keypads that are open. They live in memory alone: which key was pressed is written nowhere, and
/// after a restart a keypad is simply closed.
final class Keypads {
  static final String PREFIX = Tokens.PREFIX + "k.";
  static final String CANCEL = "x";
  static final String BACK = "<";
  static final Duration OPEN = Duration.ofMinutes(3);
  private static final int BYTES = 18;

  /// What the digits are for.
  enum Purpose {
    /// A step to a yes.
    STEP,
    /// The second time, after a night's sleep.
    AGAIN,
    RESUME,
    ATTEST,
    /// A new PIN, first the old one where there is one, then the new one twice.
    OLD,
    NEW,
    REPEAT,
    /// Somebody is taken out at once.
    REMOVE
  }

  /// @param note what else the purpose needs
  /// @param first the new PIN as it was pressed the first time
  record Session(
      Purpose purpose,
      String person,
      String conversation,
      @Nullable String intent,
      @Nullable String docHash,
      String note,
      long epoch,
      Instant expiresAt,
      StringBuilder pressed,
      String first) {}

  private final Map<String, Session> open = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /// A key that was pressed: whose pad it stands on, and what it means.
  record Key(Session session, String means) {}

  /// Opens one and closes an older one of the same person.
  synchronized List<Button> open(Session session, String cancel, String back) {
    close(session.person());
    open.put(session.person(), session);
    var buttons = new ArrayList<Button>();
    for (int digit = 1; digit <= 9; digit++) buttons.add(key(session, String.valueOf(digit), ""));
    buttons.add(key(session, CANCEL, cancel));
    buttons.add(key(session, "0", ""));
    buttons.add(key(session, BACK, back));
    return buttons;
  }

  private Button key(Session session, String means, String label) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keys.put(token, means);
    owners.put(token, session.person());
    return new Button(label.isEmpty() ? means : label, token);
  }

  /// The key of that person's own pad, in its own chat and in time.
  synchronized Optional<Key> pressed(
      String token, String person, String conversation, long epoch, Instant now) {
    String means = keys.get(token);
    Session session = open.get(person);
    if (means == null || session == null || !person.equals(owners.get(token))) {
      return Optional.empty();
    }
    if (!session.conversation().equals(conversation)
        || session.epoch() != epoch
        || !now.isBefore(session.expiresAt())) {
      return Optional.empty();
    }
    return Optional.of(new Key(session, means));
  }

  synchronized boolean stands(String token) {
    return keys.containsKey(token);
  }

  synchronized void close(String person) {
    open.remove(person);
    var gone = new HashMap<>(owners);
    gone.forEach(
        (token, owner) -> {
          if (!owner.equals(person)) return;
          owners.remove(token);
          keys.remove(token);
        });
  }
}
