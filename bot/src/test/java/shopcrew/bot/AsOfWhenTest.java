package shopcrew.bot;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the shop has not looked at for long is said with its time, and at last not said at all.
class AsOfWhenTest extends StoreWorld {
  @Test
  void old_stock_is_said_with_its_time_and_very_old_stock_is_asked_of_a_person() {
    mei.says("库存数据超过3天就别说死");
    mei.sees("记住了", "超过 3 天", "超过 6 天");
    wangFang.says("加大款马克杯有货吗");
    wangFang.sees("现在有货");
    wangFang.neverSees("可能有变动");
    time.passes(Duration.ofDays(4));
    wangFang.says("加大款马克杯有货吗");
    wangFang.sees("现在有货", "库存是 11月20日 09:40 的数据");
    mei.seesNothing();
    time.passes(Duration.ofDays(3));
    wangFang.says("加大款马克杯有货吗");
    wangFang.sees("不敢作准", "店主核实");
    mei.sees("号待办", "有货吗");
  }

  @Test
  void a_count_makes_the_stock_of_that_article_fresh() {
    jun.says("stock older than 3 days: say as of when");
    jun.sees("older than 3 days", "6 days");
    time.passes(Duration.ofDays(4));
    mei.says("加大款马克杯盘点只剩30个");
    wangFang.says("加大款马克杯有货吗");
    wangFang.sees("现在有货");
    wangFang.neverSees("可能有变动");
    wangFang.says("拉面碗有货吗");
    wangFang.sees("可能有变动");
  }

  @Test
  void old_prices_too_also_where_somebody_orders() {
    mei.says("价格超过2天要注明时间");
    mei.sees("价格超过 2 天");
    time.passes(Duration.ofDays(3));
    sofia.says("how much is XM-MB-103");
    sofia.sees("CNY 59", "Price as of 20 Nov 09:40");
    wangFang.says("我要两个雾蓝色的加大款马克杯");
    wangFang.sees("还没有成交", "价格是 11月20日 09:40 的数据");
    time.passes(Duration.ofDays(2));
    wangFang.says("我要两个雾蓝色的加大款马克杯");
    wangFang.sees("不敢作准");
  }

  @Test
  void the_owners_say_in_chat_how_long_goods_are_kept_and_nobody_else_does() {
    lan.says("给客人留货2小时");
    lan.sees("只有店主能改");
    mei.says("给客人留货2小时");
    mei.sees("货留 2 小时");
    wangFang.says("我要两个雾蓝色的加大款马克杯");
    wangFang.sees("11月20日 11:40");
  }
}
