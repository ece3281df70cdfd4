package shopcrew.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// How one protocol writes questions and answers.
abstract class Speech {
  static final ObjectMapper JSON = new ObjectMapper();

  /// What every answer is said to have cost.
  static final int TOKENS_IN = 120;

  static final int TOKENS_OUT = 30;

  /// What stands after the server's address in the settings.
  abstract String base();

  abstract Asked read(JsonNode body);

  abstract String whole(Reply.Said said);

  abstract String streamed(Reply.Said said);

  /// Whether the answer to this is to be streamed.
  boolean streams(String path, JsonNode body) {
    return body.path("stream").asBoolean();
  }

  String streamType() {
    return "text/event-stream";
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(json);
    }
  }

  /// Words in two pieces, as they come from a stream.
  static List<String> pieces(String text) {
    if (text.isEmpty()) return List.of();
    int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    return List.of(text.substring(0, half), text.substring(half));
  }

  static String event(ObjectNode data) {
    return "data: " + data + "\n\n";
  }

  /// A text, or the texts of a list of parts.
  static String text(JsonNode content) {
    if (content.isTextual()) return content.asText();
    var text = new StringBuilder();
    for (JsonNode part : content) text.append(part.path("text").asText(""));
    return text.toString();
  }

  static Asked.Tool tool(JsonNode function, String schema) {
    var parameters = new ArrayList<String>();
    function.path(schema).path("properties").fieldNames().forEachRemaining(parameters::add);
    return new Asked.Tool(function.path("name").asText(), parameters);
  }
}
