package shopcrew.bot.channel.telegram;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Whether a message in a group is meant for the bot: it names the bot, answers it, or is a command
/// that is not another bot's.
final class Addressed {
  private static final Pattern COMMAND =
      Pattern.compile("/[A-Za-z0-9_]+(@\\w+)?(\\s.*)?", Pattern.DOTALL);

  private Addressed() {}

  static boolean to(Me me, Message message) {
    String text = words(message);
    if (COMMAND.matcher(text).matches()) return !isOthers(me, text);
    Message answered = message.getReplyToMessage();
    if (answered != null
        && answered.getFrom() != null
        && answered.getFrom().getId() != null
        && answered.getFrom().getId() == me.id()) return true;
    return entities(message).stream().anyMatch(entity -> names(me, entity, text));
  }

  /// The words without the bot's own name, which is no part of what is wanted.
  static String without(Me me, Message message) {
    String text = words(message);
    if (me.username().isEmpty()) return text.strip();
    String name = Pattern.quote("@" + me.username());
    String rest = text.replaceAll("(?i)" + name + "(?!\\w)", " ").strip();
    rest = rest.replaceAll("^[，,:：]\\s*", "");
    return rest.isEmpty() ? text.strip() : rest;
  }

  private static boolean isOthers(Me me, String command) {
    String called = command.split("\\s", 2)[0];
    int at = called.indexOf('@');
    return at >= 0 && !called.substring(at + 1).equalsIgnoreCase(me.username());
  }

  private static boolean names(Me me, MessageEntity entity, String text) {
    if ("text_mention".equals(entity.getType())) {
      var user = entity.getUser();
      return user != null && user.getId() != null && user.getId() == me.id();
    }
    if (!"mention".equals(entity.getType()) || me.username().isEmpty()) return false;
    return at(entity, text).equalsIgnoreCase("@" + me.username());
  }

  private static String at(MessageEntity entity, String text) {
    Integer offset = entity.getOffset();
    Integer length = entity.getLength();
    if (offset == null || length == null || offset < 0 || length < 0) return "";
    long end = (long) offset + length;
    return end > text.length() ? "" : text.substring(offset, (int) end);
  }

  private static List<MessageEntity> entities(Message message) {
    try {
      List<MessageEntity> of =
          message.getText() == null ? message.getCaptionEntities() : message.getEntities();
      return of == null ? List.of() : of.stream().filter(Objects::nonNull).toList();
    } catch (NullPointerException | IndexOutOfBoundsException e) {
      // The library's getter cuts the text by what they claim, which may be beyond its end.
      return List.of();
    }
  }

  static String words(Message message) {
    return or(message.getText(), or(message.getCaption(), ""));
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
