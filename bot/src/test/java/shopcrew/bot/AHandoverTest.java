package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopcrew.db.Order;
import shopcrew.db.OrderState;

/// A customer is handed over with everything an owner needs to answer from her phone.
class AHandoverTest extends StoreWorld {
  private static final String DISCOUNT =
      "Can you give me a discount on the Hand-thrown Mug, Large 480 ml, if I buy 40 pieces?";

  @Test
  void a_discount_asked_in_english_at_midnight_is_answered_by_a_tap() {
    time.comesTo("2026-11-21T00:10");
    daniel.says(DISCOUNT);
    mei.sees("谈价钱", "新客人", "discount", "数量 40", "等到现在", "底价 32.40", "批发价 56.00")
        .with("发第1条", "发第2条", "发第3条", "回复客人", "知道了");
    mei.sees("1. Hello", "（意思：您好");
    jun.sees("floor", "32.40").with("Send no. 1", "Answer");
    lan.seesNothing();
    mei.taps("发第1条");
    daniel.sees("[The owner]", "Hand-thrown Mug, Large 480 ml", "82", "56", "come back to you");
    mei.sees("已发给客人");
    mei.sees("记下了", "come back to you", "11月21日 18:00").with("1号办好了");
    jun.sees("梅姐", "82");
    daniel.neverSees("32.4");
    daniel.neverSees("27");
    daniel.neverSees("底价");
    daniel.neverSees("floor");
    assertEquals(0, count("SELECT count(*) FROM tasks WHERE state = 'open'"));
  }

  @Test
  void what_goes_out_is_what_was_shown() {
    wangFang.says("我买三个加大款马克杯，能便宜点吗？");
    mei.sees("1. 您好", "82 元");
    mei.taps("发第1条");
    wangFang.sees("【店主回复】您好", "82 元", "再回您");
    wangFang.neverSees("32.4");
    jun.taps("Send no. 2");
    jun.sees("settled before");
    wangFang.seesNothing();
  }

  @Test
  void a_customer_who_taps_an_owners_button_sends_nothing() {
    wangFang.says("我买三个加大款马克杯，能便宜点吗？");
    daniel.tapsToken("task:1:send:1", "发第1条");
    daniel.sees("没有花钱");
    wangFang.seesNothing();
    assertEquals(1, count("SELECT count(*) FROM tasks WHERE state = 'open'"));
  }

  @Test
  void what_was_spoken_of_before_is_what_it_is_about() {
    wangFang.says("加大款的马克杯能进微波炉吗？多少钱？");
    wangFang.says("我买三个，能便宜点吗？");
    mei.sees("要的：拉坯手作马克杯 加大款 480ml，数量 3", "1. 您好", "82 元");
    mei.neverSees("儿童");
  }

  @Test
  void who_is_put_off_by_a_tap_is_not_forgotten() {
    wangFang.says("你们的马克杯能用在房车的洗碗柜里吗？");
    mei.sees("答不上来", "核实一下");
    mei.taps("发第1条");
    wangFang.sees("再回您");
    assertEquals(1, shop.rooms().promises().open().size());
  }

  @Test
  void a_complaint_brings_the_rule_and_asks_for_a_photo() {
    wangFang.says("收到的杯子碎了，我要投诉！");
    mei.sees("投诉", "碎了", "24 小时").with("发第1条", "发第2条");
    mei.taps("发第1条");
    wangFang.sees("【店主回复】您好", "24 小时", "照片");
  }

  @Test
  void a_known_customer_comes_with_orders_and_what_they_paid() {
    Order order = shop.store().orders().withState(OrderState.SHIPPED).getFirst();
    String phone = order.receiverPhone();
    wangFang.says("我的订单 " + order.id() + "，手机尾号 " + phone.substring(phone.length() - 4));
    wangFang.says("我买三个加大款马克杯，能便宜点吗？");
    mei.sees("老客户", "净付", "最近一单 2026-11");
  }

  @Test
  void how_long_it_takes_is_said_from_what_the_owners_did_and_not_before() {
    wangFang.says("我买三个马克杯，能便宜点吗？");
    wangFang.neverSees("左右回");
    for (int day = 21; day <= 26; day++) answeredAfterTwentyMinutes(day);
    time.comesTo("2026-11-27T10:05");
    daniel.says(DISCOUNT);
    daniel.sees("usually answer in about 20 minutes");
    daniel.neverSees("night");
    time.comesTo("2026-11-28T00:10");
    sofia.says("我买三个马克杯，能便宜点吗？");
    sofia.sees("20 分钟左右", "现在是夜里", "10 点以后");
  }

  private void answeredAfterTwentyMinutes(int day) {
    time.comesTo("2026-11-" + day + "T10:00");
    wangFang.says("我买" + day + "个马克杯，能便宜点吗？");
    time.passes(Duration.ofMinutes(20));
    mei.taps("回复客人");
    mei.says("都是手工做的，就这个价。");
    mei.taps("交还给店小队");
  }
}
