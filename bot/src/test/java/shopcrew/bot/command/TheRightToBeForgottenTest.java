package shopcrew.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.StoreWorld;
import shopcrew.db.privacy.Privacy;
import shopcrew.roles.Message;

/// Wang Fang asks what the shop knows of her, and then to be forgotten.
class TheRightToBeForgottenTest extends StoreWorld {
  private static final String ASKED = "我买三个马克杯，能便宜点吗？";
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private String id = "";
  private Privacy privacy;
  private PrivacyDesk desk;

  @BeforeEach
  void she_is_in_the_books() throws IOException {
    shop.rooms()
        .database()
        .writing(
            h -> {
              h.execute(
                  """
                  INSERT INTO customers (shop, id, name, company, type, phone, email, country, province, city,
                    address, language, source, note, opted_out)
                  VALUES ('kiln', 'W1', '王芳芳', '', 'retail', '138-0013-8000', 'wf@example.com', '中国', '浙江',
                    '台州', '台州路1号', 'zh', '小红书', '喜欢蓝色', 0)
                  """);
              h.execute(
                  """
                  INSERT INTO orders (shop, id, customer_id, created_at, channel, ad_campaign, status, state, currency,
                    items, discount, shipping_fee, paid, refunded, refund_type, refund_reason, goods_returned,
                    shipping_cost, platform_fee, pay_method, receiver_name, receiver_phone, receiver_address,
                    carrier, tracking_no, buyer_note)
                  VALUES ('kiln', 'WO-77001', 'W1', '2026-11-01T10:00', '淘宝', '', '已完成', 'DONE', 'CNY',
                    8200, 0, 0, 8200, 0, '', '', 0, 500, 100, '', '王芳芳', '13800138000', '台州路1号', '顺丰',
                    'SF1234567', '请轻放')
                  """);
              h.execute(
                  """
                  INSERT INTO order_lines (shop, order_id, line_no, sku, qty, unit_price, line_total, unit_cost)
                  VALUES ('kiln', 'WO-77001', 1, 'XM-MB-102', 1, 8200, 8200, 2777)
                  """);
              h.execute(
                  """
                  INSERT INTO reviews (shop, id, day, order_id, customer_id, sku, rating, language, content, reply)
                  VALUES ('kiln', 'WR1', '2026-11-05', 'WO-77001', 'W1', 'XM-MB-102', 5, 'zh', '送妈妈的，她住杭州', '')
                  """);
              h.execute(
                  """
                  INSERT INTO leads (shop, id, name, company, country, language, source, contact, interest_sku, stage,
                    message, owner_note)
                  VALUES ('kiln', 'WL1', '王芳芳', '', '中国', 'zh', '展会', 'wf@example.com', '', '新询盘', '想批发', '')
                  """);
            });
    shop.store().search().rebuild();
    wangFang.says(ASKED);
    id = wangFang.conversation();
    shop.rooms().conversations().recognise(id, "W1");
    shop.rooms().contacts().known(id, "芳芳", "8613800138000");
    privacy = new Privacy(shop.rooms().database(), SHOP, home(), 365, 30);
    desk = new PrivacyDesk(privacy, new PrintStream(printed, true, StandardCharsets.UTF_8), "en");
  }

  private static BufferedReader types(String words) {
    return new BufferedReader(new StringReader(words + "\n"));
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /// Every text of every table but the gate's.
  private String everything() {
    var all = new StringBuilder();
    for (String table :
        List.of(
            "customers",
            "orders",
            "order_lines",
            "reviews",
            "leads",
            "conversations",
            "messages",
            "tasks",
            "search_index",
            "tastes")) {
      shop.rooms()
          .database()
          .reading(h -> all.append(h.createQuery("SELECT * FROM " + table).mapToMap().list()));
    }
    return all.toString();
  }

  @Test
  void she_is_found_by_whatever_is_known_of_her() throws IOException {
    for (String words :
        List.of("W1", "芳芳", "13800138000", "138 0013 8000", "wf@example.com", "WO-77001")) {
      printed.reset();
      assertEquals(0, desk.find(words), words);
      assertTrue(said().contains("W1"), words + ": " + said());
    }
    assertEquals(1, desk.find("张三丰"));
  }

  @Test
  void she_is_given_all_of_hers_and_nothing_of_the_shops() throws IOException {
    Path file = folder.resolve("wang.json");
    assertEquals(0, desk.export("W1", file));
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    assertEquals("王芳芳", all.path("customers").path(0).path("name").asText());
    assertEquals(1, all.path("orders").size());
    assertEquals(1, all.path("order_lines").size());
    assertEquals("送妈妈的，她住杭州", all.path("reviews").path(0).path("content").asText());
    assertEquals(1, all.path("leads").size());
    assertEquals("8613800138000", all.path("conversations").path(0).path("phone").asText());
    assertTrue(all.path("messages").toString().contains(ASKED));
    assertEquals(1, all.path("tasks").size());
    assertFalse(all.toString().contains("2777"), "what the shop pays is its own business");
    assertEquals(1, desk.export("nobody", folder.resolve("none.json")));
  }

  @Test
  void she_is_forgotten_and_the_sums_stay() throws IOException {
    mei.says("不要说“芳芳”");
    assertTrue(everything().contains("不要说“芳芳"), "a taste may name somebody");
    long sales = count("SELECT SUM(paid) FROM orders WHERE shop = 'kiln'");
    long asks = count("SELECT COUNT(*) FROM messages");
    assertEquals(0, desk.erase("W1", types("W1")), this::said);
    String left = everything();
    for (String trace :
        List.of(
            "王芳芳",
            "芳芳",
            "13800138000",
            "138-0013-8000",
            "wf@example.com",
            "台州路1号",
            "SF1234567",
            ASKED,
            "能便宜点吗",
            "她住杭州",
            "喜欢蓝色",
            "想批发",
            "请轻放",
            id)) {
      assertFalse(left.contains(trace), trace + " is still there");
    }
    assertEquals(sales, count("SELECT SUM(paid) FROM orders WHERE shop = 'kiln'"));
    assertEquals(asks, count("SELECT COUNT(*) FROM messages"));
    assertTrue(shop.gate().verifyLedger().good());
    assertTrue(
        shop.store().search().reviews("妈妈杭州", 5).stream().noneMatch(h -> h.ref().equals("WR1")));
    String once = everything();
    assertEquals(0, desk.erase("W1", types("W1")), "again, and nothing changes");
    assertEquals(
        once.replaceAll("erased:[0-9a-f-]+", ""), everything().replaceAll("erased:[0-9a-f-]+", ""));
  }

  @Test
  void what_she_asked_for_in_a_chat_goes_too_and_its_goods_are_free_again() throws IOException {
    wangFang.says("我要两个雾蓝色的加大款马克杯");
    Path file = folder.resolve("wang.json");
    assertEquals(0, desk.export("W1", file));
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    assertEquals(1, all.path("draft_orders").size());
    assertEquals("雾蓝", all.path("draft_order_lines").path(0).path("variant").asText());
    assertEquals(62, shop.store().catalogue().available("XM-MB-102"));
    assertEquals(0, desk.erase("W1", types("W1")), this::said);
    assertEquals(64, shop.store().catalogue().available("XM-MB-102"));
    assertEquals(
        0,
        count("SELECT count(*) FROM draft_orders WHERE conversation || cause LIKE '%" + id + "%'"));
    mei.taps("接单");
    assertEquals(0, count("SELECT count(*) FROM draft_orders WHERE state = 'accepted'"));
  }

  @Test
  void who_writes_again_is_a_stranger() throws IOException {
    assertEquals(0, desk.erase("W1", types("W1")), this::said);
    var again =
        shop.rooms().conversations().open("transcript", "wangFang", null, "zh", time.instant());
    assertEquals(id, again.id(), "the same address has the same id");
    assertNull(again.customer());
    var from = shop.router().speaker(again);
    shop.reception().receive(id, "m900", new Message.Text(from, "加大款的马克杯能进微波炉吗？"));
    collect();
    wangFang.sees("微波");
    assertEquals(
        0,
        count("SELECT COUNT(*) FROM conversations WHERE address = 'wangFang' AND customer = 'W1'"));
  }

  @Test
  void nothing_happens_without_the_typed_yes() throws IOException {
    String before = everything();
    assertEquals(1, desk.erase("W1", types("yes")));
    assertEquals(1, desk.erase("W1", types("")));
    assertEquals(1, desk.erase("nobody", types("nobody")));
    assertEquals(before, everything());
  }

  @Test
  void open_money_comes_first() throws IOException {
    shop.rooms()
        .database()
        .writing(h -> h.execute("UPDATE orders SET state = 'TO_SHIP' WHERE id = 'WO-77001'"));
    shop.rooms().tasks().add("refund", "要退钱", id, "W1", null, false, time.instant());
    String before = everything();
    assertEquals(1, desk.erase("W1", types("W1")));
    assertTrue(said().contains("Order WO-77001 is not finished"), said());
    assertTrue(said().contains("is a refund that waits"), said());
    assertEquals(before, everything());
  }

  @Test
  void a_refund_at_the_gate_comes_first_and_its_document_stays() throws IOException {
    mei.says("给订单WO-77001退款20块");
    printed.reset();
    assertEquals(1, desk.erase("W1", types("W1")), this::said);
    assertTrue(said().contains("refund for order WO-77001 is on its way"), said());
    mei.taps("不花");
    printed.reset();
    long documents = count("SELECT COUNT(*) FROM spend_docs");
    assertEquals(0, desk.erase("W1", types("W1")), this::said);
    assertTrue(said().contains("of the spending gate name an order"), said());
    assertEquals(documents, count("SELECT COUNT(*) FROM spend_docs"));
    assertTrue(shop.gate().verifyLedger().good());
  }

  @Test
  void what_she_sent_goes_too() throws IOException {
    long seq =
        count(
            "SELECT MIN(seq) FROM messages WHERE direction = 'in' AND conversation = '" + id + "'");
    Path picture = Files.createDirectories(home().resolve("media")).resolve(seq + ".jpg");
    Files.writeString(picture, "a picture");
    Path other = Files.writeString(home().resolve("media/" + seq + "9.jpg"), "somebody else's");
    assertEquals(0, desk.erase("W1", types("W1")), this::said);
    assertFalse(Files.exists(picture));
    assertTrue(Files.exists(other));
  }

  @Test
  void what_is_old_is_blanked_but_for_what_the_gate_said() throws IOException {
    mei.says("在练习平台投200块推加大款马克杯，到周日");
    long seq =
        count(
            "SELECT MIN(seq) FROM messages WHERE direction = 'in' AND conversation = '" + id + "'");
    Path picture = Files.createDirectories(home().resolve("media")).resolve(seq + ".jpg");
    Files.writeString(picture, "a picture");
    assertEquals("texts 0, files 0", privacy.retain(time.instant().plus(Duration.ofDays(29))));
    assertTrue(Files.exists(picture));
    assertEquals("texts 0, files 1", privacy.retain(time.instant().plus(Duration.ofDays(31))));
    assertFalse(Files.exists(picture));
    long cards = count("SELECT COUNT(*) FROM messages WHERE author = 'gate' AND text <> '…'");
    assertTrue(cards > 0);
    assertFalse(privacy.retain(time.instant().plus(Duration.ofDays(366))).startsWith("texts 0"));
    assertEquals(0, count("SELECT COUNT(*) FROM messages WHERE author <> 'gate' AND text <> '…'"));
    assertEquals(
        cards, count("SELECT COUNT(*) FROM messages WHERE author = 'gate' AND text <> '…'"));
    assertEquals("texts 0, files 0", privacy.retain(time.instant().plus(Duration.ofDays(366))));
    var forever = new Privacy(shop.rooms().database(), SHOP, home(), 0, 0);
    assertEquals("texts 0, files 0", forever.retain(time.instant().plus(Duration.ofDays(9000))));
  }
}
