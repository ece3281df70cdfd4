package shopcrew.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tea shop of Mei and Jun, with customers Wang Fang and Daniel, on a real file.
class TablesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @TempDir Path folder;
  private Database database;
  private Store store;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("shop.db"));
    store = database.store("tea");
    database.writing(
        h -> {
          h.execute(
              """
              INSERT INTO products (shop, sku, category, title_zh, title_en, currency, cost, price, stock, status,
                                    on_sale, desc_zh, desc_en)
              VALUES ('tea', 'T1', '茶叶', '白毫银针', 'Silver Needle', 'CNY', 4000, 9850, 12, '在售', 1, '', ''),
                     ('pots', 'P1', '茶具', '别家的壶', 'Pot', 'CNY', 100, 200, 5, '在售', 1, '', '')
              """);
          h.execute(
              """
              INSERT INTO product_attributes (shop, sku, name, position, value, visibility)
              VALUES ('tea', 'T1', '产地', 1, '福鼎', 'public'), ('tea', 'T1', '供应商', 2, '老林', 'owner')
              """);
          customer("C1", "王芳", "13800001234");
          customer("C2", "Daniel", "13800005678");
          order("O1", "C1", "13800001234", 20_000, 0, 0);
          order("O2", "C2", "13900009999", 10_000, 10_000, 1);
          order("O3", "C2", "13900009999", 10_000, 2_500, 1);
        });
    store.search().rebuild();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void customer(String id, String name, String phone) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO customers (shop, id, name, company, type, phone, email, country, province, city, address,
                                       language, source, note, opted_out)
                VALUES ('tea', ?, ?, '', 'retail', ?, '', '', '', '', '', 'zh', '', '', 0)
                """,
                id,
                name,
                phone));
  }

  /// Two pieces at a cost of 40.00 each.
  private void order(String id, String customer, String phone, long paid, long refunded, int back) {
    database.writing(
        h -> {
          h.execute(
              """
              INSERT INTO orders (shop, id, customer_id, created_at, channel, ad_campaign, status, state, currency, items,
                discount, shipping_fee, paid, refunded, refund_type, refund_reason, goods_returned, shipping_cost,
                platform_fee, pay_method, receiver_name, receiver_phone, receiver_address, carrier, tracking_no, buyer_note)
              VALUES ('tea', ?, ?, '2026-03-01T23:59', '淘宝', '', '已完成', 'DONE', 'CNY', ?, 0, 0, ?, ?, '', '', ?, 500,
                100, '', '', ?, '台州路1号', '', '', '')
              """,
              id,
              customer,
              paid,
              paid,
              refunded,
              back,
              phone);
          h.execute(
              "INSERT INTO order_lines (shop, order_id, line_no, sku, qty, unit_price, line_total,"
                  + " unit_cost) VALUES ('tea', ?, 1, 'T1', 2, ?, ?, 4000)",
              id,
              paid / 2,
              paid);
        });
  }

  private static Money yuan(String text) {
    return Money.parse(text, "CNY");
  }

  @Test
  void stock_follows_what_is_said_and_never_goes_below_zero() {
    var products = store.products();
    assertEquals(
        new Products.Moved(12, 10),
        products.moveStock("T1", -2, "sale", "老客户", TODAY).orElseThrow());
    assertTrue(products.moveStock("T1", -11, "sale", "", TODAY).isEmpty());
    assertTrue(products.moveStock("NO", 1, "delivery", "", TODAY).isEmpty());
    assertTrue(
        products.moveStock("P1", 1, "delivery", "", TODAY).isEmpty(), "another shop's article");
    assertEquals(
        new Products.Moved(10, 60), products.setStock("T1", 60, "盘点", TODAY).orElseThrow());
    assertEquals(
        List.of("count 50", "sale -2"),
        store.stockMoves().of("T1", 10).stream().map(m -> m.type() + " " + m.qty()).toList());
    assertEquals(TODAY, store.stockMoves().lastDelivery("T1").orElseThrow());
    assertTrue(store.stockMoves().lastDelivery("NO").isEmpty());
  }

  @Test
  void a_price_and_a_listing_can_be_changed_for_one_article_only() {
    assertTrue(database.priceTags("tea").set("T1", yuan("88")));
    assertTrue(store.products().setTitles("T1", "银针", "Needle"));
    assertFalse(database.priceTags("tea").set("NO", yuan("88")));
    var listing = store.catalogue().bySku("T1").orElseThrow();
    assertEquals(yuan("88"), listing.price());
    assertEquals("Needle", listing.title("en"));
    assertTrue(store.products().setStatus("T1", "下架", false));
    assertTrue(store.catalogue().all().isEmpty());
  }

  @Test
  void the_catalogue_shows_no_owners_column() {
    assertEquals("{产地=福鼎}", store.catalogue().bySku("T1").orElseThrow().attributes().toString());
    assertEquals(2, store.products().bySku("T1").orElseThrow().attributes().size());
    var parts = Arrays.stream(Listing.class.getRecordComponents()).map(c -> c.getName()).toList();
    assertTrue(
        parts.stream().noneMatch(n -> n.matches("(?i).*cost.*|stock|.*supplier.*|.*margin.*")),
        parts::toString);
  }

  @Test
  void customers_see_their_own_orders_and_nobody_elses() {
    var hers = store.myOrders("C1");
    assertEquals(List.of("O1"), hers.all().stream().map(MyOrder::id).toList());
    assertTrue(hers.byId("O2").isEmpty());
    assertTrue(hers.byId("O1' OR '1'='1").isEmpty());
    assertEquals(2, store.myOrders("C2").all().size());
  }

  @Test
  void an_order_number_and_four_digits_tell_who_somebody_is() {
    var who = store.identification();
    assertEquals("C1", who.verify("o1", "1234").orElseThrow());
    assertEquals("C2", who.verify("O2", "9999").orElseThrow());
    assertEquals("C2", who.verify("O2", "5678").orElseThrow(), "the phone in the address book");
    assertTrue(who.verify("O1", "5678").isEmpty());
    assertTrue(who.verify("O1", "").isEmpty());
    assertTrue(who.verify("O1", "%").isEmpty());
    assertTrue(database.store("pots").identification().verify("O1", "1234").isEmpty());
  }

  @Test
  void profit_takes_back_the_cost_of_goods_that_came_back() {
    assertEquals(yuan("114"), store.sales().ofCustomer("C1", Days.of(TODAY)).profit());
    var daniel = store.sales().ofCustomer("C2", Days.of(TODAY));
    // O2: all refunded, goods back: −6. O3: a quarter refunded and returned: 75 − 60 − 6.
    assertEquals(yuan("3"), daniel.profit());
    assertEquals(yuan("75"), daniel.net());
    assertEquals(3, store.sales().byDay(Days.of(TODAY)).getFirst().orders());
    assertEquals(0, store.sales().total(Days.of(TODAY.plusDays(1))).orders());
    assertEquals(yuan("117"), store.sales().ofSku("T1", Days.of(TODAY)).profit());
    assertEquals(1, store.sales().byChannel(Days.always()).size());
    assertTrue(store.sales().byCampaign(Days.always()).isEmpty());
  }

  @Test
  void orders_are_found_by_day_customer_and_article() {
    assertEquals(3, store.orders().in(Days.of(TODAY)).size());
    assertTrue(store.orders().in(Days.of(TODAY.minusDays(1))).isEmpty());
    assertEquals(List.of("O1"), store.orders().ofCustomer("C1").stream().map(Order::id).toList());
    assertEquals(3, store.orders().ofSku("T1", Days.of(TODAY)).size());
    assertEquals(3, store.orders().withState(OrderState.DONE).size());
    assertEquals(TODAY, store.orders().newestDay().orElseThrow());
    assertTrue(database.store("empty").orders().newestDay().isEmpty());
  }

  @Test
  void customers_are_found_by_name_and_can_be_left_alone() {
    assertEquals("C1", store.customers().named("王芳").getFirst().id());
    assertEquals("C2", store.customers().named("Dan").getFirst().id());
    assertTrue(store.customers().named("%").size() <= 2);
    assertTrue(store.customers().setOptedOut("C1", true));
    assertTrue(store.customers().byId("c1").orElseThrow().optedOut());
    assertEquals(2, store.customers().ofType("retail").size());
  }

  @Test
  void search_finds_any_number_of_characters_and_is_not_broken_by_signs() {
    var said = "签收后 7 天内可以退货。Returns within 7 days.";
    var line = new Edits.Statement("", said, "", null, null);
    var taught = Edits.Change.said("梅姐", line);
    store.edits().open(taught, true, TODAY, Instant.EPOCH);
    for (var word : List.of("退", "退货", "可以退货", "returns within")) {
      assertEquals(1, store.search().exact(Search.Kind.KNOWLEDGE, word, 5).size(), word);
    }
    assertTrue(store.search().exact(Search.Kind.KNOWLEDGE, "货退", 5).isEmpty());
    assertEquals(1, store.search().lines("我想退货,怎么弄? \"AND\" * NEAR( -x:", 5).size());
    assertTrue(store.search().lines("😀", 5).isEmpty());
    assertTrue(store.search().lines("", 5).isEmpty());
    assertEquals(1, store.search().lines("退货".repeat(5000), 5).size());
    assertEquals("T1", store.search().listings("福鼎的茶", 5).getFirst().ref());
    assertTrue(store.search().listings("老林", 5).isEmpty());
  }

  @Test
  void only_agreed_rules_count_and_the_stricter_wins() {
    var rules = store.rules();
    assertTrue(
        rules.read(
            List.of(
                new Rule(Rule.Kind.AD_MONTH_CAP, "", "500000", "a"),
                new Rule(Rule.Kind.AD_MONTH_CAP, "", "300000", "b"),
                new Rule(Rule.Kind.FLOOR_PERCENT, "", "112", "c"),
                new Rule(Rule.Kind.FLOOR_PERCENT, "", "120", "d"))));
    assertTrue(rules.value(Rule.Kind.AD_MONTH_CAP).isEmpty());
    assertTrue(rules.agree("mei", Instant.parse("2026-03-01T00:00:00Z")));
    assertEquals(yuan("3000"), rules.amount(Rule.Kind.AD_MONTH_CAP).orElseThrow());
    assertEquals("120", rules.value(Rule.Kind.FLOOR_PERCENT).orElseThrow());
    assertTrue(database.store("pots").rules().current().isEmpty());
  }

  @Test
  void a_coupon_is_printed_before_it_is_active_and_ends_for_good() {
    var press = database.couponPress("tea");
    var coupon =
        new Coupon(
            "SPRING",
            null,
            yuan("10"),
            yuan("99"),
            50,
            0,
            TODAY,
            TODAY.plusDays(7),
            "老客户",
            Coupon.State.INACTIVE);
    assertTrue(press.print(coupon));
    assertFalse(press.print(coupon), "asked twice, printed once");
    assertTrue(store.campaigns().usable(TODAY).isEmpty());
    assertTrue(press.activate("SPRING"));
    assertEquals(yuan("500"), store.campaigns().usable(TODAY).getFirst().worstCase());
    assertTrue(store.campaigns().usable(TODAY.plusDays(8)).isEmpty());
    assertTrue(press.end("SPRING"));
    assertFalse(press.activate("SPRING"));
  }

  @Test
  void what_roles_may_hold_says_nothing_of_how_rows_are_kept_and_cannot_issue_anything() {
    var tables = Arrays.stream(Store.class.getDeclaredMethods()).map(m -> m.getReturnType());
    var safe =
        tables.filter(t -> t.getPackage() != null && t.getName().startsWith("shopcrew")).toList();
    assertTrue(safe.size() > 10);
    for (var table : safe) {
      for (var method : table.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          var types =
              Stream.concat(
                  Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
          assertTrue(
              types.noneMatch(
                  t ->
                      t.getName().startsWith("org.jdbi")
                          || t.getName().startsWith("java.sql")
                          || t == Database.class
                          || t == CouponPress.class),
              method::toString);
        }
      }
      if (!table.isRecord()) {
        for (var constructor : table.getDeclaredConstructors()) {
          assertTrue(
              !Modifier.isPublic(constructor.getModifiers())
                  || List.of(constructor.getParameterTypes()).contains(Database.class),
              constructor::toString);
        }
      }
    }
  }
}
