package shopcrew.bot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The JSON object of a post, read with its limits: never more than fits a long message or a small
/// text file.
record Body(JsonNode json) {
  static final int MOST_BYTES = 128 * 1024;
  static final int MOST_CHARACTERS = 4_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{8,200}");

  static Body of(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(415, "error.type");
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) throw new Refusal(413, "error.body");
      JsonNode json = JSON.readTree(bytes);
      if (json == null || !json.isObject()) throw new Refusal(400, "error.json");
      return new Body(json);
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "error.json");
    } catch (IOException e) {
      throw new Refusal(400, "error.body");
    }
  }

  @Nullable String optional(String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) return null;
    if (!value.isTextual()) throw new Refusal(400, "error.json");
    return value.textValue();
  }

  String text(String field) {
    String value = optional(field);
    return value == null ? "" : value;
  }

  /// Words somebody typed: neither empty nor endless.
  String words() {
    String words = typed("text");
    if (words.isEmpty()) throw new Refusal(400, "error.empty");
    return words;
  }

  /// What was typed with a file, or nothing.
  String caption() {
    return typed("caption");
  }

  private String typed(String field) {
    String words = text(field).strip();
    if (words.codePointCount(0, words.length()) > MOST_CHARACTERS) {
      throw new Refusal(400, "error.long");
    }
    return words;
  }

  /// The sender's own number of the message: the same number twice is one message.
  String id() {
    String id = text("id");
    if (!ID.matcher(id).matches()) throw new Refusal(400, "error.id");
    return id;
  }

  long size(String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.canConvertToLong() || value.longValue() < 0) {
      throw new Refusal(400, "error.json");
    }
    return value.longValue();
  }

  /// `zh` or `en`; anything else is read as English, as everywhere.
  static String language(@Nullable String wanted) {
    return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en";
  }
}
