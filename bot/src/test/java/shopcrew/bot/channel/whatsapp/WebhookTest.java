package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.bot.channel.Arrival;

/// What the platform brings becomes what happened.
class WebhookTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String WANG_FANG = "8613800000001";
  private static final String SOFIA = "BR.13491208655302741918";

  private final Webhook webhook =
      new Webhook(StandInWhatsApp.NUMBER, Meanings.read(), InstantSource.fixed(NOON));

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private Arrival only(byte[] body) {
    List<Arrival> all = webhook.read(body);
    assertEquals(1, all.size(), all::toString);
    return all.getFirst();
  }

  /// The body of the one arrival of a message of that type.
  private Arrival.Body of(String type, String part) {
    var message = Hook.message(WANG_FANG, "wamid.1", NOON, type);
    message.setAll(json(part));
    return only(Hook.messages(message)).body();
  }

  @Test
  void words_come_with_who_and_when() {
    var arrival = only(Hook.text(WANG_FANG, "wamid.1", "有露营灯吗？", NOON.minusSeconds(9)));
    assertEquals(
        new Arrival(
            "whatsapp",
            WANG_FANG,
            "wamid.1",
            "",
            WANG_FANG,
            NOON.minusSeconds(9),
            new Arrival.Words("有露营灯吗？")),
        arrival);
  }

  @Test
  void a_users_id_is_the_address_and_the_number_may_be_missing() {
    var message = Hook.message(SOFIA, "wamid.1", NOON, "text");
    message.putObject("text").put("body", "Oi");
    var hidden = only(Hook.messages(message));
    assertEquals(SOFIA, hidden.address());
    assertNull(hidden.phone());

    var value = Hook.value();
    value.putArray("messages").add(message.put("from", "5511900000001"));
    value.putArray("contacts").add(json("{'profile':{'name':'Sofia'},'user_id':'" + SOFIA + "'}"));
    var both = only(Hook.envelope("messages", value));
    assertEquals(SOFIA, both.address());
    assertEquals("5511900000001", both.phone());
    assertEquals("Sofia", both.name());

    message.remove("from_user_id");
    value
        .withArray("contacts")
        .removeAll()
        .add(json("{'wa_id':'5511900000001','user_id':'" + SOFIA + "'}"));
    assertEquals(SOFIA, only(Hook.envelope("messages", value)).address(), "told with the contact");
  }

  @Test
  void media_come_with_what_is_needed_to_fetch_them() {
    assertEquals(
        new Arrival.Medium("image", "", "image/jpeg", 0, "这个有吗", "700001"),
        of("image", "{'image':{'id':'700001','mime_type':'image/jpeg','caption':'这个有吗'}}"));
    assertEquals(
        new Arrival.Medium("file", "order.pdf", "application/pdf", 0, "", "7"),
        of(
            "document",
            "{'document':{'id':'7','mime_type':'application/pdf','filename':'order.pdf'}}"));
    for (String kind : List.of("audio", "video", "sticker")) {
      var medium = assertInstanceOf(Arrival.Medium.class, of(kind, "{'" + kind + "':{'id':'7'}}"));
      assertEquals(kind, medium.kind());
    }
  }

  @Test
  void places_and_contacts_come_as_words() {
    assertEquals(
        new Arrival.Words("📍 West Lake Hangzhou (30.2501, 120.1667)"),
        of(
            "location",
            "{'location':{'latitude':30.2501,'longitude':120.1667,'name':'West"
                + " Lake','address':'Hangzhou'}}"));
    assertEquals(
        new Arrival.Words("👤 Daniel +44 7700 900001"),
        of(
            "contacts",
            "{'contacts':[{'name':{'formatted_name':'Daniel'},'phones':[{'phone':'+44 7700"
                + " 900001'}]}]}"));
  }

  @Test
  void fingers_come_with_what_the_choice_carried() {
    assertEquals(
        new Arrival.Tapped("wamid.OUT1", "g1:x", "买"),
        only(Hook.tap(WANG_FANG, "wamid.2", "wamid.OUT1", "g1:x", "买", NOON)).body());
    String list =
        "{'interactive':{'type':'list_reply','list_reply':{'id':'c3','title':'47"
            + " 码'}},'context':{'id':'w'}}";
    assertEquals(new Arrival.Tapped("w", "c3", "47 码"), of("interactive", list));
    assertEquals(
        new Arrival.Tapped("", "p", "好"), of("button", "{'button':{'payload':'p','text':'好'}}"));
  }

  @Test
  void edits_and_what_was_taken_back_name_the_first_message() {
    String edit =
        "{'edit':{'original_message_id':'wamid.0','message':{'type':'text','text':{'body':'三个'}}}}";
    assertEquals(new Arrival.Edited("wamid.0", "三个"), of("edit", edit));
    assertEquals(
        new Arrival.Deleted("wamid.0"),
        of("revoke", "{'revoke':{'original_message_id':'wamid.0'}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsupported", "order", "of_next_year"})
  void what_cannot_be_read_is_not_left_without_an_answer(String type) {
    assertEquals(new Arrival.Medium("file", "", "", 0, "", ""), of(type, "{}"));
  }

  @Test
  void who_came_by_an_ad_is_told_before_the_words() {
    var message = Hook.message(WANG_FANG, "wamid.1", NOON, "text");
    message.putObject("text").put("body", "多少钱");
    message.set("referral", json("{'source_type':'ad','source_id':'120200000000001'}"));
    var both = webhook.read(Hook.messages(message));
    assertEquals(new Arrival.Entered("ad:120200000000001"), both.getFirst().body());
    assertEquals("wamid.1#ad", both.getFirst().key());
    assertEquals(new Arrival.Words("多少钱"), both.get(1).body());
    message.set("referral", json("{'source_type':'post','source_id':'1'}"));
    assertEquals(1, webhook.read(Hook.messages(message)).size());
  }

  @ParameterizedTest
  @CsvSource({"sent,SENT", "delivered,DELIVERED", "read,READ", "played,READ", "failed,FAILED"})
  void every_stage_of_our_lines_comes_once(String status, Arrival.Stage stage) {
    var arrival = only(Hook.status(WANG_FANG, "wamid.OUT1", status, "17", NOON));
    assertEquals("wamid.OUT1#" + stage, arrival.key());
    var progress = assertInstanceOf(Arrival.Progress.class, arrival.body());
    assertEquals(stage, progress.stage());
    assertEquals(17, progress.ours());
  }

  @Test
  void a_stage_says_what_is_charged_and_what_went_wrong() {
    var value = Hook.value();
    var status = value.putArray("statuses").addObject();
    status.setAll(
        json(
            "{'id':'w','status':'sent','timestamp':'1763726400','recipient_user_id':'"
                + SOFIA
                + "'}"));
    status.set(
        "pricing",
        json("{'billable':true,'pricing_model':'PMP','type':'regular','category':'service'}"));
    var charged = only(Hook.envelope("messages", value));
    assertEquals(SOFIA, charged.address());
    assertEquals(new Arrival.Progress("w", Arrival.Stage.SENT, "service", ""), charged.body());
    status.withObject("pricing").put("type", "free_entry_point");
    status.put("status", "failed").putArray("errors").addObject().put("code", 131026);
    var failed = only(Hook.envelope("messages", value)).body();
    assertEquals(new Arrival.Progress("w", Arrival.Stage.FAILED, "", "unreachable"), failed);
  }

  @Test
  void what_the_owner_typed_in_the_phone_app_goes_to_the_customers_conversation() {
    var value = Hook.value();
    var echo = value.putArray("message_echoes").addObject();
    echo.setAll(
        json(
            "{'from':'8613800000009','to':'"
                + WANG_FANG
                + "','id':'wamid.E1','timestamp':'1763726400','type':'text','text':{'body':'我来回'}}"));
    var arrival = only(Hook.envelope("smb_message_echoes", value));
    assertEquals(WANG_FANG, arrival.address());
    assertEquals(new Arrival.Echo("我来回"), arrival.body());
    echo.put("type", "image").remove("text");
    assertEquals(new Arrival.Echo("📎"), only(Hook.envelope("smb_message_echoes", value)).body());
    echo.put("type", "revoke");
    assertTrue(webhook.read(Hook.envelope("smb_message_echoes", value)).isEmpty());
  }

  @Test
  void only_the_customer_says_no_to_marketing_and_yes_again() {
    var value = Hook.value();
    var wish = value.putArray("user_preferences").addObject();
    wish.setAll(
        json(
            "{'wa_id':'"
                + WANG_FANG
                + "','category':'marketing_messages','value':'stop','timestamp':1763726400}"));
    assertEquals(
        new Arrival.Marketing(false), only(Hook.envelope("user_preferences", value)).body());
    wish.put("value", "resume");
    assertEquals(
        new Arrival.Marketing(true), only(Hook.envelope("user_preferences", value)).body());
    wish.put("value", "perhaps");
    assertTrue(webhook.read(Hook.envelope("user_preferences", value)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reaction", "system", "request_welcome", ""})
  void what_needs_no_answer_is_passed_over(String type) {
    assertTrue(webhook.read(Hook.messages(Hook.message(WANG_FANG, "w", NOON, type))).isEmpty());
  }

  @Test
  void only_what_is_for_our_own_number_and_for_one_person_is_taken() {
    var value = Hook.value();
    value.putArray("messages").add(json("{'from':'1','id':'w','type':'text','text':{'body':'x'}}"));
    assertEquals(NOON, only(Hook.envelope("messages", value)).at(), "without a time it is now");
    value.withObject("metadata").put("phone_number_id", "999");
    assertTrue(webhook.read(Hook.envelope("messages", value)).isEmpty());
    var group = Hook.message(WANG_FANG, "w", NOON, "text").put("group_id", "g");
    group.putObject("text").put("body", "x");
    assertTrue(webhook.read(Hook.messages(group)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "7", "{", "{\"entry\":7}", "{\"entry\":[{\"changes\":[null]}]}"})
  void no_shape_is_a_fault_of_ours(String body) {
    assertTrue(webhook.read(body.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void several_entries_keep_their_order() {
    var one = Hook.message(WANG_FANG, "w1", NOON, "text");
    one.putObject("text").put("body", "1");
    var two = Hook.message(WANG_FANG, "w2", NOON, "text");
    two.putObject("text").put("body", "2");
    var keys = webhook.read(Hook.messages(one, two)).stream().map(Arrival::key).toList();
    assertEquals(List.of("w1", "w2"), keys);
  }
}
