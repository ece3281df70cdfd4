package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/// `/api/chat`
final class OllamaSpeech extends Speech {
  @Override
  String base() {
    return "";
  }

  @Override
  String streamType() {
    return "application/x-ndjson";
  }

  @Override
  Asked read(JsonNode body) {
    String system = "";
    var messages = new ArrayList<Asked.Message>();
    for (JsonNode message : body.path("messages")) {
      String role = message.path("role").asText();
      String text = message.path("content").asText("");
      if (role.equals("system")) {
        system = text;
        continue;
      }
      var calls = new ArrayList<Call>();
      for (JsonNode call : message.path("tool_calls")) {
        JsonNode function = call.path("function");
        calls.add(new Call(function.path("name").asText(), function.path("arguments").toString()));
      }
      messages.add(new Asked.Message(role, text, calls));
    }
    var tools = new ArrayList<Asked.Tool>();
    for (JsonNode tool : body.path("tools")) tools.add(tool(tool.path("function"), "parameters"));
    return new Asked(system, messages, tools, false, body);
  }

  @Override
  String whole(Reply.Said said) {
    ObjectNode body = line(said.text());
    for (int i = 0; i < said.calls().size(); i++) call(said.calls().get(i), i, list(body));
    return end(body).toString();
  }

  @Override
  String streamed(Reply.Said said) {
    var stream = new StringBuilder();
    for (String piece : pieces(said.text())) {
      stream.append(line(piece).put("done", false)).append('\n');
    }
    for (int i = 0; i < said.calls().size(); i++) {
      ObjectNode line = line("").put("done", false);
      call(said.calls().get(i), i, list(line));
      stream.append(line).append('\n');
    }
    return stream.append(end(line(""))).append('\n').toString();
  }

  private static ObjectNode line(String text) {
    ObjectNode line = JSON.createObjectNode().put("model", "stand-in");
    line.put("created_at", "2026-11-01T00:00:00Z");
    line.putObject("message").put("role", "assistant").put("content", text);
    return line;
  }

  private static ArrayNode list(ObjectNode line) {
    return ((ObjectNode) line.path("message")).withArray("tool_calls");
  }

  private static void call(Call call, int number, ArrayNode into) {
    ObjectNode function = into.addObject().putObject("function");
    function.put("index", number).put("name", call.tool());
    function.set("arguments", parsed(call.arguments()));
  }

  private static ObjectNode end(ObjectNode line) {
    line.put("done", true).put("done_reason", "stop");
    return line.put("prompt_eval_count", TOKENS_IN).put("eval_count", TOKENS_OUT);
  }
}
