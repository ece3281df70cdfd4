package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopcrew.db.privacy.Privacy;

/// What the team could not answer yesterday it answers tomorrow, if an owner wants it to.
class AQuestionLearnedTest extends StoreWorld {
  private static final String ANSWER = "积分一块钱攒一分，一百分抵一块钱。";

  private void twoAskInVain() {
    wangFang.says("你们家有会员积分吗？");
    wangFang.neverSees("一百分");
    daniel.says("会员积分怎么算的？");
    assertEquals(2, count("SELECT count(*) FROM tasks WHERE kind = 'question'"));
  }

  private void meiAnswersWangFang() {
    mei.says("回复1号：" + ANSWER);
    wangFang.sees(ANSWER);
  }

  @Test
  void asked_twice_and_answered_once_it_is_offered_kept_and_known() {
    twoAskInVain();
    meiAnswersWangFang();
    time.comesTo("2026-11-20T17:00");
    mei.sees("2 次", "会员积分怎么算的", ANSWER).with("就这么答", "我来写", "不学");
    jun.sees("2 times", ANSWER).with("Keep it", "I write it", "No");
    lan.seesNothing();
    assertEquals(0, count("SELECT count(*) FROM knowledge_lines WHERE section = 1000"));
    mei.taps("就这么答");
    mei.sees("记下了", ANSWER);
    daniel.sees("会员积分怎么算的", ANSWER);
    assertEquals(1, wangFang.times(ANSWER), "she has it already");
    sofia.says("有没有会员积分？");
    sofia.sees(ANSWER);
    mei.seesNothing();
    jun.taps("Keep it");
    jun.sees("settled before");
    assertEquals(1, daniel.times(ANSWER), "once");
    assertEquals(1, count("SELECT count(*) FROM knowledge_lines WHERE section = 1000"));
  }

  @Test
  void nobody_has_answered_it_so_an_owner_writes_it() {
    twoAskInVain();
    time.comesTo("2026-11-20T17:00");
    mei.hasNoButton("就这么答");
    mei.taps("我来写");
    mei.says(ANSWER);
    mei.sees("记下了", "2 位");
    wangFang.sees(ANSWER);
    daniel.sees(ANSWER);
    assertEquals(0, count("SELECT count(*) FROM tasks WHERE state = 'open'"));
    mei.says("加大款马克杯成本多少？");
    mei.sees("27");
  }

  @Test
  void who_asked_four_days_ago_is_left_alone() {
    twoAskInVain();
    time.goesBy(Duration.ofDays(4));
    time.comesTo("2026-11-24T17:00");
    mei.taps("我来写");
    mei.says(ANSWER);
    mei.sees("记下了", "再有人问我直接答");
    wangFang.neverSees(ANSWER);
  }

  @Test
  void what_an_owner_does_not_want_to_teach_is_not_offered_again() {
    twoAskInVain();
    meiAnswersWangFang();
    time.comesTo("2026-11-20T17:00");
    mei.taps("不学");
    mei.sees("不学");
    sofia.says("有没有会员积分？");
    sofia.neverSees("一百分");
    time.comesTo("2026-11-21T17:00");
    assertEquals(1, mei.times("最近有"));
    assertEquals(0, count("SELECT count(*) FROM knowledge_lines WHERE section = 1000"));
  }

  @Test
  void one_who_asked_once_without_an_answer_is_no_lesson() {
    wangFang.says("你们家有会员积分吗？");
    time.comesTo("2026-11-20T17:00");
    mei.neverSees("最近有");
  }

  @Test
  void who_is_forgotten_stands_in_no_offer() {
    twoAskInVain();
    meiAnswersWangFang();
    time.comesTo("2026-11-20T17:00");
    new Privacy(shop.rooms().database(), SHOP, home(), 0, 0).erase(daniel.conversation());
    assertEquals(0, count("SELECT count(*) FROM messages WHERE text LIKE '%怎么算的%'"));
    mei.taps("就这么答");
    assertEquals(0, count("SELECT count(*) FROM knowledge_lines WHERE text LIKE '%怎么算%'"));
  }

  @Test
  void a_customer_cannot_decide_what_is_learnt() {
    twoAskInVain();
    meiAnswersWangFang();
    time.comesTo("2026-11-20T17:00");
    daniel.tapsToken("lesson:1:keep", "就这么答");
    assertEquals(0, count("SELECT count(*) FROM knowledge_lines WHERE section = 1000"));
  }
}
