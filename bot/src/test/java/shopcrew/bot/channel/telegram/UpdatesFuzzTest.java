package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.proof.Figures;

/// Whatever stands in an update, it is read, passed over or refused; never anything else.
class UpdatesFuzzTest {
  private static final int INPUTS = Figures.full() ? 1_000_000 : 15_000;
  private static final long SEED = 20_261_121;

  private final StandInTelegram telegram = new StandInTelegram();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Updates updates =
      new Updates(() -> new Me(StandInTelegram.BOT, StandInTelegram.USERNAME), new Watch());

  private final Logger sieve = (Logger) LoggerFactory.getLogger(Sieve.class);

  /// It says of each what it passed over: here, many thousand times.
  @BeforeEach
  void quiet() {
    sieve.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    sieve.setLevel(null);
    telegram.close();
  }

  @Test
  void any_update_is_read_passed_over_or_refused() throws Exception {
    List<String> seeds = seeds();
    int arrived = 0;
    int refused = 0;
    long slowest = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = spoiled(seeds.get(random.nextInt(seeds.size())));
      long begun = System.nanoTime();
      try {
        var update = Sieve.update(input);
        if (update == null) {
          refused++;
        } else {
          for (Arrival arrival : updates.of(update)) {
            arrived++;
            isWhole(arrival);
          }
        }
      } catch (IOException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(i + ": " + new String(input, StandardCharsets.UTF_8), e);
      }
      slowest = Math.max(slowest, System.nanoTime() - begun);
      JsonNode batch = StandInTelegram.JSON.readTree(Sieve.batch(whole(input)));
      assertNotNull(batch.get("result"), "the batch of input " + i);
    }
    assertTrue(arrived > INPUTS / 10 && refused > INPUTS / 100, arrived + " and " + refused);
    assertTrue(slowest < Duration.ofSeconds(5).toNanos(), "one took " + slowest + " ns");
    Figures.of("telegram-updates")
        .put("seed", SEED)
        .put("inputs", INPUTS)
        .put("arrivals", arrived)
        .put("refused", refused)
        .notCovered("inputs steered by what code they reach")
        .write();
  }

  private static void isWhole(Arrival arrival) {
    assertEquals("telegram", arrival.channel());
    assertTrue(arrival.address().matches("-?\\d+(/-?\\d+)?"), arrival.address());
    assertTrue(arrival.key().length() > 1 && "mce".indexOf(arrival.key().charAt(0)) >= 0);
    if (arrival.body() instanceof Arrival.Words(String text)) assertFalse(text.isEmpty());
  }

  /// It in a batch with a good one, if it is JSON at all.
  private static byte[] whole(byte[] input) throws IOException {
    ObjectNode batch = StandInTelegram.JSON.createObjectNode().put("ok", true);
    ArrayNode result = batch.putArray("result");
    try {
      result.add(StandInTelegram.JSON.readTree(input));
    } catch (IOException e) {
      result.addNull();
    }
    result.addObject().put("update_id", 9);
    return StandInTelegram.JSON.writeValueAsBytes(batch);
  }

  /// Good updates of every kind, of one person and of a group.
  private List<String> seeds() throws IOException {
    var mei = Person.mei(telegram);
    var all = new ArrayList<String>();
    String file =
        "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":7,\"width\":1,\"height\":1,\"duration\":1,\"length\":1,\"type\":\"regular\",\"mime_type\":\"a/b\"}";
    for (long chat : new long[] {mei.id(), -100_500}) {
      for (String field :
          List.of("voice", "audio", "video", "video_note", "sticker", "document", "animation")) {
        all.add(message(mei, chat, field, file));
      }
      all.add(message(mei, chat, "photo", "[" + file + "," + file + "]"));
      all.add(message(mei, chat, "text", "\"/start@CampShopBot pair-1\""));
      all.add(message(mei, chat, "text", "\"@CampShopBot 昨天卖了多少？\""));
      all.add(message(mei, chat, "location", "{\"latitude\":1.5,\"longitude\":2}"));
      all.add(
          message(
              mei,
              chat,
              "contact",
              "{\"phone_number\":\"+861\",\"first_name\":\"L\",\"user_id\":11}"));
      all.add(
          message(
              mei,
              chat,
              "reply_to_message",
              "{\"message_id\":1,\"from\":{\"id\":4242},\"chat\":{\"id\":1}}"));
      all.add(
          Person.update("callback_query", mei.tap(chat, 5, "g1:x", "好"))
              .put("update_id", 8)
              .toString());
      ObjectNode edited = mei.message(chat).put("text", "/改").put("edit_date", Person.NOON);
      all.add(Person.update("edited_message", edited).put("update_id", 8).toString());
    }
    return all;
  }

  private static String message(Person who, long chat, String field, String json)
      throws IOException {
    ObjectNode message = who.message(chat);
    message.set(field, StandInTelegram.JSON.readTree(json));
    message.put("caption", "@CampShopBot 看");
    message
        .putArray(field.equals("text") ? "entities" : "caption_entities")
        .addObject()
        .put("type", "mention")
        .put("offset", 0)
        .put("length", 12);
    return Person.update("message", message).put("update_id", 8).toString();
  }

  /// Changed in its tree, or in its bytes.
  private byte[] spoiled(String seed) throws IOException {
    if (random.nextInt(4) == 0) {
      byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      return random.nextInt(6) == 0
          ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
          : bytes;
    }
    JsonNode tree = StandInTelegram.JSON.readTree(seed);
    for (int i = random.nextInt(6) / 4; i >= 0; i--) spoil(tree);
    return StandInTelegram.JSON.writeValueAsBytes(tree);
  }

  private void spoil(JsonNode node) {
    switch (node) {
      case ObjectNode object when !object.isEmpty() -> {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        // Without its number nothing else of it would be looked at.
        if (random.nextInt(20) > 0 && names.size() > 1) names.remove("update_id");
        String name = names.get(random.nextInt(names.size()));
        JsonNode child = object.get(name);
        if (child.isContainerNode() && random.nextInt(5) > 0) spoil(child);
        else if (random.nextInt(3) == 0) object.remove(name);
        else object.set(name, random.nextBoolean() ? odd() : other(child));
      }
      case ArrayNode array when !array.isEmpty() -> {
        int at = random.nextInt(array.size());
        if (array.get(at).isContainerNode() && random.nextInt(5) > 0) spoil(array.get(at));
        else array.set(at, odd());
      }
      default -> {}
    }
  }

  /// Of the same kind, so that it is read and not refused.
  private JsonNode other(JsonNode old) {
    var nodes = StandInTelegram.JSON.getNodeFactory();
    if (old.isNumber()) return nodes.numberNode(random.nextInt());
    if (!old.isTextual()) return old;
    String text = old.textValue();
    int at = random.nextInt(text.length() + 1);
    return nodes.textNode(
        text.substring(0, at) + "@\u200b👍🏽 \n/".charAt(random.nextInt(8)) + text.substring(at));
  }

  private JsonNode odd() {
    var nodes = StandInTelegram.JSON.getNodeFactory();
    return switch (random.nextInt(12)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.numberNode(Long.MIN_VALUE);
      case 2 -> nodes.numberNode(random.nextInt());
      case 3 -> nodes.textNode("");
      case 4 -> nodes.textNode("\u0000\ud83d👩‍👩‍👧‍👦".repeat(random.nextInt(200)));
      case 5 -> nodes.booleanNode(true);
      case 6 -> nodes.arrayNode();
      case 7 -> nodes.arrayNode().add(nodes.nullNode());
      case 8 -> nodes.objectNode();
      case 9 -> nodes.textNode("/start " + "x".repeat(random.nextInt(80)));
      case 10 -> nodes.numberNode(1e300);
      default -> nodes.textNode("supergroup");
    };
  }
}
