package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Arrival.Body;
import shopcrew.bot.channel.Arrival.Medium;
import shopcrew.bot.channel.Arrival.Words;

/// What Telegram brings becomes what the shop understands.
class UpdatesTest {
  private static final long GROUP = -100_500;
  private static final Me US = new Me(StandInTelegram.BOT, StandInTelegram.USERNAME);

  private final Watch watch = new Watch();
  private final StandInTelegram telegram = new StandInTelegram();
  private final Person mei = Person.mei(telegram);
  private final Person daniel = Person.daniel(telegram);
  private final Updates updates = new Updates(() -> US, watch);

  @AfterEach
  void close() {
    telegram.close();
  }

  private List<Arrival> read(String kind, ObjectNode what) throws Exception {
    ObjectNode update = Person.update(kind, what).put("update_id", 77);
    byte[] bytes = update.toString().getBytes(StandardCharsets.UTF_8);
    return updates.of(Objects.requireNonNull(Sieve.update(bytes)));
  }

  private Arrival one(String kind, ObjectNode what) throws Exception {
    List<Arrival> all = read(kind, what);
    assertEquals(1, all.size(), "arrivals of " + what);
    return all.getFirst();
  }

  private ObjectNode with(Person who, long chat, String field, String json) throws Exception {
    ObjectNode message = who.message(chat);
    message.set(field, StandInTelegram.JSON.readTree(json));
    return message;
  }

  private Body body(String field, String json) throws Exception {
    return one("message", with(daniel, daniel.id(), field, json)).body();
  }

  @Test
  void words_of_a_private_chat() throws Exception {
    var arrival = one("message", with(mei, mei.id(), "text", "\"昨天卖了多少？\""));
    assertEquals(
        new Arrival(
            "telegram",
            "11",
            "m1",
            "Mei",
            null,
            "zh-hans",
            Instant.ofEpochSecond(Person.NOON),
            new Words("昨天卖了多少？")),
        arrival);
  }

  @Test
  void who_comes_by_a_link_brings_its_code() throws Exception {
    assertEquals(new Arrival.Entered("pair-A_1"), body("text", "\"/start pair-A_1\""));
    assertEquals(new Words("/start"), body("text", "\"/start\""));
    assertEquals(new Words("/start 你 好"), body("text", "\"/start 你 好\""));
    assertEquals(new Words("/stop"), body("text", "\"/stop@CampShopBot\""));
  }

  @Test
  void everything_one_can_send() throws Exception {
    assertEquals(
        new Medium("image", "", "image/jpeg", 900, "", "big"),
        body(
            "photo",
            """
            [{"file_id":"small","file_unique_id":"s","width":90,"height":60,"file_size":90},
             {"file_id":"big","file_unique_id":"b","width":900,"height":600,"file_size":900}]\
            """));
    String file = "\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":7,";
    String wide = "\"width\":1,\"height\":1,\"duration\":1,\"length\":1,";
    assertEquals(
        new Medium("audio", "", "audio/ogg", 7, "", "f"),
        body("voice", "{" + file + "\"duration\":1,\"mime_type\":\"audio/ogg\"}"));
    assertEquals(
        new Medium("audio", "a.mp3", "audio/mpeg", 7, "", "f"),
        body(
            "audio",
            "{" + file + "\"duration\":1,\"file_name\":\"a.mp3\",\"mime_type\":\"audio/mpeg\"}"));
    assertEquals(
        new Medium("video", "", "video/mp4", 7, "", "f"),
        body("video", "{" + file + wide + "\"mime_type\":\"video/mp4\"}"));
    assertEquals(
        new Medium("video", "", "video/mp4", 7, "", "f"),
        body("video_note", "{" + file + wide + "\"x\":1}"));
    assertEquals(
        new Medium("sticker", "👍", "image/webp", 7, "", "f"),
        body("sticker", "{" + file + wide + "\"type\":\"regular\",\"emoji\":\"👍\"}"));
    assertEquals(
        new Medium("file", "月报.pdf", "application/pdf", 7, "", "f"),
        body(
            "document",
            "{" + file + "\"file_name\":\"月报.pdf\",\"mime_type\":\"application/pdf\"}"));
    assertEquals(
        new Medium("file", "", "", 0, "", ""), body("dice", "{\"emoji\":\"🎲\",\"value\":3}"));
    assertEquals(
        new Words("My location: 31.23, 121.4725"),
        body("location", "{\"latitude\":31.23,\"longitude\":121.4725}"));
    assertEquals(
        new Words("My location: Camp, Road 1 (31.23, 121.47)"),
        body(
            "venue",
            """
            {"title":"Camp","address":"Road 1","location":{"latitude":31.23,"longitude":121.47}}\
            """));
  }

  @Test
  void a_picture_has_its_caption() throws Exception {
    ObjectNode message =
        with(
            mei,
            mei.id(),
            "photo",
            "[{\"file_id\":\"p\",\"file_unique_id\":\"u\",\"width\":9,\"height\":6}]");
    assertEquals(
        new Medium("image", "", "image/jpeg", 0, "这个还有货吗", "p"),
        one("message", message.put("caption", "这个还有货吗")).body());
  }

  @Test
  void a_phone_counts_only_if_it_is_the_senders_own() throws Exception {
    String card = "{\"phone_number\":\"+86 138-0013-8000\",\"first_name\":\"Lan\",\"user_id\":%d}";
    var own = one("message", with(mei, mei.id(), "contact", card.formatted(mei.id())));
    assertEquals("8613800138000", own.phone());
    assertEquals(new Words("我的电话：8613800138000"), own.body());
    var others = one("message", with(mei, mei.id(), "contact", card.formatted(99)));
    assertNull(others.phone());
    assertEquals(new Words("联系人：Lan，8613800138000"), others.body());
  }

  @Test
  void a_finger_on_a_button() throws Exception {
    var tap = one("callback_query", mei.tap(mei.id(), 5, "g1:yes", "确认花钱"));
    assertEquals(new Arrival.Tapped("5", "g1:yes", "确认花钱"), tap.body());
    assertEquals("ctap-11-5", tap.key());
    assertEquals(watch.instant(), tap.at(), "a tap has no time of its own");
    ObjectNode old = mei.tap(mei.id(), 5, "g1:yes", "确认花钱");
    old.putObject("message")
        .put("message_id", 5)
        .put("date", 0)
        .set("chat", StandInUpdates.chat(11));
    assertEquals(
        new Arrival.Tapped("5", "g1:yes", ""), one("callback_query", old).body(), "long ago");
  }

  @Test
  void a_correction_names_what_it_corrects() throws Exception {
    ObjectNode message = with(mei, mei.id(), "text", "\"投120块\"").put("edit_date", Person.NOON + 9);
    var edited = one("edited_message", message);
    assertEquals(new Arrival.Edited("m1", "投120块"), edited.body());
    assertEquals("e77", edited.key());
    assertEquals(Instant.ofEpochSecond(Person.NOON + 9), edited.at());
    assertEquals(
        List.of(),
        read("edited_message", with(mei, 11, "location", "{\"latitude\":1,\"longitude\":2}")),
        "a live location moves");
  }

  @Test
  void in_a_group_only_what_is_said_to_the_bot() throws Exception {
    assertEquals(List.of(), read("message", with(mei, GROUP, "text", "\"今晚吃什么\"")));
    ObjectNode named = with(mei, GROUP, "text", "\"@campshopbot 昨天卖了多少？\"");
    named
        .putArray("entities")
        .addObject()
        .put("type", "mention")
        .put("offset", 0)
        .put("length", 12);
    var arrival = one("message", named);
    assertEquals(new Words("昨天卖了多少？"), arrival.body());
    assertEquals("-100500/11", arrival.address(), "each member has a conversation there");
    ObjectNode other = with(mei, GROUP, "text", "\"@OtherBot 在吗\"");
    other.putArray("entities").addObject().put("type", "mention").put("offset", 0).put("length", 9);
    assertEquals(List.of(), read("message", other));
    assertEquals(new Words("/stop"), one("message", with(mei, GROUP, "text", "\"/stop\"")).body());
    assertEquals(
        new Words("/help now"),
        one("message", with(mei, GROUP, "text", "\"/help@CampShopBot now\"")).body());
    assertEquals(List.of(), read("message", with(mei, GROUP, "text", "\"/help@OtherBot\"")));
    ObjectNode answer = with(mei, GROUP, "text", "\"好\"");
    ObjectNode ours = answer.putObject("reply_to_message").put("message_id", 3).put("date", 1);
    ours.set("from", StandInTelegram.person(StandInTelegram.BOT, "Camp Shop", true));
    ours.set("chat", StandInUpdates.chat(GROUP));
    assertEquals(new Words("好"), one("message", answer).body());
    assertEquals("-100500/11", one("callback_query", mei.tap(GROUP, 3, "g1:look", "看")).address());
  }

  @Test
  void who_blocks_the_bot_is_not_reachable() throws Exception {
    for (String status : List.of("kicked", "member")) {
      ObjectNode change = StandInTelegram.JSON.createObjectNode().put("date", Person.NOON);
      change.set("chat", StandInUpdates.chat(21));
      change.set("from", daniel.self());
      for (String which : List.of("old_chat_member", "new_chat_member")) {
        ObjectNode member = change.putObject(which).put("status", status).put("until_date", 0);
        member.set("user", StandInTelegram.person(StandInTelegram.BOT, "Camp Shop", true));
      }
      assertEquals(
          new Arrival.Reachable(status.equals("member")), one("my_chat_member", change).body());
    }
  }

  @Test
  void bots_and_channels_say_nothing_to_us() throws Exception {
    ObjectNode bot = with(mei, mei.id(), "text", "\"buy\"");
    bot.set("from", StandInTelegram.person(9, "Bot", true));
    assertEquals(List.of(), read("message", bot));
    ObjectNode channel = with(mei, -5, "text", "\"news\"");
    channel.set("chat", StandInUpdates.chat(-5).put("type", "channel"));
    assertEquals(List.of(), read("message", channel));
    assertEquals(List.of(), read("channel_post", channel));
    assertEquals(List.of(), read("message", with(mei, GROUP, "new_chat_title", "\"我们的店\"")));
  }

  @Test
  void a_sign_that_the_library_does_not_know_spoils_nothing() throws Exception {
    ObjectNode message = with(mei, mei.id(), "text", "\"还有货吗\"");
    message.putObject("forward_origin").put("type", "from_the_future").put("date", 1);
    message.put("left_chat_member", 5);
    assertEquals(new Words("还有货吗"), one("message", message).body());
    byte[] bad =
        "{\"update_id\":5,\"message\":{\"message_id\":{},\"chat\":7}}"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(), updates.of(Objects.requireNonNull(Sieve.update(bad))));
  }
}
