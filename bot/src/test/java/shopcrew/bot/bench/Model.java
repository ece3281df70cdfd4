package shopcrew.bot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/// An OpenAI-compatible model that takes its time. Where tools are offered it calls `answer` with
/// what the customer said; a tool's result it repeats; without tools it repeats the question.
final class Model implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOOL = "answer";

  private final Server server = new Server(this::serve);
  private volatile long millis;

  /// How long it thinks from now on.
  void thinks(long howLong) {
    millis = howLong;
  }

  String url() {
    return server.base() + "/v1";
  }

  Map<String, String> settings() {
    return Map.of(
        "SHOPCREW_MODEL_URL", url(),
        "SHOPCREW_MODEL_KEY", "stand-in",
        "SHOPCREW_MODEL_NAME", "stand-in",
        "SHOPCREW_MODEL_PRICE", "0");
  }

  private void serve(HttpExchange exchange) throws IOException {
    JsonNode question = JSON.readTree(exchange.getRequestBody());
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    Server.answer(exchange, 200, completion(question).toString());
  }

  private static ObjectNode completion(JsonNode question) {
    JsonNode messages = question.path("messages");
    JsonNode last = messages.path(messages.size() - 1);
    boolean calls = !question.path("tools").isEmpty() && !last.path("role").asText().equals("tool");
    ObjectNode message = JSON.createObjectNode().put("role", "assistant");
    String text = last.path("content").asText();
    if (calls) {
      message.putNull("content");
      ObjectNode call = message.putArray("tool_calls").addObject();
      String arguments = JSON.createObjectNode().put("message", text).toString();
      call.put("id", "call0")
          .put("type", "function")
          .putObject("function")
          .put("name", TOOL)
          .put("arguments", arguments);
    } else {
      message.put("content", text);
    }
    ObjectNode body = JSON.createObjectNode().put("id", "c").put("object", "chat.completion");
    body.put("created", 0).put("model", "stand-in");
    body.putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", calls ? "tool_calls" : "stop")
        .set("message", message);
    body.putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 10)
        .put("total_tokens", 110);
    return body;
  }

  @Override
  public void close() {
    server.close();
  }
}
