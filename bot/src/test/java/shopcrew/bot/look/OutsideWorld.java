package shopcrew.bot.look;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Telegram, WhatsApp, a model and the shop's own door, as far as somebody asks them who they are.
public final class OutsideWorld implements AutoCloseable {
  public static final String TOKEN = "8123456789:AAE-a_Token-of-the-Lamp_Shop-0123456789";
  public static final String NUMBER = "106540352242922";
  public static final String ACCESS = "EAAGm0PX4ZCpsBAKlamps0123456789";
  public static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  public static final String KEY = "key-of-the-model-0123";

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  public volatile String webhook = "";
  public volatile String webhookError = "";
  public volatile int waiting;
  public volatile String quality = "GREEN";
  public volatile int doorStatus = 200;

  public OutsideWorld() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange at) throws IOException {
    String path = at.getRequestURI().getPath();
    asked.add(at.getRequestMethod() + " " + at.getRequestURI());
    if (path.startsWith("/bot")) telegram(at, path);
    else if (path.startsWith("/v24.0/")) graph(at, path);
    else if (path.equals("/v1/chat/completions")) model(at);
    else if (path.equals("/healthz")) say(at, doorStatus, doorStatus == 200 ? "shopcrew" : "no");
    else say(at, 404, "{}");
  }

  private void telegram(HttpExchange at, String path) throws IOException {
    if (!path.startsWith("/bot" + TOKEN + "/")) {
      say(at, 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    } else if (path.endsWith("/getMe")) {
      say(
          at,
          200,
          "{\"ok\":true,\"result\":{\"id\":8123456789,\"is_bot\":true,"
              + "\"first_name\":\"梅子灯饰\",\"username\":\"our_lamps_bot\"}}");
    } else {
      say(
          at,
          200,
          "{\"ok\":true,\"result\":{\"url\":\"%s\",\"pending_update_count\":%d%s}}"
              .formatted(
                  webhook,
                  waiting,
                  webhookError.isEmpty()
                      ? ""
                      : ",\"last_error_message\":\"" + webhookError + "\""));
    }
  }

  private void graph(HttpExchange at, String path) throws IOException {
    String query = String.valueOf(at.getRequestURI().getQuery());
    if (!("Bearer " + ACCESS).equals(at.getRequestHeaders().getFirst("Authorization"))) {
      error(at, 401, 190, "Invalid OAuth access token");
    } else if (!path.equals("/v24.0/" + NUMBER)) {
      error(at, 400, 100, "Unsupported get request. Object does not exist");
    } else if (query.contains("appsecret_proof=")
        && !query.contains("appsecret_proof=" + hmac(ACCESS, SECRET))) {
      error(at, 400, 100, "Invalid appsecret_proof provided in the API argument");
    } else {
      say(
          at,
          200,
          "{\"display_phone_number\":\"+86 138 0013 8000\",\"verified_name\":\"Mei Lamps\","
              + "\"quality_rating\":\""
              + quality
              + "\",\"id\":\"1\"}");
    }
  }

  private void model(HttpExchange at) throws IOException {
    String wanted = new String(at.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!("Bearer " + KEY).equals(at.getRequestHeaders().getFirst("Authorization"))) {
      say(at, 401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
    } else if (!wanted.contains("\"lamp-1\"")) {
      say(at, 404, "{\"error\":{\"message\":\"The model does not exist\"}}");
    } else {
      say(at, 200, "{\"model\":\"lamp-1\",\"choices\":[{\"message\":{\"content\":\"OK\"}}]}");
    }
  }

  private static void error(HttpExchange at, int status, int code, String message)
      throws IOException {
    say(at, status, "{\"error\":{\"message\":\"" + message + "\",\"code\":" + code + "}}");
  }

  private static void say(HttpExchange at, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    at.sendResponseHeaders(status, bytes.length);
    at.getResponseBody().write(bytes);
    at.close();
  }

  private static String hmac(String text, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
