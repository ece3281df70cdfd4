package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Takes out of an update what the library cannot read. Telegram grows several times a year, and
/// one sign that the library does not know would spoil the whole batch, again and again.
final class Sieve {
  private static final Logger LOG = LoggerFactory.getLogger(Sieve.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> ENVELOPE =
      List.of("update_id", "message", "edited_message", "callback_query", "my_chat_member");
  private static final List<String> CALLBACK = List.of("id", "from", "message", "data");
  private static final List<String> PLAIN =
      List.of("message_id", "from", "chat", "date", "edit_date", "text", "caption");
  private static final List<String> MESSAGE =
      List.of(
          "message_id",
          "from",
          "chat",
          "date",
          "edit_date",
          "text",
          "caption",
          "entities",
          "caption_entities",
          "photo",
          "voice",
          "audio",
          "video",
          "video_note",
          "animation",
          "sticker",
          "document",
          "location",
          "venue",
          "contact",
          "reply_to_message",
          "reply_markup");

  private Sieve() {}

  /// One update as a webhook brings it, or null if it is none.
  static @Nullable Update update(byte[] body) throws IOException {
    try {
      Update update = JSON.readValue(body, Update.class);
      if (update != null && update.getUpdateId() != null) return update;
      return null;
    } catch (JsonProcessingException e) {
      JsonNode node = JSON.readTree(body);
      ObjectNode clean = node == null ? null : clean(node);
      return clean == null ? null : JSON.treeToValue(clean, Update.class);
    }
  }

  /// The answer of getUpdates, so that the library can read all of it.
  static byte[] batch(byte[] answer) {
    try {
      if (!(JSON.readTree(answer) instanceof ObjectNode whole)) return answer;
      if (!whole.path("result").isArray()) return answer;
      var kept = JsonNodeFactory.instance.arrayNode();
      for (JsonNode update : whole.path("result")) {
        ObjectNode clean = clean(update);
        if (clean != null) kept.add(clean);
      }
      whole.set("result", kept);
      return JSON.writeValueAsBytes(whole);
    } catch (IOException e) {
      return answer;
    }
  }

  private static @Nullable ObjectNode clean(JsonNode update) {
    if (!(update instanceof ObjectNode whole) || !whole.path("update_id").canConvertToInt()) {
      LOG.warn("an update without a number was passed over");
      return null;
    }
    if (isRead(whole)) return whole;
    whole.retain(ENVELOPE);
    for (List<String> fields : List.of(MESSAGE, PLAIN)) {
      retain(whole.path("message"), fields);
      retain(whole.path("edited_message"), fields);
      retain(whole.path("callback_query"), CALLBACK);
      retain(whole.path("callback_query").path("message"), fields);
      if (isRead(whole)) {
        LOG.info("an update was read without its unknown parts");
        return whole;
      }
    }
    LOG.warn("update {} cannot be read and was passed over", whole.path("update_id").intValue());
    return whole.retain(List.of("update_id"));
  }

  private static void retain(JsonNode node, List<String> fields) {
    if (!(node instanceof ObjectNode object)) return;
    object.retain(fields);
    if (object.get("reply_to_message") instanceof ObjectNode answered) answered.retain(PLAIN);
  }

  private static boolean isRead(ObjectNode update) {
    try {
      return JSON.treeToValue(update, Update.class) != null;
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }
}
