package shopcrew.bot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// WhatsApp's platform: brings signed webhooks over a few lines and takes replies. A chat's first
/// message comes by an ad, so that replies are free; else every one would need the owners'
/// allowance.
final class WhatsApp implements Platform {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NUMBER = "100000000000001";
  private static final String SECRET = "stand-in-app-secret";
  private static final String OTHER_SECRET = "somebody-elses-secret";
  private static final int LINES = 32;
  private static final long STRANGER = 50_000_000L;

  private final int door;
  private final Server server = new Server(this::serve);
  private final Faults faults = new Faults();
  private final List<Courier> couriers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Long> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger forged = new AtomicInteger();
  private final AtomicInteger believed = new AtomicInteger();
  private volatile Book book = new Book(_ -> {});

  /// @param door the port of the shop's pages
  WhatsApp(int door) {
    this.door = door;
    for (int i = 0; i < LINES; i++) {
      var courier = new Courier(door);
      couriers.add(courier);
      threads.execute(courier);
    }
  }

  @Override
  public String name() {
    return "whatsapp";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "SHOPCREW_PORT", Integer.toString(door),
        "SHOPCREW_WHATSAPP_API_URL", server.base().toString(),
        "SHOPCREW_WHATSAPP_PHONE_NUMBER_ID", NUMBER,
        "SHOPCREW_WHATSAPP_ACCESS_TOKEN", "stand-in-token-0123456789",
        "SHOPCREW_WHATSAPP_APP_SECRET", SECRET,
        "SHOPCREW_WHATSAPP_VERIFY_TOKEN", "stand-in-verify",
        "SHOPCREW_WHATSAPP_RATES_PER_NUMBER_PER_SECOND", "1000000",
        "SHOPCREW_WHATSAPP_RATES_PAIR_BURST", "1000000",
        "SHOPCREW_WHATSAPP_RATES_PAIR_EVERY_SECONDS", "1");
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
    return "webhooks brought again: %d; forged: %d, of which believed: %d"
        .formatted(again.get(), forged.get(), believed.get());
  }

  /// A chat keeps to one line, so that its messages come in their order.
  @Override
  public void brings(long chat, String text) {
    Courier courier = couriers.get((int) Math.floorMod(chat, (long) LINES));
    String body = body(chat, text, known.add(chat));
    var letter = new Courier.Letter(body, signed(body, SECRET), false, _ -> {});
    courier.takes(letter);
    if (faults.again()) {
      again.incrementAndGet();
      courier.takes(letter);
    }
    if (!faults.forged()) return;
    forged.incrementAndGet();
    String lie = body(chat + STRANGER, text, true);
    courier.takes(
        new Courier.Letter(
            lie,
            signed(lie, OTHER_SECRET),
            true,
            status -> {
              if (status / 100 == 2) believed.incrementAndGet();
            }));
  }

  private String body(long chat, String text, boolean byAd) {
    var body = JSON.createObjectNode().put("object", "whatsapp_business_account");
    var change = body.putArray("entry").addObject().put("id", "200000000000001");
    var value = change.putArray("changes").addObject().put("field", "messages").putObject("value");
    value.put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", NUMBER);
    var contact = value.putArray("contacts").addObject().put("wa_id", Long.toString(chat));
    contact.putObject("profile").put("name", "Sofia");
    var message = value.putArray("messages").addObject().put("from", Long.toString(chat));
    message.put("id", "wamid.IN" + ids.incrementAndGet()).put("type", "text");
    message.put("timestamp", Long.toString(InstantSource.system().instant().getEpochSecond()));
    message.putObject("text").put("body", text);
    if (byAd) message.putObject("referral").put("source_type", "ad").put("source_id", "7");
    return body.toString();
  }

  private static String signed(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean looks = !exchange.getRequestURI().getPath().endsWith("/messages");
    JsonNode message = looks ? JSON.createObjectNode() : JSON.readTree(body);
    if (looks || message.has("status")) {
      Server.answer(exchange, 200, "{\"success\":true}");
      return;
    }
    switch (faults.next()) {
      case BUSY -> Server.answer(exchange, 429, error(130429));
      case BROKEN -> Server.answer(exchange, 500, error(131016));
      case DROPPED_BEFORE -> {}
      case DROPPED_AFTER -> taken(message);
      case NONE -> Server.answer(exchange, 200, taken(message));
    }
  }

  private static String error(int code) {
    return "{\"error\":{\"message\":\"(#%d) no\",\"type\":\"OAuthException\",\"code\":%d}}"
        .formatted(code, code);
  }

  private String taken(JsonNode message) {
    JsonNode plain = message.path("text").path("body");
    String text =
        plain.isMissingNode()
            ? message.path("interactive").path("body").path("text").asText()
            : plain.asText();
    book.replied(message.path("to").asLong(), text);
    return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.OUT%d\"}]}"
        .formatted(ids.incrementAndGet());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.close();
  }
}
