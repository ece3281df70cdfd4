package shopcrew.bot.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.Config;
import shopcrew.bot.StoreWorld;
import shopcrew.bot.model.Asked;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Models;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;

/// A model whose every answer costs 1.90 yuan, and 2.00 at the most, out of ten a month.
class AModelThatCostsTest extends StoreWorld {
  private static final long ANSWER = 1_900_000;
  private static final String WRITTEN = "查过了：";
  private static final List<String> QUESTIONS =
      List.of("加大款的马克杯多少钱？", "加大款能进微波炉吗？", "加大款还有货吗？", "加大款是什么材质？", "加大款多大容量？");

  private final StandIn model = StandIn.speaking(Dialect.OPENAI).costing("0/500");

  @BeforeEach
  void aModelIsSet() {
    model.answering(AModelThatCostsTest::dear);
    var writes = new Config.Models(List.of(model.settings()), List.of(), Map.of());
    theShopRestarts(Runnable::run, Models.of(writes));
  }

  @AfterEach
  void itGoesHome() {
    model.close();
  }

  /// What was told, with a word before it, and its price.
  private static Reply dear(Asked asked) {
    String told = asked.text().replaceAll("(?s).*\\[\\[told]]\n(.*)\n\\[\\[/told]].*", "$1");
    return new Reply.Raw(
        """
        {"id": "c", "object": "chat.completion", "created": 0, "model": "stand-in",
         "choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": "%s"}}],
         "usage": {"prompt_tokens": 100, "completion_tokens": 3800, "total_tokens": 3900}}\
        """
            .formatted(WRITTEN + told.replace("\n", "\\n")));
  }

  private void asksThemAll() {
    for (String question : QUESTIONS) wangFang.says(question);
  }

  @Test
  void without_the_owners_leave_it_is_never_asked() {
    wangFang.says(QUESTIONS.getFirst());
    wangFang.sees("82");
    assertEquals(List.of(), model.asked);
    String way = new Explained(shop.rooms().database(), SHOP, "zh").of(1).orElseThrow().toString();
    assertTrue(way.contains("没用上前面的：stand-in 额度不够"), way);
    assertTrue(way.contains("没有花钱"), way);
  }

  @Test
  void at_80_percent_the_owners_get_one_word_and_at_the_end_the_house_model_answers() {
    theOwnersAllow("10");
    for (String question : QUESTIONS.subList(0, 4)) {
      wangFang.says(question);
      wangFang.sees(WRITTEN);
    }
    assertEquals(0, mei.times("快用完了"), "7.60 of 10.00");
    wangFang.says(QUESTIONS.getLast());
    wangFang.sees(WRITTEN);
    mei.sees("快用完了，一共花了 9.50 元，还剩 0.50 元");
    jun.sees("spent CNY 9.50 in all, CNY 0.50 left");
    assertEquals(5, model.asked.size());
    daniel.says("加大款能放洗碗机吗？");
    daniel.sees("洗碗机");
    daniel.neverSees(WRITTEN);
    mei.sees("用完了（还剩 0.50 元，不够再用一次），一共花了 9.50 元", "自带的模型");
    jun.sees("used up", "spent CNY 9.50 in all");
    sofia.says("加大款有什么颜色？");
    sofia.sees("雾蓝");
    assertEquals(5, model.asked.size(), "it is not asked any more");
    for (String word : List.of("快用完了", "不够再用一次")) assertEquals(1, mei.times(word), word);
  }

  @Test
  void what_the_answers_cost_is_what_the_purse_has_paid() {
    theOwnersAllow("10");
    asksThemAll();
    daniel.says("加大款能放洗碗机吗？");
    assertEquals(5 * ANSWER, count("SELECT SUM(cost_millionths) FROM turns"));
    assertEquals(5 * ANSWER, count("SELECT SUM(millionths) FROM running_costs"));
    assertEquals(
        1, count("SELECT COUNT(*) FROM turns WHERE house_instead = 1 AND last_message > 0"));
    assertTrue(shop.gate().verifyLedger().good());
    time.comesTo("2026-11-23T09:00");
    mei.sees(
        "上周 AI 帮忙：回了 5 条（19,500 token），回话花了 9.50 元（回短信、翻译、听语音、看图也算在内，这个月的日常费用额度 10.00 元，已经用了 95%）");
    jun.sees(
        "5 answers (19,500 tokens), CNY 9.50 spent on them (95% of this month's allowance of CNY"
            + " 10.00");
  }

  @Test
  void a_call_that_broke_off_is_counted_at_its_worst_since_nobody_knows_better() {
    theOwnersAllow("10");
    model.replies(new Reply.CutOff(new Reply.Said(WRITTEN, List.of())));
    wangFang.says(QUESTIONS.getFirst());
    wangFang.sees("82");
    assertEquals(2_000_000, count("SELECT SUM(cost_millionths) FROM turns"));
    assertEquals(2_000_000, count("SELECT SUM(millionths) FROM running_costs"));
    String way = new Explained(shop.rooms().database(), SHOP, "zh").newest().toString();
    assertTrue(way.contains("2.00 元"), way);
  }
}
