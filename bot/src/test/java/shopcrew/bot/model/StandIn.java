package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import shopcrew.bot.Config;

/// An OpenAI-compatible model over real HTTP that says what the story gives it to say, in order.
final class StandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpServer server;
  private final Queue<Said> script = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  final List<JsonNode> asked = new CopyOnWriteArrayList<>();

  private record Said(int status, String body) {}

  /// One call of a tool.
  record Call(String tool, String arguments) {}

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  Config.Model settings() {
    return new Config.Model(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
        "key",
        "stand-in",
        java.math.BigDecimal.ZERO,
        java.time.Duration.ofSeconds(30));
  }

  StandIn says(String words) {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant").put("content", words);
    return completion(message, "stop");
  }

  StandIn calls(Call... calls) {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant");
    var list = message.putArray("tool_calls");
    for (int i = 0; i < calls.length; i++) {
      ObjectNode call = list.addObject().put("id", "call" + i).put("type", "function");
      call.putObject("function")
          .put("name", calls[i].tool())
          .put("arguments", calls[i].arguments());
    }
    return completion(message, "tool_calls");
  }

  StandIn calls(String tool) {
    return calls(new Call(tool, "{\"message\":\"as said\"}"));
  }

  StandIn breaks() {
    script.add(new Said(500, "{\"error\":{\"message\":\"out of order\"}}"));
    return this;
  }

  /// Takes the question and never answers.
  StandIn keepsSilent() {
    script.add(new Said(0, ""));
    return this;
  }

  private StandIn completion(ObjectNode message, String reason) {
    ObjectNode body = JSON.createObjectNode().put("id", "c").put("object", "chat.completion");
    body.put("created", 0).put("model", "stand-in");
    body.putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", reason)
        .set("message", message);
    script.add(new Said(200, body.toString()));
    return this;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    asked.add(JSON.readTree(exchange.getRequestBody()));
    Said said = script.isEmpty() ? new Said(500, "{}") : script.remove();
    if (said.status() == 0) {
      hangOn();
      exchange.close();
      return;
    }
    byte[] body = said.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(said.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void hangOn() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
