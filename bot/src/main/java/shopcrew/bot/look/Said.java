package shopcrew.bot.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/// What a server said, as JSON; what is none is an empty one.
final class Said {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 160;

  private Said() {}

  static JsonNode of(Outside.Answer answer) {
    return of(answer.body());
  }

  private static JsonNode of(String body) {
    try {
      JsonNode said = JSON.readTree(body);
      return said == null ? MissingNode.getInstance() : said;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /// On one line, and not longer than a person reads.
  static String shortly(Outside.Answer answer, String words) {
    return shortly(answer.status() + " " + words);
  }

  /// What a model's provider complained of: the message if it is JSON, else all of it.
  static String complaint(String body) {
    JsonNode error = of(body).path("error");
    String message = error.path("message").asText("");
    if (!message.isEmpty()) return message;
    return error.isTextual() ? error.asText() : body;
  }

  static String shortly(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
