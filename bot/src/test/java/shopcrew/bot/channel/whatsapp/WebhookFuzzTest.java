package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.proof.Figures;

/// Whatever comes to the door, nothing unsigned passes, and what is signed is read or passed over,
/// soon.
class WebhookFuzzTest {
  private static final long SEED = 20_261_123;
  private static final int INPUTS = Figures.full() ? 1_000_000 : 30_000;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Signature signature = new Signature(StandInWhatsApp.SECRET);
  private final Webhook webhook =
      new Webhook(StandInWhatsApp.NUMBER, Meanings.read(), InstantSource.fixed(NOON));

  @Test
  void nothing_unsigned_passes() {
    byte[] body = Hook.text("8613800000001", "wamid.1", "有露营灯吗？", NOON);
    String good = signature.sign(body);
    int passed = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] other = random.nextInt(3) == 0 ? bytes() : bent(body);
      String said = random.nextInt(3) == 0 ? good : header(good);
      boolean same = Arrays.equals(other, body) && said.equals(good);
      assertEquals(same, signature.of(other, said), said);
      if (same) passed++;
    }
    assertTrue(passed > 0 && passed < INPUTS / 5, "only what is as it was: " + passed);
    assertFalse(signature.of(body, null));
  }

  @Test
  void whatever_is_signed_is_read_or_passed_over() throws IOException {
    List<byte[]> bodies = bodies();
    int read = 0;
    long longest = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] body = bodies.get(random.nextInt(bodies.size()));
      byte[] input =
          switch (random.nextInt(8)) {
            case 0 -> bytes();
            case 1 -> bent(body);
            case 2 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 3 -> deep(random.nextInt(1, 5_000));
            default -> twisted(body);
          };
      long start = System.nanoTime();
      List<Arrival> arrivals = webhook.read(input);
      longest = Math.max(longest, System.nanoTime() - start);
      for (Arrival arrival : arrivals) sound(arrival, input);
      if (!arrivals.isEmpty()) read++;
    }
    assertTrue(Duration.ofNanos(longest).compareTo(SOON) < 0, "took " + longest + " ns");
    assertTrue(read > INPUTS / 10, "most of them would be noise: " + read);
  }

  private static void sound(Arrival arrival, byte[] input) {
    String of = new String(input, StandardCharsets.UTF_8);
    assertTrue(Addresses.is(arrival.address()), of);
    assertTrue(arrival.key().length() > 2 || !arrival.key().isBlank(), of);
    assertTrue(arrival.key().length() <= 530, of);
    assertTrue(arrival.phone() == null || Addresses.isPhone(arrival.phone()), of);
    assertTrue(arrival.name().length() <= 200, of);
    if (arrival.body() instanceof Arrival.Words(String text)) assertFalse(text.isBlank(), of);
  }

  private List<byte[]> bodies() {
    var value = Hook.value();
    value.putArray("message_echoes").addObject().put("to", "1").put("id", "w").put("type", "text");
    var wishes = Hook.value();
    wishes
        .putArray("user_preferences")
        .addObject()
        .put("wa_id", "1")
        .put("value", "stop")
        .put("category", "marketing_messages")
        .put("timestamp", 1_763_726_400);
    var bodies = new ArrayList<byte[]>();
    bodies.add(Hook.text("8613800000001", "wamid.1", "有露营灯吗？", NOON));
    bodies.add(Hook.text("BR.13491208655302741918", "wamid.2", "Oi", NOON));
    bodies.add(Hook.tap("8613800000001", "wamid.3", "wamid.OUT1", "g1:x", "买", NOON));
    bodies.add(Hook.status("8613800000001", "wamid.OUT1", "failed", "17", NOON));
    bodies.add(Hook.envelope("smb_message_echoes", value));
    bodies.add(Hook.envelope("user_preferences", wishes));
    for (String type :
        new String[] {"image", "document", "location", "contacts", "edit", "revoke", "button"}) {
      var message = Hook.message("8613800000001", "wamid.4", NOON, type);
      message
          .putObject(type)
          .put("id", "7")
          .put("latitude", 1.5)
          .put("longitude", 2)
          .put("payload", "p")
          .put("original_message_id", "wamid.0")
          .put("filename", "a.pdf")
          .putObject("message")
          .put("type", "text");
      message.putObject("referral").put("source_type", "ad").put("source_id", "12");
      bodies.add(Hook.messages(message));
    }
    return bodies;
  }

  /// A few of its bits are others, or none.
  private byte[] bent(byte[] body) {
    byte[] bent = body.clone();
    for (int i = random.nextInt(4); i > 0; i--) {
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bent;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String header(String good) {
    byte[] sum = new byte[random.nextInt(40)];
    random.nextBytes(sum);
    return switch (random.nextInt(6)) {
      case 0 -> "sha256=" + HexFormat.of().formatHex(sum);
      case 1 -> good.substring(0, random.nextInt(good.length()));
      case 2 -> good + random.nextInt(10);
      case 3 -> "sha1=" + good.substring(7);
      case 4 -> new String(sum, StandardCharsets.ISO_8859_1);
      default -> good;
    };
  }

  private static byte[] deep(int depth) {
    return ("{\"entry\":" + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8);
  }

  /// The same with some of its parts of another kind.
  private byte[] twisted(byte[] body) throws IOException {
    JsonNode json = JSON.readTree(body);
    for (int i = random.nextInt(1, 4); i > 0; i--) twist(json);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void twist(JsonNode at) {
    if (at instanceof ObjectNode object && !object.isEmpty()) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(8) > 0 && object.get(name).isContainerNode()) twist(object.get(name));
      else if (random.nextInt(4) == 0) object.remove(name);
      else object.set(name, any());
    } else if (at instanceof ArrayNode array && !array.isEmpty()) {
      int which = random.nextInt(array.size());
      if (random.nextInt(8) > 0 && array.get(which).isContainerNode()) twist(array.get(which));
      else array.insert(which, any());
    }
  }

  private JsonNode any() {
    return switch (random.nextInt(11)) {
      case 0 -> NEW.nullNode();
      case 1 -> NEW.booleanNode(true);
      case 2 -> NEW.numberNode(random.nextLong());
      case 3 -> NEW.numberNode(new BigDecimal("1e" + random.nextInt(2_000_000_000)));
      case 4 -> NEW.textNode("");
      case 5 -> NEW.textNode("\u0000\ud800\u202e");
      case 6 -> NEW.textNode("x".repeat(random.nextInt(20_000)));
      case 7 -> NEW.arrayNode().add(random.nextInt()).addNull();
      case 8 -> NEW.objectNode().put("body", "b").put("id", " ");
      case 9 ->
          NEW.textNode(
              List.of("interactive", "audio", "read", "9999999999").get(random.nextInt(4)));
      default -> NEW.textNode(new String(bytes(), StandardCharsets.ISO_8859_1));
    };
  }
}
