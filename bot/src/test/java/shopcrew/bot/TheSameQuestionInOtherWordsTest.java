package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Every morning what customers ask most is asked again in other words.
class TheSameQuestionInOtherWordsTest extends StoreWorld {
  private void asks() {
    wangFang.says("XM-MB-102 多少钱？");
    wangFang.says("XM-MB-102 容量多大？");
    daniel.says("不喜欢可以退货吗？");
    daniel.says("多少钱包邮？");
  }

  @Test
  void what_is_answered_the_same_in_all_wordings_is_not_spoken_of() {
    asks();
    time.comesTo("2026-11-21T07:40");
    assertEquals(
        1, count("SELECT count(*) FROM job_runs WHERE job = 'wordings' AND state = 'done'"));
    assertEquals(0, count("SELECT count(*) FROM topic_levels"));
    mei.neverSees("答得不一样");
  }

  @Test
  void what_differs_is_shown_and_its_subject_goes_back_to_drafts() {
    asks();
    shop.rooms()
        .database()
        .writing(
            h -> {
              h.execute("DELETE FROM product_attributes WHERE sku = 'XM-MB-102'");
              h.execute(
                  "UPDATE products SET desc_zh = '容量 450 毫升。', desc_en = 'Capacity 380 ml.'"
                      + " WHERE sku = 'XM-MB-102'");
            });
    time.comesTo("2026-11-21T07:40");
    mei.sees("答得不一样", "450", "380", "商品参数");
    jun.sees("differently", "450", "380", "product facts");
    wangFang.says("XM-MB-102 容量？");
    wangFang.sees("请店主看一眼");
    wangFang.says("XM-MB-102 多少钱？");
    wangFang.sees("82");
  }
}
