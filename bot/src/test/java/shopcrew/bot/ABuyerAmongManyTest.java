package shopcrew.bot;

import org.junit.jupiter.api.Test;

/// Of all who wait, the owners see first who looks like a buyer, and by what.
class ABuyerAmongManyTest extends StoreWorld {
  @Test
  void who_wants_many_by_a_day_comes_before_who_only_haggles() {
    wangFang.says("这个杯子能不能再便宜点");
    mei.sees("1号待办");
    mei.neverSees("现在就值得回");
    sofia.says(
        "Hi, I buy for a hotel. Can you give me a discount on 200 of XM-MB-102? I need them by 10"
            + " December.");
    mei.sees("2号待办", "现在就值得回", "要 200 件", "2026-12-10 前要", "替店或公司买", "XM-MB-102 有货", "在谈价");
    mei.says("客服，有哪些客人在等回复？");
    mei.sees("有 2 件在等人处理", "先回：在谈价、要 200 件");
    sofia.neverSees("值得");
    sofia.neverSees("points");
  }

  @Test
  void a_complaint_is_no_lead() {
    wangFang.says("我上次买的10个碗碎了两个，公司年会要用，气死了！");
    mei.sees("号待办");
    mei.neverSees("值得回");
  }
}
