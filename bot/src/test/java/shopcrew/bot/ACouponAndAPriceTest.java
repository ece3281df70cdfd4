package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the shop gives away itself, and what a person does by hand.
class ACouponAndAPriceTest extends StoreWorld {
  @Test
  void a_coupon_works_in_the_shops_own_table_after_the_yes_and_not_before() {
    mei.says("发10张满200减10的优惠券，到月底");
    mei.sees("优惠券", "最多 100.00 元").with("先看清楚", "不花");
    assertEquals(0, count("SELECT count(*) FROM coupons WHERE state = 'active'"));
    mei.taps("先看清楚");
    mei.taps("确认花 100.00 元");
    assertEquals(0, count("SELECT count(*) FROM coupons WHERE state = 'active'"));
    time.passes(Duration.ofSeconds(11));
    mei.sees("收据");
    assertEquals(1, count("SELECT count(*) FROM coupons WHERE state = 'active' AND total = 10"));
    ads.wasNeverAsked();
  }

  @Test
  void a_price_cut_is_confirmed_and_stands_in_the_catalogue() {
    mei.says("多肉小花盆降到55");
    mei.sees("56.00", "55.00").with("先看清楚");
    mei.taps("先看清楚");
    mei.says("377");
    mei.taps("确认花");
    time.passes(Duration.ofSeconds(121));
    mei.sees("收据");
    assertEquals(5500, count("SELECT price FROM products WHERE sku = 'XM-HB-901'"));
  }

  @Test
  void an_ad_without_a_connector_is_done_by_hand_and_ticked_off_with_what_was_paid() {
    mei.says("小红书投80块推加大款马克杯，到周日");
    mei.taps("先看清楚");
    mei.taps("确认花 80.00 元");
    time.passes(Duration.ofSeconds(11));
    mei.sees("请您亲手办", "80.00").with("做好了", "没做");
    mei.taps("做好了");
    mei.sees("实付多少");
    mei.says("76.5");
    mei.sees("收据", "花了 76.50 元");
    ads.wasNeverAsked();
  }
}
