package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// What the bot's menu sends is understood on every channel.
class TheMenuOfTheBotTest extends StoreWorld {
  @Test
  void stop_of_anybody_of_the_shop_stops_all_spending() {
    jun.says("/stop@CampShopBot");
    jun.sees("All stopped");
    mei.sees("已全部停下");
    assertTrue(shop.gate().frozen());
  }

  @Test
  void stop_of_a_customer_ends_offers_and_nothing_else() {
    String customer = "C0001";
    shop.rooms().conversations().recognise(wangFang.conversation(), customer);
    wangFang.says("/stop");
    wangFang.sees("不再给您发优惠");
    assertEquals(
        1, count("SELECT count(*) FROM customers WHERE opted_out = 1 AND id = '" + customer + "'"));
    assertFalse(shop.gate().frozen());
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
    wangFang.says("重新订阅");
    wangFang.sees("会再告诉您");
    assertEquals(
        0, count("SELECT count(*) FROM customers WHERE opted_out = 1 AND id = '" + customer + "'"));
    daniel.says("STOP");
    assertEquals(1, count("SELECT count(*) FROM conversations WHERE marketing = 0"));
  }

  @Test
  void who_said_stop_before_it_was_known_who_they_are_gets_no_offers_either() {
    wangFang.says("/stop");
    daniel.says("hello");
    shop.rooms().conversations().recognise(wangFang.conversation(), "C0001");
    shop.rooms().conversations().recognise(daniel.conversation(), "C0002");
    String out = "SELECT count(*) FROM customers WHERE opted_out = 1 AND id = ";
    assertEquals(1, count(out + "'C0001'"));
    assertEquals(0, count(out + "'C0002'"));
  }

  @Test
  void help_says_to_each_what_there_is_for_them() {
    mei.says("/help");
    mei.sees("昨天卖得怎么样", "花钱设置", "停");
    jun.says("/Help");
    jun.sees("how did we do yesterday", "STOP");
    lan.says("/help");
    lan.sees("由老板确认");
    wangFang.says("/help");
    wangFang.sees("订单到哪了", "人工");
    wangFang.neverSees("额度");
    mei.says("/start");
    mei.sees("昨天卖得怎么样");
    assertEquals("en", jun.chat().language());
  }

  @Test
  void a_stranger_who_starts_is_greeted_in_the_language_of_the_app() {
    wangFang.says("/start");
    wangFang.sees("您好");
    Phone sven = starts("sven", "sv");
    sven.sees("Hello");
    Phone zhao = starts("zhao", "zh-hans");
    zhao.sees("您好");
    assertEquals(0, count("SELECT count(*) FROM tasks WHERE state = 'open'"));
  }

  private Phone starts(String name, String language) {
    var phone = new Phone(this, name, null, "zh");
    act(name + ": /start");
    var words = new Arrival.Words("/start");
    shop.reception()
        .take(
            List.of(
                new Arrival(
                    way.channel(),
                    way.address(name),
                    "start-1",
                    "",
                    null,
                    language,
                    time.instant(),
                    words)));
    phone.joins(shop);
    collect();
    return phone;
  }
}
