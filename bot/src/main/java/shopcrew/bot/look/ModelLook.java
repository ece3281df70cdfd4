package shopcrew.bot.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// Whether an outside model answers: one call of a few tokens.
public final class ModelLook {
  private static final int TOKENS = 5;

  private ModelLook() {}

  /// The name under which it answered.
  public static Seen<String> at(Outside outside, String url, String key, String name) {
    var call = JsonNodeFactory.instance.objectNode().put("model", name).put("max_tokens", TOKENS);
    call.putArray("messages").addObject().put("role", "user").put("content", "OK?");
    return switch (outside.post(url + "/chat/completions", key, call.toString())) {
      case Seen.Unreached<Outside.Answer>(String why) -> new Seen.Unreached<>(why);
      case Seen.Wrong<Outside.Answer>(String why, String detail) -> new Seen.Wrong<>(why, detail);
      case Seen.Good<Outside.Answer>(var answer, var at) -> {
        JsonNode said = Said.of(answer);
        if (answer.status() == 200 && said.path("choices").isArray()) {
          yield new Seen.Good<>(said.path("model").asText(name), at);
        }
        String words = said.path("error").path("message").asText("");
        yield new Seen.Wrong<>(why(answer.status()), Said.shortly(answer, words));
      }
    };
  }

  private static String why(int status) {
    return switch (status) {
      case 401, 403 -> "key";
      case 404 -> "name";
      case 402, 429 -> "credit";
      default -> "answer";
    };
  }
}
