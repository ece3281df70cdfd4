package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/// `/v1/chat/completions`
final class OpenAiSpeech extends Speech {
  @Override
  String base() {
    return "/v1";
  }

  @Override
  Asked read(JsonNode body) {
    String system = "";
    var messages = new ArrayList<Asked.Message>();
    for (JsonNode message : body.path("messages")) {
      String role = message.path("role").asText();
      String text = text(message.path("content"));
      if (role.equals("system")) {
        system = text;
        continue;
      }
      var calls = new ArrayList<Call>();
      for (JsonNode call : message.path("tool_calls")) {
        JsonNode function = call.path("function");
        calls.add(new Call(function.path("name").asText(), function.path("arguments").asText()));
      }
      messages.add(new Asked.Message(role, text, calls));
    }
    var tools = new ArrayList<Asked.Tool>();
    for (JsonNode tool : body.path("tools")) tools.add(tool(tool.path("function"), "parameters"));
    boolean must = body.path("tool_choice").asText().equals("required");
    return new Asked(system, messages, tools, must, body);
  }

  @Override
  String whole(Reply.Said said) {
    ObjectNode body = head("chat.completion");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", reason(said));
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", said.text());
    if (!said.calls().isEmpty()) {
      var list = message.putArray("tool_calls");
      for (int i = 0; i < said.calls().size(); i++) call(list.addObject(), said.calls().get(i), i);
    }
    usage(body);
    return body.toString();
  }

  @Override
  String streamed(Reply.Said said) {
    var stream = new StringBuilder();
    for (String piece : pieces(said.text())) {
      ObjectNode chunk = head("chat.completion.chunk");
      delta(chunk).put("content", piece);
      stream.append(event(chunk));
    }
    for (int i = 0; i < said.calls().size(); i++) {
      ObjectNode chunk = head("chat.completion.chunk");
      ObjectNode call = delta(chunk).putArray("tool_calls").addObject().put("index", i);
      call(call, said.calls().get(i), i);
      stream.append(event(chunk));
    }
    ObjectNode last = head("chat.completion.chunk");
    ObjectNode choice = last.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", reason(said)).putObject("delta");
    usage(last);
    return stream.append(event(last)).append("data: [DONE]\n\n").toString();
  }

  private static ObjectNode head(String object) {
    ObjectNode body = JSON.createObjectNode().put("id", "c").put("object", object);
    return body.put("created", 0).put("model", "stand-in");
  }

  private static ObjectNode delta(ObjectNode chunk) {
    return chunk
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .putObject("delta")
        .put("role", "assistant");
  }

  private static void call(ObjectNode into, Call call, int number) {
    into.put("id", "call" + number).put("type", "function");
    into.putObject("function").put("name", call.tool()).put("arguments", call.arguments());
  }

  private static String reason(Reply.Said said) {
    return said.calls().isEmpty() ? "stop" : "tool_calls";
  }

  private static void usage(ObjectNode body) {
    body.putObject("usage")
        .put("prompt_tokens", TOKENS_IN)
        .put("completion_tokens", TOKENS_OUT)
        .put("total_tokens", TOKENS_IN + TOKENS_OUT);
  }
}
