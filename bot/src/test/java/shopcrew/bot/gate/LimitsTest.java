package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Rule;
import shopcrew.roles.Proposal;

/// What is refused, and what is capped.
class LimitsTest {
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
    world.db.writing(h -> h.execute("INSERT INTO gate_payees VALUES ('camp', 'purchase/样品厂', 0)"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void above_a_thousand_yuan_a_pin_is_asked_for() {
    world.propose(world.mei, ad(1_200));
    world.mei.sees("要按密码。");
    world.mei.taps("先看清楚");
    world.mei.sees("您还没设，没有花钱");
    assertEquals("AWAITING", world.state());
  }

  @Test
  void an_ad_without_an_end_has_no_worst_case() {
    var open = new Proposal.Term("day", 0, FRIDAY, null);
    world.propose(
        world.mei, new Proposal.AdBudget("XL", "加大款", "sandbox", yuan(300), null, open, List.of()));
    world.mei.sees("没有结束日期就没有上限");
  }

  @Test
  void a_daily_budget_counts_all_its_days() {
    var term = new Proposal.Term("day", 14, FRIDAY, FRIDAY.plusDays(13));
    world.propose(
        world.mei, new Proposal.AdBudget("XL", "加大款", "抖音", yuan(30), yuan(30), term, List.of()));
    world.mei.sees("最多 420.00 元");
    world.mei.sees("个别一天最多 52.50 元");
  }

  @Test
  void splitting_does_not_make_it_smaller() {
    for (int i = 0; i < 3; i++) {
      world.propose(world.mei, ad(90, "车" + i, "S" + i, "sandbox"));
      if (i == 0) assertFalse(world.mei.last().text().contains("元整"), "tier 1");
      else world.mei.sees("元整");
      world.mei.taps("先看清楚");
      if (i > 0) world.mei.types("90");
      world.mei.taps("确认花");
    }
    assertEquals(3L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'ARMED'"));
    world.propose(world.mei, ad(800, "车", "S9", "sandbox"));
    world.mei.sees("要按密码。");
    world.mei.sees("最近同类的加起来已经不小");
  }

  @Test
  void what_was_approved_meanwhile_lifts_a_waiting_card() {
    world.propose(world.mei, ad(60, "甲", "A", "sandbox"));
    world.propose(world.mei, ad(70, "乙", "B", "sandbox"));
    var first = world.mei.all().getFirst().button("先看清楚");
    world.mei.agrees(70);
    world.mei.taps(first);
    world.mei.taps("确认花 60.00 元");
    assertEquals(1, world.mei.times("要按新的卡重新确认"), "A10: the tier rose, the card is anew");
    world.mei.sees("元整");
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'SUPERSEDED'"));
  }

  @Test
  void the_same_again_within_a_day_takes_more() {
    world.propose(world.mei, ad(40));
    world.mei.agrees(40);
    world.propose(world.mei, ad(40));
    world.mei.sees("这是第二笔");
    world.mei.sees("肆拾元整");
  }

  @Test
  void at_night_everything_takes_a_step_more() {
    world.time.set(FRIDAY.atTime(23, 0));
    world.propose(world.mei, ad(50));
    world.mei.sees("伍拾元整");
    world.propose(world.mei, ad(300));
    world.mei.sees("要按密码。");
  }

  @Test
  void over_the_cap_there_is_no_button_to_agree() {
    for (int i = 0; i < 2; i++) {
      world.propose(world.mei, restockless(i, 450));
      world.mei.agrees(450);
    }
    world.propose(world.mei, restockless(3, 700));
    world.mei.sees("超出上限，不能确认；今天还能花 600.00 元");
    assertFalse(world.mei.last().has("先看清楚"));
    world.mei.taps("改小一点");
    world.mei.sees("没有花钱。今天还能花 600.00 元");
    assertEquals("SUPERSEDED", world.state());
  }

  /// Of different categories, so that only the cap counts.
  private static Proposal restockless(int i, int yuan) {
    return switch (i) {
      case 0 -> new Proposal.Purchase("sample", "样品厂", "样品", yuan(yuan), List.of());
      case 1 ->
          new Proposal.Coupon(
              yuan / 10,
              yuan(10),
              null,
              null,
              new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2)),
              "all",
              "老客券",
              yuan(yuan),
              List.of());
      default -> ad(yuan);
    };
  }

  @Test
  void two_cards_that_fit_alone_do_not_both_go_through_the_cap() {
    world.propose(world.mei, restockless(0, 900));
    world.propose(world.mei, restockless(3, 900));
    world.mei.agrees(900);
    world.mei.taps(world.mei.all().getFirst().button("先看清楚"));
    world.mei.types("900");
    world.mei.taps("确认花 900.00 元");
    assertEquals(
        1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'ARMED'"), "C2");
    world.mei.sees("超出上限，不能确认");
    assertEquals(yuan(600), world.gate.left().today());
  }

  @Test
  void the_owners_own_lower_caps_count() {
    var rules = world.db.store(GateWorld.SHOP).rules();
    rules.read(
        List.of(
            new Rule(Rule.Kind.AD_MONTH_CAP, "", "20000", "广告月度总上限 200 元"),
            new Rule(Rule.Kind.AD_PLAN_DAY_CAP, "", "15000", "单个计划单日上限 150 元")));
    rules.agree("mei", world.time.instant());
    world.propose(world.mei, ad(300));
    world.mei.sees("这个月还能花 200.00 元");
    var term = new Proposal.Term("day", 1, FRIDAY, FRIDAY);
    world.propose(
        world.mei,
        new Proposal.AdBudget("B", "乙", "sandbox", yuan(160), yuan(160), term, List.of()));
    world.mei.sees("超出单个计划每天 150.00 元 的上限");
    world.propose(world.mei, ad(150));
    assertTrue(world.mei.last().has("先看清楚"));
  }

  @Test
  void restocks_have_a_cap_of_their_own() {
    world.propose(world.mei, new Proposal.Restock("XL", "加大款", 10, yuan(90), yuan(900), List.of()));
    world.mei.agrees(900);
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  void not_more_than_three_wait_and_six_a_day_are_asked() {
    for (int i = 0; i < 3; i++) world.propose(world.mei, ad(50, "车" + i, "S" + i, "sandbox"));
    world.propose(world.mei, ad(50, "车", "S", "sandbox"));
    world.mei.sees("已经有 3 张确认卡在等，没有花钱");
    for (int i = 0; i < 3; i++) world.mei.taps("不花");
    for (int i = 3; i < 6; i++) {
      world.propose(world.mei, ad(50, "车" + i, "S" + i, "sandbox"));
      world.mei.taps("不花");
    }
    world.propose(world.mei, ad(50, "车", "S", "sandbox"));
    world.mei.sees("今天已经问过 6 次了");
  }

  @Test
  void another_currency_is_not_guessed() {
    var term = new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2));
    var dollars = shopcrew.db.Money.of(5_000, "USD");
    world.propose(
        world.mei, new Proposal.AdBudget("XL", "加大款", "sandbox", dollars, null, term, List.of()));
    world.mei.sees("不是本店的结算货币");
  }

  @Test
  void the_purse_counts_days_by_the_shops_clock() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    assertEquals(yuan(1_200), world.gate.left().today());
    world.passes(Duration.ofHours(15));
    assertEquals(yuan(1_500), world.gate.left().today());
    assertEquals("VOIDED", world.state(), "it was not carried out in time");
    assertEquals(yuan(5_000), world.gate.left().month());
  }
}
