package shopcrew.bot.channel.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import shopcrew.bot.channel.Arrival;

/// Reads what Telegram brings. It only translates; what it does not know it passes over, with a
/// line in the log.
final class Updates {
  private static final Logger LOG = LoggerFactory.getLogger(Updates.class);
  private static final int MOST_NAME = 100;

  private final Supplier<Me> me;
  private final InstantSource clock;
  private final Said said = new Said();

  /// @param me asked only when a group speaks
  Updates(Supplier<Me> me, InstantSource clock) {
    this.me = me;
    this.clock = clock;
  }

  List<Arrival> of(Update update) {
    Arrival arrival = arrival(update);
    return arrival == null ? List.of() : List.of(arrival);
  }

  private @Nullable Arrival arrival(Update update) {
    if (update.getMessage() != null) return message(update.getMessage());
    if (update.getCallbackQuery() != null) return tap(update.getCallbackQuery());
    String key = "e" + update.getUpdateId();
    if (update.getEditedMessage() != null) return edited(update.getEditedMessage(), key);
    if (update.getMyChatMember() != null) return member(update.getMyChatMember(), key);
    LOG.info("an update of an unknown kind was passed over");
    return null;
  }

  private @Nullable Arrival message(Message message) {
    User from = message.getFrom();
    Chat chat = message.getChat();
    if (!isPerson(from) || !isTalk(chat) || message.getMessageId() == null) return null;
    boolean group = isGroup(chat);
    Me self = me(group);
    if (group && !Addressed.to(self, message)) return null;
    Arrival.Body body = said.by(message, self, from);
    if (body == null) {
      LOG.info("a message of a kind that says nothing was passed over");
      return null;
    }
    return new Arrival(
        "telegram",
        address(chat, from),
        "m" + message.getMessageId(),
        name(from),
        said.phone(message, from),
        language(from),
        at(message.getDate()),
        body);
  }

  private @Nullable Arrival edited(Message message, String key) {
    User from = message.getFrom();
    Chat chat = message.getChat();
    if (!isPerson(from) || !isTalk(chat) || message.getMessageId() == null) return null;
    boolean group = isGroup(chat);
    Me self = me(group);
    if (group && !Addressed.to(self, message)) return null;
    // A live location is edited every few seconds: only words can be corrected.
    String text = said.text(message, self);
    if (text.isEmpty()) return null;
    Integer date = message.getEditDate() == null ? message.getDate() : message.getEditDate();
    var body = new Arrival.Edited("m" + message.getMessageId(), text);
    return arrival(chat, from, key, at(date), body);
  }

  private @Nullable Arrival tap(CallbackQuery tap) {
    var under = tap.getMessage();
    User from = tap.getFrom();
    if (under == null || !isPerson(from) || tap.getData() == null) return null;
    if (tap.getId() == null || tap.getId().isEmpty()) return null;
    Chat chat = under.getChat();
    if (!isTalk(chat) || under.getMessageId() == null) return null;
    String label = under instanceof Message message ? said.label(message, tap.getData()) : "";
    var body = new Arrival.Tapped(under.getMessageId().toString(), tap.getData(), label);
    return arrival(chat, from, "c" + tap.getId(), clock.instant(), body);
  }

  /// A private chat was blocked or opened again. From a group the bot hears it when it speaks.
  private @Nullable Arrival member(ChatMemberUpdated change, String key) {
    Chat chat = change.getChat();
    User from = change.getFrom();
    var now = change.getNewChatMember();
    if (!isPerson(from) || !isTalk(chat) || isGroup(chat) || now == null) return null;
    boolean is = !"kicked".equals(now.getStatus()) && !"left".equals(now.getStatus());
    return arrival(chat, from, key, at(change.getDate()), new Arrival.Reachable(is));
  }

  private static Arrival arrival(Chat chat, User from, String key, Instant at, Arrival.Body body) {
    return new Arrival(
        "telegram", address(chat, from), key, name(from), null, language(from), at, body);
  }

  /// Not a bot, and not a channel or a group that speaks in its own name.
  private static boolean isPerson(@Nullable User from) {
    return from != null && from.getId() != null && !Boolean.TRUE.equals(from.getIsBot());
  }

  private static boolean isTalk(@Nullable Chat chat) {
    return chat != null
        && chat.getId() != null
        && chat.getType() != null
        && (chat.getType().equals("private") || isGroup(chat));
  }

  private static boolean isGroup(Chat chat) {
    return chat.getType().equals("group") || chat.getType().equals("supergroup");
  }

  private Me me(boolean group) {
    return group ? me.get() : new Me(0, "");
  }

  private static String address(Chat chat, User from) {
    return shopcrew.bot.channel.telegram.Chat.address(chat.getId(), from.getId(), isGroup(chat));
  }

  private static String name(User from) {
    String last = from.getLastName() == null ? "" : " " + from.getLastName();
    String first = from.getFirstName() == null ? "" : from.getFirstName();
    return Cut.beginning(Legible.line(first + last), MOST_NAME);
  }

  private static String language(User from) {
    return from.getLanguageCode() == null ? "" : from.getLanguageCode();
  }

  private Instant at(@Nullable Integer seconds) {
    return seconds == null || seconds <= 0 ? clock.instant() : Instant.ofEpochSecond(seconds);
  }
}
