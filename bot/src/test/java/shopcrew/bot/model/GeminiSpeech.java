package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// `/v1beta/models/NAME:generateContent`
final class GeminiSpeech extends Speech {
  @Override
  String base() {
    return "/v1beta";
  }

  @Override
  boolean streams(String path, JsonNode body) {
    return path.contains(":streamGenerateContent");
  }

  @Override
  Asked read(JsonNode body) {
    var messages = new ArrayList<Asked.Message>();
    for (JsonNode content : body.path("contents")) {
      var calls = new ArrayList<Call>();
      String role = content.path("role").asText().equals("model") ? "assistant" : "user";
      var text = new StringBuilder();
      for (JsonNode part : content.path("parts")) {
        text.append(part.path("text").asText(""));
        JsonNode call = part.path("functionCall");
        if (call.isObject()) {
          calls.add(new Call(call.path("name").asText(), call.path("args").toString()));
        }
        JsonNode told = part.path("functionResponse");
        if (told.isObject()) {
          role = "tool";
          text.append(told.path("response").path("response").asText(told.toString()));
        }
      }
      messages.add(new Asked.Message(role, text.toString(), calls));
    }
    var tools = new ArrayList<Asked.Tool>();
    for (JsonNode set : listed(body.path("tools"))) {
      for (JsonNode tool : set.path("functionDeclarations")) tools.add(tool(tool, "parameters"));
    }
    JsonNode mode = body.path("toolConfig").path("functionCallingConfig").path("mode");
    boolean must = mode.asText().equals("ANY");
    String system = text(body.path("systemInstruction").path("parts"));
    return new Asked(system, messages, tools, must, body);
  }

  private static Iterable<JsonNode> listed(JsonNode node) {
    return node.isObject() ? List.of(node) : node;
  }

  @Override
  String whole(Reply.Said said) {
    return part(said, true).toString();
  }

  @Override
  String streamed(Reply.Said said) {
    var stream = new StringBuilder();
    var pieces = pieces(said.text());
    if (!pieces.isEmpty()) {
      stream.append(event(part(new Reply.Said(pieces.getFirst(), List.of()), false)));
    }
    String rest = pieces.isEmpty() ? "" : pieces.getLast();
    return stream.append(event(part(new Reply.Said(rest, said.calls()), true))).toString();
  }

  private static ObjectNode part(Reply.Said said, boolean last) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode candidate = body.putArray("candidates").addObject();
    var parts = candidate.putObject("content").put("role", "model").putArray("parts");
    if (!said.text().isEmpty()) parts.addObject().put("text", said.text());
    for (Call call : said.calls()) {
      ObjectNode function = parts.addObject().putObject("functionCall").put("name", call.tool());
      function.set("args", parsed(call.arguments()));
    }
    if (last) candidate.put("finishReason", "STOP");
    body.putObject("usageMetadata")
        .put("promptTokenCount", TOKENS_IN)
        .put("candidatesTokenCount", TOKENS_OUT)
        .put("totalTokenCount", TOKENS_IN + TOKENS_OUT);
    return body.put("modelVersion", "stand-in").put("responseId", "r");
  }
}
