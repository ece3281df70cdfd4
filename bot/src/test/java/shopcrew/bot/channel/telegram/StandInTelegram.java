package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Telegram's Bot API over real HTTP, with its limits and its words when they are passed. A test
/// lets people write, and breaks what it likes.
public final class StandInTelegram implements AutoCloseable {
  public static final String TOKEN = "4242:stand-in_TOKEN";
  public static final long BOT = 4242;
  public static final String USERNAME = "CampShopBot";

  static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Without it the server's answers lie about for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final StandInUpdates updates = new StandInUpdates();
  private final Map<String, Integer> lastIds = new ConcurrentHashMap<>();
  private final StandInFiles files = new StandInFiles();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, String> revoked = new ConcurrentHashMap<>();

  /// What happens to the next message that is sent or changed.
  public sealed interface Fault {
    /// 429 with `retry_after`.
    record TooFast(int seconds) implements Fault {}

    /// An answer in Telegram's own words.
    record Says(int code, String words) implements Fault {}

    /// An answer of something before Telegram, which speaks no JSON.
    record Gateway(int status) implements Fault {}

    record DropsBefore() implements Fault {}

    /// It is taken, and then the line breaks.
    record DropsAfter() implements Fault {}
  }

  /// @param method in lower letters, as `sendmessage`
  public record Call(String method, JsonNode body) {
    public String text(String field) {
      return body.path(field).asText();
    }
  }

  /// A message that Telegram has taken, and what became of it.
  public record Sent(String method, String chat, int id, JsonNode body) {
    public String text() {
      return body.path(body.has("text") ? "text" : "caption").asText();
    }
  }

  public StandInTelegram() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public Account account() {
    int port = server.getAddress().getPort();
    return new Account(TOKEN, URI.create("http://127.0.0.1:" + port));
  }

  /// What was taken, in its order.
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public List<String> texts() {
    return sent.stream().map(Sent::text).toList();
  }

  public List<Call> calls(String method) {
    String lower = method.toLowerCase(Locale.ROOT);
    return calls.stream().filter(call -> call.method().equals(lower)).toList();
  }

  /// For the next ones, one after the other.
  public void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  public void isBlockedBy(long chat) {
    blocked.add(String.valueOf(chat));
  }

  public void doesNotKnow(long chat) {
    unknown.add(String.valueOf(chat));
  }

  public void revokesTheToken() {
    revoked.put(TOKEN, "");
  }

  public void has(String file, String path, byte[] content) {
    files.put(file, path, content);
  }

  /// The people and the updates.
  public StandInUpdates updates() {
    return updates;
  }

  /// The next number of a message in that chat, ours or theirs.
  public int nextId(String chat) {
    return lastIds.merge(chat, 1, Integer::sum);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", 4);
      if (path.length == 4 && path[1].equals("file")) {
        file(exchange, path[3]);
        return;
      }
      String method = path.length < 3 ? "" : path[2].toLowerCase(Locale.ROOT);
      if (!path[1].equals("bot" + TOKEN) || revoked.containsKey(TOKEN)) {
        say(exchange, error(401, "Unauthorized"));
        return;
      }
      JsonNode body = StandInForm.read(exchange);
      if (!method.equals("getupdates")) calls.add(new Call(method, body));
      Fault fault = method.matches("(send|edit).*") ? faults.poll() : null;
      switch (fault) {
        case null -> say(exchange, done(method, body));
        case Fault.TooFast(int seconds) -> say(exchange, tooFast(seconds));
        case Fault.Says(int code, String words) -> say(exchange, error(code, words));
        case Fault.Gateway(int status) -> send(exchange, status, "<html>Bad Gateway</html>");
        case Fault.DropsBefore() -> {}
        case Fault.DropsAfter() -> done(method, body);
      }
    }
  }

  private ObjectNode done(String method, JsonNode body) {
    return switch (method) {
      case "getupdates" -> updates.next(body);
      case "getme" -> ok(person(BOT, "Camp Shop", true).put("username", USERNAME));
      case "deletewebhook" -> {
        updates.webhook("");
        yield ok(JSON.getNodeFactory().booleanNode(true));
      }
      case "setwebhook" -> {
        updates.webhook(body.path("url").asText());
        yield ok(JSON.getNodeFactory().booleanNode(true));
      }
      case "setmycommands", "answercallbackquery", "sendchataction" ->
          ok(JSON.getNodeFactory().booleanNode(true));
      case "getfile" -> files.told(body.path("file_id").asText());
      case "sendmessage", "sendphoto", "senddocument" -> message(method, body);
      case "editmessagetext", "editmessagecaption" -> edit(method, body);
      default -> error(404, "Not Found: method not found");
    };
  }

  private synchronized ObjectNode message(String method, JsonNode body) {
    String chat = body.path("chat_id").asText();
    ObjectNode refusal = refusal(method, body, chat);
    if (refusal != null) return refusal;
    int id = nextId(chat);
    sent.add(new Sent(method, chat, id, body));
    return ok(shown(chat, id, body));
  }

  private synchronized ObjectNode edit(String method, JsonNode body) {
    String chat = body.path("chat_id").asText();
    int id = body.path("message_id").asInt();
    ObjectNode refusal = refusal(method, body, chat);
    if (refusal != null) return refusal;
    Sent old =
        sent.stream().filter(s -> s.chat().equals(chat) && s.id() == id).findFirst().orElse(null);
    if (old == null) return error(400, "Bad Request: message to edit not found");
    if (method.equals("editmessagetext") != old.method().equals("sendmessage")) {
      return error(400, "Bad Request: there is no text in the message to edit");
    }
    var now = new Sent(old.method(), chat, id, body);
    if (now.text().equals(old.text())
        && body.path("reply_markup").equals(old.body().path("reply_markup"))) {
      return error(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup are"
              + " exactly the same as a current content and reply markup of the message");
    }
    sent.set(sent.indexOf(old), now);
    return ok(shown(chat, id, body));
  }

  private @Nullable ObjectNode refusal(String method, JsonNode body, String chat) {
    if (chat.isEmpty()) return error(400, "Bad Request: chat_id is empty");
    if (unknown.contains(chat)) return error(400, "Bad Request: chat not found");
    if (blocked.contains(chat)) return error(403, "Forbidden: bot was blocked by the user");
    String wrong = StandInLimits.wrong(method, body);
    return wrong.isEmpty() ? null : error(400, "Bad Request: " + wrong);
  }

  private static ObjectNode shown(String chat, int id, JsonNode body) {
    ObjectNode message = JSON.createObjectNode().put("message_id", id).put("date", 1_795_000_000);
    message.set("from", person(BOT, "Camp Shop", true));
    message.set("chat", StandInUpdates.chat(Long.parseLong(chat)));
    message.put("text", body.path("text").asText());
    return message;
  }

  static ObjectNode person(long id, String name, boolean bot) {
    return JSON.createObjectNode().put("id", id).put("is_bot", bot).put("first_name", name);
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    byte[] content = files.content(path);
    if (content == null) {
      send(exchange, 404, "");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  static ObjectNode ok(JsonNode result) {
    return JSON.createObjectNode().put("ok", true).set("result", result);
  }

  static ObjectNode error(int code, String words) {
    return JSON.createObjectNode()
        .put("ok", false)
        .put("error_code", code)
        .put("description", words);
  }

  private static ObjectNode tooFast(int seconds) {
    ObjectNode error = error(429, "Too Many Requests: retry after " + seconds);
    error.putObject("parameters").put("retry_after", seconds);
    return error;
  }

  private static void say(HttpExchange exchange, ObjectNode answer) throws IOException {
    send(
        exchange,
        answer.path("ok").asBoolean() ? 200 : answer.path("error_code").asInt(),
        answer.toString());
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", text.startsWith("{") ? "application/json" : "text/html");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    updates.close();
    server.stop(0);
  }
}
