package shopcrew.bot;

import org.junit.jupiter.api.Test;

/// An owner can always see on which rows an answer rests; nobody else can.
class WhyDidYouSayThatTest extends StoreWorld {
  @Test
  void a_price_shows_the_row_of_the_product() {
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
    mei.says("为什么这么答？");
    mei.sees("XM-MB-102", "加大款的马克杯多少钱", "零售价 82", "11-20 09:40");
    jun.says("why did you say that?");
    jun.sees("XM-MB-102", "price", "82");
  }

  @Test
  void a_rule_shows_its_line_and_who_told_it() {
    wangFang.says("不喜欢可以退货吗？");
    mei.says("上一条回客人的依据是什么");
    mei.sees("店铺知识", "7 天无理由退货", "店里的资料");
  }

  @Test
  void a_customer_is_meant_by_name() {
    shop.rooms().contacts().known(daniel.conversation(), "Daniel", null);
    daniel.says("How much is XM-MB-102?");
    wangFang.says("多少钱包邮？");
    mei.says("why did you say that to Daniel?");
    mei.sees("Daniel", "XM-MB-102");
  }

  @Test
  void a_price_that_changed_since_is_said_to_have_changed() {
    wangFang.says("加大款的马克杯多少钱？");
    shop.rooms()
        .database()
        .writing(h -> h.execute("UPDATE products SET price = 9900 WHERE sku = 'XM-MB-102'"));
    mei.says("刚才为什么这么说");
    mei.sees("XM-MB-102", "已经改了");
  }

  @Test
  void before_any_answer_there_is_nothing_to_show() {
    mei.says("为什么这么答");
    mei.sees("还没找到");
  }

  @Test
  void a_customer_and_the_clerk_are_shown_nothing() {
    wangFang.says("加大款的马克杯多少钱？");
    daniel.says("why did you say that?");
    daniel.neverSees("It rests on");
    lan.says("为什么这么答");
    lan.neverSees("依据：");
  }
}
