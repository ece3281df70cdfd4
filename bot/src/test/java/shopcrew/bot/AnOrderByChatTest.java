package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopcrew.db.TimeLimits;

/// What a customer wants to order is a request until an owner has said yes; its goods are kept
/// meanwhile.
class AnOrderByChatTest extends StoreWorld {
  private long stock(String sku) {
    return count("SELECT stock FROM products WHERE sku = '" + sku + "'");
  }

  private long drafts(String state) {
    return count("SELECT count(*) FROM draft_orders WHERE state = '" + state + "'");
  }

  private void wangFangOrders() {
    wangFang.says("我要两个雾蓝色的加大款马克杯");
  }

  @Test
  void mei_accepts_and_only_then_is_wang_fang_told_how_to_pay() {
    wangFangOrders();
    wangFang.sees("还没有成交", "XM-MB-102", "雾蓝", "164 元", "11月21日 09:40");
    wangFang.neverSees("付款方式");
    mei.sees("下单请求", "雾蓝 × 2", "164.00 元", "还没有答应客人").with("接单", "不接", "回复客人");
    jun.sees("order request").with("Accept", "Decline");
    lan.seesNothing();
    assertEquals(64, stock("XM-MB-102"));
    mei.taps("接单");
    mei.sees("接下了");
    jun.sees("梅姐 accepted");
    wangFang.sees("已经接单", "一共 164.00 元", "付款方式", "微信");
    assertEquals(1, drafts("accepted"));
    assertEquals(62, stock("XM-MB-102"));
    assertEquals(0, count("SELECT count(*) FROM tasks WHERE kind = 'order' AND state = 'open'"));
    assertEquals(0, count("SELECT count(*) FROM spend_intents"));
  }

  @Test
  void the_same_tap_twice_and_the_husbands_no_after_it_count_for_nothing() {
    wangFangOrders();
    mei.taps("接单");
    mei.taps("接单");
    mei.sees("已经接过了");
    jun.taps("Decline");
    jun.sees("accepted before");
    assertEquals(1, wangFang.times("已经接单"));
    assertEquals(0, wangFang.times("没能接下"));
    assertEquals(62, stock("XM-MB-102"));
  }

  @Test
  void who_comes_next_is_told_of_what_is_left_until_the_goods_are_free_again() {
    wangFang.says("我要五个窑变蓝的拉面碗");
    wangFang.sees("还没有成交");
    daniel.says("我要三个窑变蓝的拉面碗");
    daniel.sees("只剩 2 件", "3 件", "转给店主");
    mei.sees("想下单", "三个窑变蓝的拉面碗");
    mei.taps("不接");
    wangFang.sees("没能接下", "不用付款");
    jun.sees("declined");
    daniel.says("我要三个窑变蓝的拉面碗");
    daniel.sees("还没有成交", "186 元");
    assertEquals(7, stock("XM-WN-602"));
  }

  @Test
  void all_of_it_held_is_out_of_stock_for_others() {
    wangFang.says("我要七个窑变蓝的拉面碗");
    daniel.says("拉面碗有货吗");
    daniel.sees("缺货");
    time.passes(Duration.ofHours(25));
    daniel.says("拉面碗有货吗");
    daniel.sees("现在有货");
  }

  @Test
  void what_nobody_decides_on_lapses_by_the_clock_and_both_sides_are_told() {
    wangFangOrders();
    time.passes(Duration.ofHours(23));
    wangFang.seesNothing();
    time.passes(Duration.ofHours(2));
    wangFang.sees("没来得及确认", "不用付款");
    mei.sees("没有人来得及确认", "XM-MB-102");
    jun.sees("has lapsed");
    mei.taps("接单");
    mei.sees("已经作废");
    assertEquals(1, drafts("lapsed"));
    assertEquals(64, stock("XM-MB-102"));
    time.passes(Duration.ofHours(1));
    wangFang.seesNothing();
  }

  @Test
  void the_owners_say_how_long_goods_are_kept() {
    shop.store().timeLimits().set(TimeLimits.Kind.HOLD, 2, "mei", time.instant());
    wangFangOrders();
    wangFang.sees("11月20日 11:40");
    time.passes(Duration.ofHours(3));
    wangFang.sees("没来得及确认");
  }

  @Test
  void what_could_mean_several_things_is_asked_back() {
    wangFang.says("我要两个马克杯");
    wangFang.sees("哪一款").with("XM-MB-101", "XM-MB-102");
    assertEquals(0, drafts("asked"));
    wangFang.taps("XM-MB-102");
    wangFang.sees("颜色", "米白、雾蓝").with("米白", "雾蓝");
    wangFang.taps("雾蓝");
    wangFang.sees("还没有成交", "雾蓝 × 2");
    assertEquals(1, drafts("asked"));
  }

  @Test
  void an_order_in_english_leaves_the_shipping_to_a_person() {
    sofia.says("I'd like to order 2 of XM-MB-103");
    sofia.sees("comes in").with("white");
    sofia.taps("white");
    sofia.sees("not confirmed yet", "CNY 118", "A person will tell you the shipping");
    mei.sees("运费店规没写明");
    mei.taps("接单");
    sofia.sees("accepted", "A person will tell you the shipping");
  }

  @Test
  void below_the_free_sum_the_rule_tells_the_shipping() {
    wangFang.says("我要下单一个小花插");
    wangFang.sees("42 元 + 运费 12 元 = 54 元");
    daniel.says("我要下单一个小花插，寄到乌鲁木齐");
    daniel.sees("运费由店主另外告诉您");
  }

  @Test
  void what_the_shelf_lost_meanwhile_is_not_sold() {
    wangFangOrders();
    mei.says("加大款马克杯盘点只剩1个");
    assertEquals(1, stock("XM-MB-102"));
    mei.taps("接单");
    mei.sees("还没有接", "XM-MB-102 1 件");
    wangFang.seesNothing();
    mei.taps("不接");
    wangFang.sees("没能接下");
  }

  @Test
  void many_pieces_and_a_wish_for_less_are_the_owners_to_talk_about() {
    wangFang.says("我要五十个雾蓝色的加大款马克杯");
    wangFang.sees("批发");
    wangFang.says("我要两个雾蓝色的加大款马克杯，能便宜点吗");
    assertEquals(0, drafts("asked"));
  }

  @Test
  void nobody_but_an_owner_accepts() {
    wangFangOrders();
    wangFang.taps(mei.button("接单"));
    daniel.taps(mei.button("接单"));
    lan.taps(mei.button("接单"));
    assertEquals(1, drafts("asked"));
    wangFang.neverSees("已经接单");
  }

  @Test
  void one_customer_cannot_empty_the_shelf() {
    for (int i = 0; i < 3; i++) wangFang.says("我要两个雾蓝色的加大款马克杯");
    assertEquals(3, drafts("asked"));
    wangFang.says("我要两个雾蓝色的加大款马克杯");
    wangFang.sees("没能把货留住");
    assertEquals(3, drafts("asked"));
  }
}
