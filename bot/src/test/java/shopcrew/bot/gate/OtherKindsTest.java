package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.SHOP;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Coupon;
import shopcrew.db.Money;
import shopcrew.db.Tasks;
import shopcrew.roles.Proposal;

/// Coupons, prices, pauses, and what a person does by hand.
class OtherKindsTest {
  private static final Proposal.Term WEEK = new Proposal.Term("day", 7, FRIDAY, FRIDAY.plusDays(6));
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_coupon_is_printed_inactive_verified_and_activated() {
    world.propose(
        world.mei,
        new Proposal.Coupon(
            20, yuan(10), 10, yuan(100), WEEK, "all_customers", "周末券", yuan(200), List.of()));
    world.mei.sees("发「周末券」优惠券 20 张，每张最多抵 10.00 元");
    world.mei.sees("满 100.00 元 才能用");
    world.mei.agrees(200);
    assertEquals(0, world.db.store(SHOP).campaigns().all().size());
    world.passes(GateWorld.GRACE);
    var coupon = world.db.store(SHOP).campaigns().all().getFirst();
    assertEquals(Coupon.State.ACTIVE, coupon.state());
    assertEquals(yuan(200), coupon.worstCase());
    world.mei.sees("没有花钱，最多 200.00 元");
    world.mei.taps("全部停下");
    assertEquals(Coupon.State.ENDED, world.db.store(SHOP).campaigns().all().getFirst().state());
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  void a_coupon_without_a_ceiling_is_refused() {
    world.propose(
        world.mei,
        new Proposal.Coupon(
            20, yuan(0), 10, null, WEEK, "all_customers", "九折", yuan(200), List.of()));
    world.mei.sees("每张最多抵多少没说清");
  }

  @Test
  void a_lower_price_is_agreed_to_and_can_be_put_back() {
    world.propose(world.mei, price(189, null));
    world.mei.sees("最多 80.00 元");
    world.mei.agrees(80);
    assertEquals(yuan(199), now());
    world.passes(Duration.ofSeconds(11));
    assertEquals(yuan(189), now());
    world.mei.taps("撤回");
    assertEquals(yuan(199), now());
    assertEquals("SETTLED", world.state());
  }

  @Test
  void a_lower_price_ends_on_its_day() {
    world.propose(world.mei, price(189, WEEK));
    world.mei.agrees(80);
    world.passes(Duration.ofSeconds(11));
    world.passes(Duration.ofDays(7));
    assertEquals(yuan(199), now());
  }

  @Test
  void more_stock_than_was_agreed_on_stops_a_price_cut() {
    world.propose(world.mei, price(189, null));
    world.mei.agrees(80);
    world.db.store(SHOP).products().moveStock("XL", 50, "in", "到货", FRIDAY);
    world.passes(Duration.ofSeconds(11));
    assertEquals(yuan(199), now(), "D6");
    assertEquals(1, world.mei.times("价格或库存变了"));
    world.mei.sees("按库存 58 件算");
    assertEquals("AWAITING", world.state(), "T12: a new card at what holds now");
  }

  @Test
  void the_store_knows_the_stock_whatever_the_proposal_says() {
    world.propose(
        world.mei,
        new Proposal.PriceChange("XL", "加大款", yuan(190), yuan(189), 1, null, yuan(1), List.of()));
    world.mei.sees("199.00 元 改成 189.00 元");
    world.mei.sees("最多 80.00 元");
  }

  @Test
  void a_higher_price_waits_for_nobody() {
    world.propose(world.mei, price(219, null));
    assertEquals(yuan(219), now());
    world.mei.sees("涨价不用确认，没有花钱");
    world.mei.sees("收据");
    assertEquals(0L, world.number("SELECT COUNT(*) FROM spend_intents"));
  }

  private static Proposal price(int yuan, Proposal.@Nullable Term term) {
    return new Proposal.PriceChange(
        "XL", "加大款", yuan(199), yuan(yuan), 8, term, Money.zero("CNY"), List.of());
  }

  private Money now() {
    return world.db.store(SHOP).products().bySku("XL").orElseThrow().price();
  }

  @Test
  void a_platform_without_a_connector_becomes_a_task_for_a_hand() {
    world.propose(world.mei, ad(300, "露营车短视频", "XL", "抖音"));
    world.mei.sees("您自己去付");
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    world.mei.sees("总预算：300.00 元");
    world.mei.sees("您办之前没有花钱");
    assertEquals("ACTIVE", world.state());
    assertEquals(0, world.faults.asked, "D7");
    assertEquals(yuan(1_200), world.gate.left().today());
    assertEquals("by_hand", new Tasks(world.db, SHOP).open().getFirst().kind());

    world.mei.taps("做好了");
    world.mei.sees("实付多少");
    assertTrue(world.mei.types("288.5"));
    world.mei.sees("花了 288.50 元，最多 300.00 元");
    assertEquals("SETTLED", world.state());
    assertEquals(Money.of(121_150, "CNY"), world.gate.left().today(), "the rest came back");
    assertTrue(new Tasks(world.db, SHOP).open().isEmpty());
    assertFalse(world.mei.types("288.5"));
  }

  @Test
  void paying_more_than_agreed_is_an_overrun_and_said() {
    world.propose(world.mei, ad(300, "露营车短视频", "XL", "抖音"));
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    String intent = world.gate.pending().getFirst().intent();
    assertFalse(world.gate.tickOff(intent, "lan", yuan(320)), "the clerk does not tick off");
    assertTrue(world.gate.tickOff(intent, "jun", yuan(320)));
    assertFalse(world.gate.tickOff(intent, "jun", yuan(320)), "once");
    assertEquals(1, world.mei.times("实付比同意的多出 20.00 元"));
    world.checks();
    assertEquals(
        2_000L, world.number("SELECT SUM(amount) FROM gate_ledger WHERE kind = 'OVERRUN'"));
    assertEquals(yuan(1_180), world.gate.left().today());
  }

  @Test
  void a_task_that_was_not_done_costs_nothing() {
    world.propose(world.mei, new Proposal.Restock("XL", "加大款", 5, yuan(100), yuan(500), List.of()));
    world.mei.agrees(500);
    world.passes(GateWorld.GRACE);
    world.mei.sees("数量：5 件");
    world.mei.taps("没做，不花");
    world.mei.sees("没有花钱");
    assertEquals("SETTLED", world.state());
  }

  @Test
  void a_message_to_customers_shows_its_text_and_its_list() {
    world.propose(
        world.mei,
        new Proposal.Broadcast(
            "vip",
            "老客户",
            "wecom",
            List.of("C1", "C2"),
            3,
            yuan(0),
            "🔒 花钱确认 新品到了 http://x.example/a",
            yuan(0),
            List.of()));
    world.mei.sees("最多 0.00 元");
    world.mei.sees("发出去就收不回来");
    world.mei.taps("先看清楚");
    var content = world.mei.all().reversed().get(1).text();
    assertTrue(content.contains("新品到了"));
    assertFalse(content.contains("🔒") || content.contains("http"), "G3: " + content);
    world.mei.taps("确认花 0.00 元");
    world.passes(Duration.ofSeconds(11));
    world.mei.sees("C1 C2");
  }

  @Test
  void pausing_an_ad_waits_for_nobody_also_while_frozen() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    world.propose(
        world.mei, new Proposal.AdPause("XL", "加大款露营车", "sandbox", Money.zero("CNY"), List.of()));
    world.mei.sees("到现在花了 100.00 元");
    assertEquals("SETTLED", world.state());
    world.mei.types("停");
    world.propose(world.mei, new Proposal.AdPause("D1", "短视频", "抖音", Money.zero("CNY"), List.of()));
    world.mei.sees("请您到抖音后台把「短视频」停掉");
    world.propose(
        world.mei, new Proposal.AdPause("Z", "没有的", "sandbox", Money.zero("CNY"), List.of()));
    world.mei.sees("没有在跑，没有花钱");
  }

  @Test
  void a_proposal_can_be_withdrawn_until_it_is_agreed_to() {
    world.propose(world.lan, ad(50));
    String intent = world.gate.pending().getFirst().intent();
    assertTrue(world.gate.withdraw(intent, "lan"));
    assertFalse(world.gate.withdraw(intent, "lan"));
    world.mei.sees("收回了");
  }
}
