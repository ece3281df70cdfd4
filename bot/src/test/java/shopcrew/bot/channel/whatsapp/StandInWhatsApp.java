package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The platform, as far as we need it, over real HTTP: it takes messages and refuses what the real
/// one would refuse, keeps files, and can be told to be busy, slow, or to break the line. Its
/// webhooks are in [Hook].
public final class StandInWhatsApp implements AutoCloseable {
  public static final String NUMBER = "100000000000001";
  public static final String TOKEN = "stand-in-token-0123456789";
  public static final String SECRET = "stand-in-app-secret";
  public static final String VERIFY = "stand-in-verify";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What happens to the next request for a message.
  public enum Trouble {
    NONE,
    BUSY_429,
    TOO_FAST_FOR_ONE,
    DOWN_500,
    GATEWAY_502,
    DROPPED_BEFORE,
    DROPPED_AFTER,
    NO_SENSE,
    SLOW
  }

  /// What was taken, in its order.
  ///
  /// @param reached false: said yes to and dropped, as the real one does with a user's id under
  ///     `to`
  public record Sent(String id, String to, JsonNode message, boolean reached) {
    public String ours() {
      return message.path("biz_opaque_callback_data").asText();
    }

    /// As its reader sees it.
    public String text() {
      String type = message.path("type").asText();
      if (type.equals("interactive")) {
        return message.path("interactive").path("body").path("text").asText();
      }
      JsonNode part = message.path(type);
      return part.path(type.equals("text") ? "body" : "caption").asText();
    }
  }

  /// A file that lies here.
  private record Lying(String type, byte[] bytes, String sha256) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Sent> sent = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final Deque<Integer> codes = new ArrayDeque<>();
  private final Map<String, Lying> files = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch slow = new CountDownLatch(1);
  private volatile @Nullable String elsewhere;

  public StandInWhatsApp() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Account account() {
    return Account.of(base(), Account.VERSION, NUMBER, TOKEN, SECRET, VERIFY);
  }

  /// The next requests for messages meet these troubles, in this order.
  public synchronized void troubles(Trouble... next) {
    troubles.addAll(List.of(next));
  }

  /// The next request for a message is refused with this code of the platform's.
  public synchronized void refuses(int code) {
    codes.add(code);
  }

  /// Nobody may write freely to that person any more.
  public synchronized void closes(String address) {
    closed.add(address);
  }

  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /// How many requests for messages came at all.
  public int requests() {
    return requests.get();
  }

  /// A customer's file; the id by which it is named in a webhook.
  public String lies(String type, byte[] bytes) {
    String id = Integer.toString(700_000 + ids.incrementAndGet());
    files.put(id, new Lying(type, bytes, sha256(bytes)));
    return id;
  }

  /// Files are said to lie there instead.
  public void pointsElsewhere(String url) {
    elsewhere = url;
  }

  /// What was brought here by upload.
  public byte[] file(String id) {
    Lying file = files.get(id);
    if (file == null) throw new IllegalArgumentException("no file " + id);
    return file.bytes();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!known) refuse(exchange, 401, 190);
      else if (path.matches("/v\\d+\\.\\d+/" + NUMBER + "/messages")) message(exchange, body);
      else if (path.matches("/v\\d+\\.\\d+/" + NUMBER + "/media")) upload(exchange, body);
      else if (path.startsWith("/lies/")) download(exchange, path.substring(6));
      else look(exchange, path.substring(path.lastIndexOf('/') + 1));
    }
  }

  private void message(HttpExchange exchange, byte[] body) throws IOException {
    requests.incrementAndGet();
    Trouble trouble;
    Integer code;
    synchronized (this) {
      trouble = troubles.isEmpty() ? Trouble.NONE : troubles.remove();
      code = codes.poll();
    }
    if (code != null) {
      refuse(exchange, 400, code);
      return;
    }
    switch (trouble) {
      case BUSY_429 -> refuse(exchange, 429, 130429);
      case TOO_FAST_FOR_ONE -> refuse(exchange, 400, 131056);
      case DOWN_500 -> refuse(exchange, 500, 131016);
      case GATEWAY_502 -> answer(exchange, 502, "<html>bad gateway</html>");
      case DROPPED_BEFORE -> {}
      case DROPPED_AFTER -> take(body);
      case NO_SENSE -> {
        take(body);
        answer(exchange, 200, "{\"messages\":");
      }
      case SLOW -> {
        await();
        answer(exchange, 200, take(body));
      }
      case NONE -> {
        int fault = fault(body);
        if (fault != 0) refuse(exchange, 400, fault);
        else answer(exchange, 200, take(body));
      }
    }
  }

  private synchronized int fault(byte[] body) throws IOException {
    JsonNode message = JSON.readTree(body);
    if (message.path("status").asText().equals("read")) return 0;
    if (closed.contains(to(message))) return 131047;
    return Rules.fault(message);
  }

  private synchronized String take(byte[] body) throws IOException {
    JsonNode message = JSON.readTree(body);
    if (message.path("status").asText().equals("read")) return "{\"success\":true}";
    String id = "wamid.OUT" + ids.incrementAndGet();
    boolean reached = !message.path("to").asText().contains(".");
    sent.add(new Sent(id, to(message), message, reached));
    return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"" + id + "\"}]}";
  }

  private static String to(JsonNode message) {
    String to = message.path("to").asText();
    return to.isEmpty() ? message.path("recipient").asText() : to;
  }

  private void upload(HttpExchange exchange, byte[] body) throws IOException {
    String form = new String(body, StandardCharsets.ISO_8859_1);
    int file = form.indexOf("name=\"file\"");
    int start = form.indexOf("\r\n\r\n", file) + 4;
    int end = form.lastIndexOf("\r\n--");
    if (file < 0 || !form.contains("name=\"messaging_product\"")) {
      refuse(exchange, 400, 100);
      return;
    }
    byte[] bytes = form.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
    answer(exchange, 200, "{\"id\":\"" + lies("application/octet-stream", bytes) + "\"}");
  }

  private void look(HttpExchange exchange, String id) throws IOException {
    Lying file = files.get(id);
    if (file == null) {
      refuse(exchange, 400, 100);
      return;
    }
    String place = elsewhere == null ? base() + "/lies/" + id : elsewhere;
    var told =
        JSON.createObjectNode().put("id", id).put("url", place).put("mime_type", file.type());
    told.put("sha256", file.sha256()).put("file_size", file.bytes().length);
    answer(exchange, 200, told.toString());
  }

  private void download(HttpExchange exchange, String id) throws IOException {
    byte[] bytes = file(id);
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void refuse(HttpExchange exchange, int status, int code) throws IOException {
    String fault = "{\"error\":{\"message\":\"(#%d) no\",\"type\":\"OAuthException\",\"code\":%d}}";
    answer(exchange, status, fault.formatted(code, code));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void await() {
    try {
      slow.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    slow.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
