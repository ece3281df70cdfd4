package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a wish to a receipt, on the practice platform.
class ASpendTest {
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
  void three_hundred_yuan_take_a_look_the_amount_and_a_yes() {
    world.propose(world.mei, ad(300));
    world.mei.sees("最多 300.00 元（叁佰元整）");
    world.jun.sees("At most CNY 300.00");
    world.mei.taps("先看清楚");
    world.mei.sees("打出金额数字：300");
    assertTrue(world.mei.types("300"));
    world.mei.taps("确认花 300.00 元");
    world.mei.sees("2 分钟后去办，现在没有花钱");
    world.jun.sees("nothing spent yet");
    assertEquals(0, world.faults.asked, "D1: nothing is sent in the undo window");

    world.passes(Duration.ofSeconds(119));
    assertEquals(0, world.faults.asked);
    world.passes(Duration.ofSeconds(2));
    assertEquals(1, world.activations());
    assertEquals(yuan(100), world.charged());
    world.mei.sees("花了 100.00 元，最多 300.00 元");
    world.mei.sees("sandbox 练习平台，不花真钱");
    world.mei.sees("今天还能花 1,200.00 元");
    assertTrue(world.mei.last().has("全部停下"));
    assertEquals("ACTIVE", world.state());
    assertEquals(yuan(1_200), world.gate.left().today());
  }

  @Test
  void the_ad_runs_its_days_and_is_settled_with_the_whole_sum() {
    world.propose(world.mei, ad(100));
    world.mei.agrees(100);
    world.passes(Duration.ofSeconds(11));
    world.passes(Duration.ofDays(1));
    world.passes(Duration.ofDays(2));
    assertEquals("SETTLED", world.state());
    assertEquals(yuan(100), world.charged());
    world.mei.sees("花了 100.00 元，最多 100.00 元");
    long lines = world.mei.all().size();
    world.passes(Duration.ofDays(1));
    assertEquals(lines, world.mei.all().size(), "E5: a sweep more changes nothing");
  }

  @Test
  void a_hundred_yuan_take_two_taps() {
    world.propose(world.mei, ad(100));
    world.mei.taps("先看清楚");
    assertEquals("不花", world.mei.last().buttons().getFirst().label());
    world.mei.taps("确认花 100.00 元");
    world.mei.sees("10 秒后去办");
    world.passes(Duration.ofSeconds(11));
    assertEquals(1, world.activations());
  }

  @Test
  void without_the_amount_there_is_no_yes() {
    world.propose(world.mei, ad(300));
    world.mei.taps("先看清楚");
    assertFalse(world.mei.last().has("确认花"), "A2: the steps come in order");
    assertTrue(world.mei.types("30"));
    world.mei.sees("数字对不上，没有花钱");
    assertTrue(world.mei.types("三百"));
    world.mei.sees("请只打数字");
    assertTrue(world.mei.types("300.000"));
    world.mei.sees("请只打数字");
    assertFalse(world.mei.types("好的，可以"), "free text is not for the gate");
    assertEquals("AWAITING", world.state());
  }

  @Test
  void three_wrong_amounts_end_it() {
    world.propose(world.mei, ad(300));
    world.mei.taps("先看清楚");
    world.mei.types("1");
    world.mei.types("2");
    world.mei.types("3");
    assertEquals("REJECTED", world.state());
    assertFalse(world.mei.types("300"));
  }

  @Test
  void the_husbands_digits_answer_nothing_on_the_wifes_card() {
    world.propose(world.mei, ad(300));
    world.mei.taps("先看清楚");
    assertFalse(world.jun.types("300"));
    assertFalse(world.gate.typed("mei", world.jun.conversation, "300"));
    assertEquals(0L, world.number("SELECT COUNT(*) FROM approvals WHERE step = 'AMOUNT'"));
  }

  @Test
  void each_spouse_goes_all_steps_alone() {
    world.propose(world.mei, ad(300));
    world.mei.taps("先看清楚");
    world.mei.types("300");
    var yes = world.mei.lastWith("确认花").button("确认花");
    world.jun.taps("Look first");
    world.time.pass(Duration.ofSeconds(2));
    world.gate.tap("jun", world.jun.conversation, world.jun.line(yes.token()), yes.token());
    world.jun.sees("belongs to somebody else");
    world.gate.tap("mei", world.jun.conversation, world.jun.line(yes.token()), yes.token());
    world.gate.tap("lan", world.lan.conversation, world.lan.line(yes.token()), yes.token());
    world.lan.sees("您不能替他点，没有花钱");
    assertEquals("AWAITING", world.state(), "A5: a button works for its person and chat only");
  }

  @Test
  void a_second_tap_does_nothing_and_says_so() {
    world.propose(world.mei, ad(50));
    world.mei.taps("先看清楚");
    var yes = world.mei.lastWith("确认花").button("确认花");
    world.mei.taps(yes);
    world.mei.taps(yes);
    world.mei.sees("这个按钮已经用过或者过期了");
    world.mei.sees("没有花钱");
    world.passes(Duration.ofSeconds(11));
    world.mei.taps(yes);
    world.mei.sees("花了 16.67 元");
    world.passes(Duration.ofSeconds(60));
    assertEquals(1, world.faults.asked, "A4 C1: many taps, one effect");
    assertEquals(1, world.activations());
  }

  @Test
  void an_unknown_button_gets_an_answer_and_another_roles_button_is_not_ours() {
    assertTrue(
        world.gate.tap(
            "mei",
            world.mei.conversation,
            world.mei.line("g1:AAAAAAAAAAAAAAAAAAAAAAAA"),
            "g1:AAAAAAAAAAAAAAAAAAAAAAAA"));
    world.mei.sees("没有花钱");
    assertFalse(world.gate.tap("mei", world.mei.conversation, world.mei.line("task:1"), "task:1"));
  }

  @Test
  void a_tap_without_a_look_is_too_quick() {
    world.propose(world.mei, ad(50));
    var look = world.mei.last().button("先看清楚");
    world.gate.tap("mei", world.mei.conversation, world.mei.line(look.token()), look.token());
    world.mei.sees("点得太快了");
    world.mei.taps(look);
    world.mei.sees("确认花 50.00 元");
  }

  @Test
  void the_other_owner_can_say_no_at_once_and_in_the_grace() {
    world.propose(world.mei, ad(300));
    world.jun.taps("Don't spend");
    world.mei.sees("Jun点了「不花」");
    assertEquals("REJECTED", world.state());
    world.propose(world.mei, ad(300));
    world.mei.sees("24 小时内刚被拒过");

    world.propose(world.mei, ad(200));
    world.mei.agrees(200);
    world.jun.taps("Undo");
    world.mei.sees("撤回了");
    assertEquals("VOIDED", world.state());
    world.passes(Duration.ofMinutes(5));
    assertEquals(0, world.faults.asked, "A7: a veto before the claim, no effect");
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  void the_no_on_the_other_phone_still_works_in_the_grace() {
    world.propose(world.mei, ad(200));
    world.mei.agrees(200);
    world.jun.taps("Don't spend");
    assertEquals("VOIDED", world.state());
  }

  @Test
  void undo_after_it_was_done_stops_it_and_says_what_it_cost() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    var undo = world.mei.lastWith("撤回").button("撤回");
    world.passes(GateWorld.GRACE);
    world.mei.taps(undo);
    world.mei.sees("到现在花了 100.00 元");
    assertEquals("SETTLED", world.state());
    world.passes(Duration.ofDays(5));
    assertEquals(yuan(100), world.charged());
    assertEquals(yuan(4_900), world.gate.left().month(), "what was not used came back");
  }

  @Test
  void a_card_expires_and_its_buttons_with_it() {
    world.propose(world.mei, ad(300));
    var look = world.mei.last().button("先看清楚");
    world.passes(Duration.ofHours(3));
    world.mei.sees("还在等您");
    world.passes(Duration.ofHours(1));
    assertEquals(1, world.mei.times("还在等您"), "reminded once");
    world.passes(Duration.ofHours(21));
    world.mei.sees("过了有效期");
    world.mei.taps(look);
    world.mei.sees("没有花钱");
    assertEquals("EXPIRED", world.state());
  }

  @Test
  void a_clock_that_goes_back_does_not_revive_an_expired_card() {
    world.propose(world.mei, ad(300));
    world.passes(Duration.ofHours(25));
    var look = world.mei.lastWith("先看清楚").button("先看清楚");
    world.time.set(LocalDateTime.of(2026, 11, 20, 10, 1));
    world.mei.taps(look);
    assertEquals("EXPIRED", world.state(), "E3");
    assertEquals(0L, world.number("SELECT COUNT(*) FROM approvals"));
  }

  @Test
  void a_yes_that_could_not_be_carried_out_in_time_is_off() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.passes(Duration.ofMinutes(20));
    world.mei.sees("过了该办的时间没办成");
    assertEquals(0, world.faults.asked, "no claim after use_by");
    assertEquals("VOIDED", world.state());
  }

  @Test
  void the_clerk_asks_and_the_owners_decide() {
    world.propose(world.lan, ad(50));
    world.lan.sees("已经请老板确认");
    assertFalse(world.lan.last().has("先看清楚"));
    world.mei.agrees(50);
    world.lan.sees("梅姐同意了");
    world.passes(Duration.ofSeconds(11));
    world.lan.sees("花了 16.67 元");
  }

  @Test
  void the_same_proposal_told_twice_is_one() {
    world.gate.propose(ad(50), "mei", world.mei.conversation, "same");
    world.gate.propose(ad(50), "mei", world.mei.conversation, "same");
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents"));
    assertEquals(1, world.mei.times("最多 50.00 元"));
  }

  @Test
  void a_receipt_shows_a_place_in_the_chain() {
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    world.passes(Duration.ofSeconds(11));
    String text = world.mei.last().text();
    String code = text.substring(text.indexOf('R'), text.indexOf('\n'));
    assertTrue(world.gate.verifyReceipt(code), "F3");
    assertFalse(world.gate.verifyReceipt(code.replaceAll(".$", "x")));
    var receipt = world.gate.receipt(code).orElseThrow();
    assertEquals(yuan(50), receipt.max());
    assertEquals("梅姐", receipt.agreedBy());
    assertTrue(receipt.practice());
  }
}
