package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.SHOP;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// The XL wagon costs 110 and sells for 199. Whoever pays for an ad wants to know how many that is.
class EarnBackTest {
  @TempDir Path folder;
  private GateWorld world;
  private int orders;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_ad_says_how_many_wagons_pay_for_it() {
    sold(FRIDAY.minusDays(27), 14, "DONE");
    sold(FRIDAY, 6, "TO_SHIP");
    sold(FRIDAY.minusDays(28), 50, "DONE"); // too long ago
    sold(FRIDAY, 30, "CANCELLED");
    sold(FRIDAY, 30, "UNPAID");
    sold(FRIDAY, 30, "REFUNDED");
    world.propose(world.mei, ad(600));
    world.mei.sees("卖 7 件能回本（一件毛利 89.00 元），最近四周卖了 20 件");
    world.jun.sees(
        "Earned back after 7 sold (margin CNY 89.00 each); 20 sold in the last four weeks");
  }

  @Test
  void pieces_are_rounded_up_and_never_down() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, ad(89));
    world.mei.sees("卖 1 件能回本");
    world.propose(world.mei, ad(90));
    world.mei.sees("卖 2 件能回本");
  }

  @Test
  void a_plan_that_runs_is_counted_in_the_goods_it_is_for() {
    sold(FRIDAY, 4, "DONE");
    world.db.writing(
        h ->
            h.execute(
                """
                INSERT INTO ad_campaigns (shop, id, name, platform, target_sku, state)
                VALUES ('camp', 'D-1', '短视频', '抖音', 'XL', 'running')\
                """));
    world.propose(world.mei, ad(300, "短视频", "D-1", "抖音"));
    world.mei.sees("卖 4 件能回本");
  }

  @Test
  void a_price_cut_is_counted_in_more_pieces_at_the_new_margin() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, price(189));
    world.mei.sees("要多卖 2 件才回本（新价一件毛利 79.00 元），最近四周卖了 4 件");
  }

  @Test
  void a_price_at_its_cost_never_earns_back_and_says_nothing() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, price(110));
    silent();
  }

  @Test
  void a_restock_is_counted_in_the_pieces_that_were_bought() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, new Proposal.Restock("XL", "加大款", 9, yuan(110), yuan(990), List.of()));
    world.mei.sees("卖掉其中 5 件能回本（一件卖 199.00 元），最近四周卖了 4 件");
    world.propose(world.mei, new Proposal.Restock("XL", "加大款", 4, yuan(199), yuan(796), List.of()));
    silent();
  }

  @Test
  void a_coupon_for_one_article_is_counted_and_one_for_all_is_not() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, coupon("XL"));
    world.mei.sees("卖 3 件能回本（一件毛利 89.00 元）");
    world.propose(world.mei, coupon("all_customers"));
    silent();
  }

  @Test
  void what_the_books_do_not_know_is_not_said() {
    world.propose(world.mei, ad(90));
    silent(); // nothing was sold
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, ad(90, "水壶", "NO-SUCH", "sandbox"));
    silent();
    world.db.writing(h -> h.execute("UPDATE products SET cost = NULL"));
    world.propose(world.mei, ad(91));
    silent();
  }

  @Test
  void a_card_that_is_asked_anew_is_counted_anew() throws IOException {
    world.close();
    world = GateWorld.withPins(Files.createDirectory(folder.resolve("anew")));
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, ad(90));
    world.mei.sees("最近四周卖了 4 件");
    sold(FRIDAY, 5, "DONE");
    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    world.mei.taps("取消「Jun」");
    world.mei.pressesPin();
    var card = world.mei.lastWith("先看清楚").text();
    assertTrue(card.contains("最近四周卖了 9 件"), card);
  }

  @Test
  void the_yes_holds_although_more_was_sold_since() {
    sold(FRIDAY, 4, "DONE");
    world.propose(world.mei, ad(90));
    sold(FRIDAY, 5, "DONE");
    world.mei.agrees(90);
    world.passes(Duration.ofSeconds(11));
    assertEquals("ACTIVE", world.state(), "B1: what was shown is what is recomputed");
  }

  private void silent() {
    var text = world.mei.lastWith("先看清楚").text();
    assertEquals(world.mei.last().text(), text, "the newest card");
    assertTrue(!text.contains("回本"), text);
  }

  private static Proposal price(int to) {
    return new Proposal.PriceChange(
        "XL", "加大款", yuan(199), yuan(to), 8, null, Money.zero("CNY"), List.of());
  }

  private static Proposal coupon(String target) {
    var term = new Proposal.Term("day", 7, FRIDAY, FRIDAY.plusDays(6));
    return new Proposal.Coupon(
        20, yuan(10), null, yuan(100), term, target, target, yuan(200), List.of());
  }

  private void sold(LocalDate day, int pieces, String state) {
    String id = "O" + ++orders;
    world.db.writing(
        h -> {
          h.execute(
              """
              INSERT INTO orders (shop, id, customer_id, created_at, channel, ad_campaign, status,
                state, currency, items, discount, shipping_fee, paid, refunded, refund_type,
                refund_reason, goods_returned, shipping_cost, platform_fee, pay_method,
                receiver_name, receiver_phone, receiver_address, carrier, tracking_no, buyer_note)
              VALUES (?, ?, 'C1', ?, '', '', '', ?, 'CNY', 0, 0, 0, 0, 0, '', '', 0, 0, 0, '', '',
                '', '', '', '', '')\
              """,
              SHOP,
              id,
              day.atTime(23, 59).toString(),
              state);
          h.execute(
              """
              INSERT INTO order_lines (shop, order_id, line_no, sku, qty, unit_price, line_total,
                unit_cost) VALUES (?, ?, 1, 'XL', ?, 19900, 0, 11000)\
              """,
              SHOP,
              id,
              pieces);
        });
  }
}
