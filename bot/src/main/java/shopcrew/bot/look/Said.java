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
    try {
      JsonNode said = JSON.readTree(answer.body());
      return said == null ? MissingNode.getInstance() : said;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /// On one line, and not longer than a person reads.
  static String shortly(Outside.Answer answer, String words) {
    String line = (answer.status() + " " + words).replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
