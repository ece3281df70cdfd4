package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;
import shopcrew.db.privacy.Privacy;

/// How far the team speaks by itself, subject by subject.
class AnswersTheOwnersSeeFirstTest extends StoreWorld {
  private static final String QUESTION = "不喜欢可以退货吗？";
  private static final String RULE = "7 天无理由退货";

  private void returnsAreShownFirst() {
    mei.says("退货的问题先给我看");
    mei.sees("退换货", "先给您看");
  }

  @Test
  void nobody_has_said_anything_and_facts_go_out_at_once() {
    wangFang.says(QUESTION);
    wangFang.sees(RULE);
    mei.seesNothing();
  }

  @Test
  void a_draft_waits_for_a_tap_and_goes_out_once() {
    returnsAreShownFirst();
    wangFang.says(QUESTION);
    wangFang.sees("请店主看一眼");
    wangFang.neverSees(RULE);
    mei.sees("退换货", QUESTION, RULE).with("就这么回", "我来回", "不用回");
    jun.sees("returns", RULE).with("Send it");
    mei.taps("就这么回");
    wangFang.sees(RULE);
    jun.taps("Send it");
    jun.sees("settled before");
    assertEquals(1, wangFang.times(RULE));
  }

  @Test
  void other_subjects_still_go_out_at_once() {
    returnsAreShownFirst();
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
    mei.seesNothing();
  }

  @Test
  void an_owners_own_words_take_the_drafts_place() {
    returnsAreShownFirst();
    wangFang.says(QUESTION);
    mei.taps("我来回");
    mei.says("这次运费我们出。");
    wangFang.sees("这次运费我们出");
    mei.taps("就这么回");
    mei.sees("已经处理过了");
    wangFang.neverSees(RULE);
  }

  @Test
  void answer_directly_again() {
    returnsAreShownFirst();
    mei.says("可以直接答了");
    mei.sees("退换货", "直接回");
    wangFang.says(QUESTION);
    wangFang.sees(RULE);
  }

  @Test
  void jun_says_it_in_english_and_the_clerk_cannot() {
    jun.says("show me answers about returns first");
    jun.sees("returns", "first");
    lan.says("退货的问题可以直接答了");
    wangFang.says(QUESTION);
    wangFang.neverSees(RULE);
  }

  @Test
  void twenty_drafts_without_a_change_and_the_owner_is_asked_to_let_go() {
    returnsAreShownFirst();
    for (int i = 0; i < 20; i++) {
      wangFang.says(QUESTION);
      mei.taps("就这么回");
    }
    mei.sees("20 条草稿").with("可以", "先不");
    mei.taps("可以");
    mei.sees("10 分钟");
    sofia.says(QUESTION);
    sofia.sees(RULE);
    mei.sees("已经回了", RULE).with("撤回，我来回");
  }

  @Test
  void taken_back_within_ten_minutes_and_the_subject_falls_back() {
    mei.says("退货的问题先回，让我能撤回");
    mei.sees("10 分钟");
    wangFang.says(QUESTION);
    wangFang.sees(RULE);
    mei.taps("撤回，我来回");
    wangFang.sees("先别作数");
    mei.sees("退换货", "以后先给您看");
    mei.says("质量问题我们出运费。");
    wangFang.sees("质量问题我们出运费");
    sofia.says(QUESTION);
    sofia.neverSees(RULE);
  }

  @Test
  void after_ten_minutes_it_stands() {
    mei.says("退货的问题先回，让我能撤回");
    wangFang.says(QUESTION);
    time.passes(Duration.ofMinutes(11));
    mei.taps("撤回，我来回");
    mei.sees("撤不回");
    wangFang.neverSees("先别作数");
  }

  @Test
  void put_right_in_the_platforms_own_app_and_the_subject_falls_back() {
    wangFang.says(QUESTION);
    wangFang.sees(RULE);
    echo("我们家 15 天内都能退的。");
    mei.sees("退换货", "以后先给您看");
    jun.sees("returns", "first");
    sofia.says(QUESTION);
    sofia.neverSees(RULE);
  }

  @Test
  void more_words_to_the_same_answer_are_no_correction() {
    wangFang.says(QUESTION);
    echo("对的，7 天内寄回来就行，您放心。");
    mei.neverSees("以后先给您看");
    assertEquals(0, count("SELECT count(*) FROM topic_levels"));
  }

  @Test
  void who_is_forgotten_stands_in_no_draft_and_no_card() {
    returnsAreShownFirst();
    wangFang.says(QUESTION);
    mei.says("1号为什么这么答");
    new Privacy(shop.rooms().database(), SHOP, home(), 0, 0).erase(wangFang.conversation());
    assertEquals(1, count("SELECT count(*) FROM drafts WHERE text = '…'"));
    assertEquals(0, count("SELECT count(*) FROM messages WHERE text LIKE '%可以退货吗%'"));
  }

  private void echo(String text) {
    shop.reception()
        .take(
            List.of(
                new Arrival(
                    way.channel(),
                    way.address("wangFang"),
                    "app-" + text.length(),
                    "",
                    null,
                    time.instant(),
                    new Arrival.Echo(text))));
    shop.tick();
    collect();
  }

  @Test
  void a_sale_by_words_is_not_taken_for_a_rein() {
    mei.says("先给我看看昨天卖得怎么样");
    assertEquals(0, count("SELECT count(*) FROM topic_levels"));
  }

  @Test
  void while_the_team_looks_on_customers_hear_only_people() {
    mei.says("先看着别回");
    mei.sees("可以上岗了");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.seesNothing();
    mei.sees("加大款的马克杯多少钱").with("我来回");
    mei.taps("我来回");
    mei.says("82 块一个。");
    wangFang.sees("82 块一个");
    wangFang.says("不喜欢可以退货吗？");
    wangFang.seesNothing();
    mei.sees("可以退货吗");
    time.comesTo("2026-11-20T17:00");
    mei.sees("价格", "草稿 1 条", "店里回了 1 条", "意思一样的 1 条");
    mei.sees("退换货", "店里回了 0 条");
    mei.says("可以上岗了");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
  }

  @Test
  void in_the_shadow_a_discount_still_comes_to_the_owners() {
    mei.says("先看着别回");
    daniel.says("我买三个马克杯，能便宜点吗？");
    daniel.seesNothing();
    mei.sees("能便宜点吗").with("回复客人");
  }
}
