package shopcrew.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import shopcrew.bot.Config;
import shopcrew.bot.config.Prices;
import shopcrew.bot.config.Provider;

/// A model over real HTTP. It says what the story gives it to say, in order, and then what its
/// [#answering] makes of a question; without one it is out of order.
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final Dialect dialect;
  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Asked, Reply> answers = _ -> Reply.error(500);

  private Duration patience = Duration.ofSeconds(30);
  private String price = "0";
  private boolean streams;
  private boolean senses;

  /// Everything it was asked.
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  private StandIn(Dialect dialect) {
    this.dialect = dialect;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static StandIn speaking(Dialect dialect) {
    return new StandIn(dialect);
  }

  /// What it answers when no reply is left in the script.
  public StandIn answering(Function<Asked, Reply> answers) {
    this.answers = answers;
    return this;
  }

  /// Answers in pieces.
  public StandIn streaming() {
    streams = true;
    return this;
  }

  /// The settings say that it hears and sees.
  public StandIn sensing() {
    senses = true;
    return this;
  }

  public StandIn waitedFor(Duration patience) {
    this.patience = patience;
    return this;
  }

  /// @param price as it stands in the settings
  public StandIn costing(String price) {
    this.price = price;
    return this;
  }

  /// It alone before the house model, for everything; nobody waits between two tries.
  public Models.Way way() {
    return Models.of(models(), InstantSource.system(), _ -> {});
  }

  /// What it would answer.
  public Reply answer(Asked question) {
    return answers.apply(question);
  }

  public Config.Models models() {
    var order = List.of(settings());
    return new Config.Models(order, order, Map.of());
  }

  public Config.Model settings() {
    return new Config.Model(
        Provider.valueOf(dialect.name()),
        "http://127.0.0.1:" + server.getAddress().getPort() + dialect.speech.base(),
        "key",
        "stand-in",
        Prices.of(price).orElseThrow(),
        patience,
        streams,
        senses,
        senses);
  }

  public StandIn replies(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  public StandIn says(String words) {
    return replies(Reply.says(words));
  }

  public StandIn calls(String tool) {
    return replies(Reply.calls(tool));
  }

  public StandIn calls(Call... calls) {
    return replies(Reply.calls(calls));
  }

  public StandIn breaks() {
    return replies(Reply.error(500));
  }

  /// Takes the question and never answers.
  public StandIn keepsSilent() {
    return replies(new Reply.Silence());
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = Speech.JSON.readTree(exchange.getRequestBody());
    boolean streams = dialect.speech.streams(exchange.getRequestURI().getPath(), body);
    Asked question = dialect.speech.read(body);
    asked.add(question);
    Reply planned = script.poll();
    Reply reply = planned == null ? answers.apply(question) : planned;
    String type = streams ? dialect.speech.streamType() : "application/json";
    exchange.getResponseHeaders().set("Content-Type", type);
    switch (reply) {
      case Reply.Said said -> send(exchange, 200, wire(said, streams), 1);
      case Reply.CutOff(var said) -> send(exchange, 200, wire(said, streams), 2);
      case Reply.Raw(var raw) -> send(exchange, 200, raw, 1);
      case Reply.Refused(int status, String retryAfter, String complaint) -> {
        if (!retryAfter.isEmpty()) exchange.getResponseHeaders().set("Retry-After", retryAfter);
        send(exchange, status, "{\"error\":{\"message\":\"" + complaint + "\"}}", 1);
      }
      case Reply.Silence() -> {
        hangOn();
        exchange.close();
      }
    }
  }

  private String wire(Reply.Said said, boolean streams) {
    return streams ? dialect.speech.streamed(said) : dialect.speech.whole(said);
  }

  /// @param part 2: only the first half is sent before the line breaks
  private static void send(HttpExchange exchange, int status, String text, int part)
      throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body, 0, body.length / part);
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
