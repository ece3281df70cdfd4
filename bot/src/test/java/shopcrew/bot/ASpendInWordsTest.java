package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// From words to a receipt, through the router.
class ASpendInWordsTest extends StoreWorld {
  private static final String WISH = "在练习平台投200块推加大款马克杯，到周日";

  private void meiAgrees() {
    mei.says(WISH);
    mei.taps("先看清楚");
    mei.says("200");
    mei.taps("确认花 200.00 元");
  }

  @Test
  void two_hundred_yuan_from_words_to_the_receipt() {
    mei.says(WISH);
    mei.sees("最多 200.00 元", "加大款").with("先看清楚", "不花");
    jun.sees("At most CNY 200.00");
    lan.seesNothing();
    mei.taps("先看清楚");
    mei.sees("打出金额数字：200");
    mei.says("200");
    mei.taps("确认花 200.00 元");
    jun.sees("nothing spent yet").with("Undo");
    ads.wasNeverAsked();
    time.passes(Duration.ofSeconds(121));
    mei.sees("收据", "最多 200.00 元", "不花真钱").with("全部停下");
    time.passes(Duration.ofDays(1));
    time.passes(Duration.ofDays(2));
    ads.wasCharged(yuan(200)).once();
    assertTrue(shop.gate().verifyLedger().good());
  }

  @Test
  void in_english_too() {
    jun.says("spend 90 on the practice platform for the large hand-thrown mug until Sunday");
    jun.sees("At most CNY 90.00").with("Look first", "Don't spend");
    jun.taps("Look first");
    jun.taps("Spend CNY 90.00");
    time.passes(Duration.ofSeconds(11));
    jun.sees("🧾", "no real money");
    assertEquals(1, ads.activations());
  }

  @Test
  void a_second_tap_does_nothing() {
    meiAgrees();
    var yes = mei.button("确认花 200.00 元");
    mei.taps(yes);
    mei.sees("这个按钮已经用过或者过期了");
    time.passes(Duration.ofSeconds(121));
    mei.taps(yes);
    mei.sees("这个按钮已经用过或者过期了", "花了");
    time.passes(Duration.ofMinutes(5));
    assertEquals(1, ads.activations());
  }

  @Test
  void who_changes_her_mind_in_time_pays_nothing() {
    meiAgrees();
    mei.taps("撤回");
    mei.sees("撤回了", "没有花钱");
    time.passes(Duration.ofMinutes(5));
    ads.wasNeverAsked();
  }

  @Test
  void one_no_of_the_husband_is_enough() {
    mei.says(WISH);
    jun.taps("Don't spend");
    mei.sees("Jun", "不花", "没有花钱");
    mei.taps("先看清楚");
    mei.sees("没有花钱");
    ads.wasNeverAsked();
  }

  @Test
  void the_clerk_stops_everything_with_one_word() {
    meiAgrees();
    lan.says("停");
    lan.sees("已全部停下", "没有花钱");
    mei.sees("已全部停下");
    time.passes(Duration.ofMinutes(5));
    ads.wasNeverAsked();
    mei.says(WISH);
    mei.sees("停花状态", "没有花钱");
  }

  @Test
  void the_clerk_may_propose_and_not_agree() {
    lan.says("在练习平台投50块推加大款马克杯，到周日");
    lan.sees("已经请老板确认");
    lan.hasNoButton("先看清楚");
    var look = mei.button("先看清楚");
    lan.taps(look);
    lan.sees("没有花钱");
    lan.says("50");
    time.passes(Duration.ofMinutes(5));
    ads.wasNeverAsked();
    mei.taps("先看清楚");
    mei.taps("确认花 50.00 元");
    time.passes(Duration.ofSeconds(11));
    lan.sees("收据");
    assertEquals(1, ads.activations());
  }

  @Test
  void above_tier_two_there_is_one_sentence_and_no_card() {
    mei.says("在练习平台投1200块推加大款马克杯，到周日");
    mei.sees("1,200.00", "没有花钱");
    mei.hasNoButton("先看清楚");
    ads.wasNeverAsked();
  }

  @Test
  void over_the_cap_of_a_plan_the_card_says_so_and_has_no_button_to_agree() {
    mei.says("在练习平台投900块推加大款马克杯，到周日");
    mei.sees("每天 150.00 元 的上限，不能确认").with("不花", "改小一点");
    mei.hasNoButton("先看清楚");
    mei.taps("改小一点");
    mei.sees("没有花钱");
    time.passes(Duration.ofMinutes(5));
    ads.wasNeverAsked();
  }

  @Test
  void an_unclear_amount_is_asked_back_and_the_next_short_message_answers() {
    mei.says("在练习平台投个几百块推加大款马克杯，到周日");
    mei.sees("多少");
    mei.hasNoButton("先看清楚");
    mei.says("200");
    mei.sees("最多 200.00 元", "加大款").with("先看清楚");
  }

  @Test
  void a_card_is_remembered_once_and_expires() {
    mei.says(WISH);
    var look = mei.button("先看清楚");
    time.passes(Duration.ofHours(5));
    mei.sees("还在等您");
    time.passes(Duration.ofHours(1));
    assertEquals(1, mei.times("还在等您"));
    time.passes(Duration.ofHours(20));
    mei.sees("过了有效期", "没有花钱");
    mei.taps(look);
    mei.sees("没有花钱");
    ads.wasNeverAsked();
  }
}
