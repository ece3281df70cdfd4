package shopcrew.bot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Telegram's Bot API as far as a bot that talks needs it. An update is brought again until it is
/// confirmed.
final class Telegram implements Platform {
  static final String TOKEN = "4242:stand-in_TOKEN";
  private static final int MOST_UPDATES = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server = new Server(this::serve);
  private final Faults faults = new Faults();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition came = lock.newCondition();
  private final TreeMap<Integer, String> waiting = new TreeMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private int last;
  private volatile Book book = new Book(_ -> {});

  @Override
  public String name() {
    return "telegram";
  }

  URI base() {
    return server.base();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "SHOPCREW_TELEGRAM_TOKEN", TOKEN,
        "SHOPCREW_TELEGRAM_API_URL", server.base().toString(),
        "SHOPCREW_TELEGRAM_RATES_PER_CHAT_PER_SECOND", "1000000",
        "SHOPCREW_TELEGRAM_RATES_PER_GROUP_PER_MINUTE", "1000000",
        "SHOPCREW_TELEGRAM_RATES_OVERALL_PER_SECOND", "1000000");
  }

  @Override
  public void reports(Book book) {
    this.book = book;
  }

  @Override
  public void faults(boolean on) {
    faults.on(on);
  }

  @Override
  public String remark() {
    return "";
  }

  @Override
  public void brings(long chat, String text) {
    long now = InstantSource.system().instant().getEpochSecond();
    lock.lock();
    try {
      int id = ++last;
      waiting.put(
          id,
          """
          {"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"%s",\
          "chat":{"id":%d,"type":"private","first_name":"Daniel"},\
          "from":{"id":%d,"is_bot":false,"first_name":"Daniel","language_code":"en"}}}\
          """
              .formatted(id, messages.incrementAndGet(), now, text, chat, chat));
      came.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (method) {
      case "getupdates", "getUpdates" -> Server.answer(exchange, 200, updates(JSON.readTree(body)));
      case "getme", "getMe" ->
          Server.answer(
              exchange,
              200,
              "{\"ok\":true,\"result\":{\"id\":4242,\"is_bot\":true,\"first_name\":\"Shop\",\"username\":\"BenchShopBot\"}}");
      case "sendmessage", "sendMessage" -> takes(exchange, JSON.readTree(body));
      default -> Server.answer(exchange, 200, "{\"ok\":true,\"result\":true}");
    }
  }

  private void takes(HttpExchange exchange, JsonNode message) throws IOException {
    switch (faults.next()) {
      case BUSY ->
          Server.answer(
              exchange,
              429,
              "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after"
                  + " 1\",\"parameters\":{\"retry_after\":1}}");
      case BROKEN ->
          Server.answer(
              exchange,
              500,
              "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
      case DROPPED_BEFORE -> {}
      case DROPPED_AFTER -> taken(message);
      case NONE -> Server.answer(exchange, 200, taken(message));
    }
  }

  private String taken(JsonNode message) {
    long chat = message.path("chat_id").asLong();
    book.replied(chat, message.path("text").asText());
    return "{\"ok\":true,\"result\":{\"message_id\":%d,\"date\":%d,\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"\"}}"
        .formatted(
            messages.incrementAndGet(), InstantSource.system().instant().getEpochSecond(), chat);
  }

  private String updates(JsonNode question) {
    int offset = question.path("offset").asInt();
    int most = Math.min(MOST_UPDATES, question.path("limit").asInt(MOST_UPDATES));
    long left = TimeUnit.SECONDS.toNanos(question.path("timeout").asLong());
    lock.lock();
    try {
      waiting.headMap(offset).clear();
      while (waiting.isEmpty() && left > 0) left = came.awaitNanos(left);
      return waiting.values().stream()
          .limit(most)
          .collect(Collectors.joining(",", "{\"ok\":true,\"result\":[", "]}"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "{\"ok\":true,\"result\":[]}";
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
