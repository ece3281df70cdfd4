package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;

/// A phone's platform from which nothing comes any more: the owners hear of it once, on their other
/// chats, and once more when it works again. A short break is nobody's business.
final class Outage {
  private static final Duration SHORT = Duration.ofMinutes(5);
  /// Two who take each other's messages get through now and then.
  private static final Duration SURE = Duration.ofMinutes(2);
  /// Only what comes in is in trouble: what is said there still arrives.
  private static final Set<String> ONE_WAY = Set.of("conflict");

  private final String channel;
  private final InstantSource clock;
  private final Bundle words = new Bundle("telegram");
  private @Nullable Instant since;
  private Instant last = Instant.EPOCH;
  private boolean told;

  /// @param channel whose trouble it is
  Outage(String channel, InstantSource clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /// @param trouble `conflict`, `token`, `unreachable`, or empty
  void look(String trouble, Rooms rooms) {
    Instant now = clock.instant();
    Instant began = since;
    if (trouble.isEmpty()) {
      if (began == null || now.isBefore(last.plus(SURE))) return;
      if (told) tell(rooms, "over", began, last);
      since = null;
      told = false;
      return;
    }
    last = now;
    if (began == null) {
      since = now;
    } else if (!told && !now.isBefore(began.plus(SHORT))) {
      tell(rooms, trouble, began, now);
      told = true;
    }
  }

  private void tell(Rooms rooms, String key, Instant began, Instant now) {
    long minutes = Duration.between(began, now).toMinutes();
    rooms
        .database()
        .writing(
            _ -> {
              for (Conversation chat : rooms.owners()) {
                boolean mute =
                    chat.channel().equals(channel) && !key.equals("over") && !ONE_WAY.contains(key);
                if (mute) continue;
                String text = words.say(chat.language(), "outage." + key, "minutes", minutes);
                String cause = "outage:" + channel + ":" + key + ":" + began.toEpochMilli();
                rooms.outbox().add(chat.id(), "shop", text, List.of(), cause);
              }
            });
  }
}
