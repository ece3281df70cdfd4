package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/// `/v1/messages`
final class AnthropicSpeech extends Speech {
  @Override
  String base() {
    return "/v1";
  }

  @Override
  Asked read(JsonNode body) {
    var messages = new ArrayList<Asked.Message>();
    for (JsonNode message : body.path("messages")) {
      var calls = new ArrayList<Call>();
      boolean told = false;
      var text = new StringBuilder(message.path("content").asText(""));
      for (JsonNode part : message.path("content")) {
        switch (part.path("type").asText()) {
          case "tool_use" ->
              calls.add(new Call(part.path("name").asText(), part.path("input").toString()));
          case "tool_result" -> {
            told = true;
            text.append(text(part.path("content")));
          }
          default -> text.append(part.path("text").asText(""));
        }
      }
      String role = told ? "tool" : message.path("role").asText();
      messages.add(new Asked.Message(role, text.toString(), calls));
    }
    var tools = new ArrayList<Asked.Tool>();
    for (JsonNode tool : body.path("tools")) tools.add(tool(tool, "input_schema"));
    boolean must = body.path("tool_choice").path("type").asText().equals("any");
    return new Asked(text(body.path("system")), messages, tools, must, body);
  }

  @Override
  String whole(Reply.Said said) {
    ObjectNode body = head();
    ArrayNode content = body.putArray("content");
    if (!said.text().isEmpty()) {
      content.addObject().put("type", "text").put("text", said.text());
    }
    for (int i = 0; i < said.calls().size(); i++) {
      Call call = said.calls().get(i);
      call(content.addObject(), call, i).set("input", parsed(call.arguments()));
    }
    body.put("stop_reason", reason(said));
    body.putObject("usage").put("input_tokens", TOKENS_IN).put("output_tokens", TOKENS_OUT);
    return body.toString();
  }

  @Override
  String streamed(Reply.Said said) {
    var stream = new StringBuilder();
    ObjectNode start = of("message_start");
    ObjectNode message = head();
    message.putArray("content");
    message.putObject("usage").put("input_tokens", TOKENS_IN).put("output_tokens", 1);
    start.set("message", message);
    stream.append(named(start));
    int block = 0;
    if (!said.text().isEmpty()) {
      ObjectNode begin = of("content_block_start").put("index", block);
      begin.putObject("content_block").put("type", "text").put("text", "");
      stream.append(named(begin));
      for (String piece : pieces(said.text())) {
        ObjectNode delta = of("content_block_delta").put("index", block);
        delta.putObject("delta").put("type", "text_delta").put("text", piece);
        stream.append(named(delta));
      }
      stream.append(named(of("content_block_stop").put("index", block++)));
    }
    for (Call call : said.calls()) {
      ObjectNode begin = of("content_block_start").put("index", block);
      call(begin.putObject("content_block"), call, block).putObject("input");
      stream.append(named(begin));
      for (String piece : pieces(call.arguments())) {
        ObjectNode delta = of("content_block_delta").put("index", block);
        delta.putObject("delta").put("type", "input_json_delta").put("partial_json", piece);
        stream.append(named(delta));
      }
      stream.append(named(of("content_block_stop").put("index", block++)));
    }
    ObjectNode end = of("message_delta");
    end.putObject("delta").put("stop_reason", reason(said));
    end.putObject("usage").put("output_tokens", TOKENS_OUT);
    return stream.append(named(end)).append(named(of("message_stop"))).toString();
  }

  private static ObjectNode head() {
    ObjectNode body = JSON.createObjectNode().put("id", "m").put("type", "message");
    return body.put("role", "assistant").put("model", "stand-in");
  }

  private static ObjectNode of(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static ObjectNode call(ObjectNode into, Call call, int number) {
    return into.put("type", "tool_use").put("id", "call" + number).put("name", call.tool());
  }

  private static String named(ObjectNode data) {
    return "event: " + data.path("type").asText() + "\n" + event(data);
  }

  private static String reason(Reply.Said said) {
    return said.calls().isEmpty() ? "end_turn" : "tool_use";
  }
}
