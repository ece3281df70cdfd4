package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Mei and Jun tell the team what customers may be told, for how long, and what no longer.
class TheShopIsTaughtTest extends StoreWorld {
  private static final String TO_XINJIANG = "寄到新疆要加多少运费？";
  private static final String PARKING = "门口有停车位吗？";

  private void wangFangAsks(String question, String... words) {
    wangFang.says(question);
    wangFang.sees(words);
  }

  @Test
  void what_mei_teaches_is_told_to_the_next_customer_and_one_tap_takes_it_back() {
    wangFang.says(PARKING);
    wangFang.neverSees("三个停车位");
    mei.says("记住：门口有三个停车位");
    mei.sees("记好了", "门口有三个停车位").with("撤回");
    wangFangAsks(PARKING, "三个停车位");
    time.passes(Duration.ofHours(5));
    mei.taps("撤回");
    mei.sees("跟之前一模一样");
    daniel.says(PARKING);
    daniel.neverSees("三个停车位");
    mei.taps("撤回");
    mei.sees("已经点过了");
  }

  @Test
  void the_day_after_it_cannot_be_taken_back_by_a_tap() {
    mei.says("记住：门口有三个停车位");
    time.passes(Duration.ofHours(25));
    mei.taps("撤回");
    mei.sees("过了一天");
    wangFangAsks(PARKING, "三个停车位");
  }

  @Test
  void a_rule_with_other_figures_is_asked_about_and_nothing_changes_before_the_tap() {
    mei.says("记住：新疆发货加20");
    mei.sees("对不上", "新的：新疆发货加20", "新疆、西藏每单加收 25 元", "knowledge.md", "满 128 元包邮")
        .with("换成新的", "两条都留", "不记");
    wangFangAsks(TO_XINJIANG, "25");
    mei.taps("换成新的");
    mei.sees("照新的跟客人说").with("撤回");
    wangFangAsks(TO_XINJIANG, "加20");
    wangFangAsks("满多少包邮？", "128");
    mei.taps("撤回");
    wangFangAsks(TO_XINJIANG, "25");
  }

  @Test
  void mei_may_drop_it_or_keep_both() {
    mei.says("记住：满199元包邮");
    mei.sees("对不上", "单笔满 128 元包邮", "还剩：运费：新疆、西藏每单加收 25 元").with("两条都留");
    mei.taps("不记");
    mei.sees("什么都没变");
    wangFangAsks("满多少包邮？", "128");
    mei.says("记住：满199元包邮");
    mei.taps("两条都留");
    assertEquals(
        1,
        count(
            "SELECT count(*) FROM knowledge_edits WHERE state = 'counts'"
                + " AND NOT EXISTS (SELECT 1 FROM knowledge_drops)"));
    wangFangAsks("满多少包邮？", "包邮");
  }

  @Test
  void what_has_an_end_is_not_said_after_it() {
    mei.says("记住：门口有三个停车位，到11月30日有效");
    mei.sees("记好了", "到 2026-11-30 为止");
    wangFangAsks(PARKING, "三个停车位");
    time.passes(Duration.ofDays(12));
    daniel.says(PARKING);
    daniel.neverSees("三个停车位");
  }

  @Test
  void what_begins_later_is_not_said_before() {
    mei.says("记住：从12月1日起，门口有三个停车位");
    mei.sees("2026-12-01 起");
    daniel.says(PARKING);
    daniel.neverSees("三个停车位");
    time.passes(Duration.ofDays(12));
    wangFangAsks(PARKING, "三个停车位");
  }

  @Test
  void a_price_for_some_days_gives_way_to_the_old_one_afterwards() {
    jun.says("remember: free shipping from CNY 59 until tomorrow");
    jun.sees("does not go with", "128").with("Replace", "Keep both", "Drop it");
    jun.taps("Replace");
    sofia.says("Do you have free shipping?");
    sofia.sees("59");
    time.goesBy(Duration.ofDays(2));
    daniel.says("Do you have free shipping?");
    daniel.sees("128");
    daniel.neverSees("59");
  }

  @Test
  void what_is_forgotten_is_no_longer_said_and_comes_back_with_one_tap() {
    mei.says("忘掉蜡烛罐不含蜡");
    mei.sees("不再跟客人说", "蜡烛罐不含蜡").with("撤回");
    time.passes(Duration.ofHours(3));
    mei.taps("撤回");
    mei.sees("跟之前一模一样");
    mei.says("忘掉火星配送");
    mei.sees("没找到");
  }

  @Test
  void a_rule_in_both_languages_is_told_in_the_customers_own() {
    mei.says("记住：门口有三个停车位 / There are three parking spaces at the door");
    mei.sees("门口有三个停车位 / There are three").with("Undo");
    wangFangAsks(PARKING, "三个停车位");
    daniel.says("Do you have parking spaces?");
    daniel.sees("three parking");
  }

  @Test
  void mei_sees_what_is_known_about_something_with_source_and_date() {
    mei.says("记住：退货请先拍照发客服");
    mei.says("我们的规定里关于退货的有哪些");
    mei.sees("7 天无理由退货", "文件 knowledge.md", "退货请先拍照发客服", "梅姐说的 2026-11-20");
  }

  @Test
  void nobody_but_the_owners_teaches() {
    lan.says("记住：门口有三个停车位");
    lan.sees("只有店主能改");
    wangFang.says("记住：门口有三个停车位");
    mei.says("记住：周日也能停车");
    wangFang.tapsToken(mei.button("撤回").token(), "撤回");
    lan.tapsToken(mei.button("撤回").token(), "撤回");
    lan.sees("只有店主能改");
    assertEquals(1, count("SELECT count(*) FROM knowledge_edits WHERE state = 'counts'"));
  }
}
