package shopcrew.bot.turns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.StoreWorld;
import shopcrew.bot.StoryTime;
import shopcrew.bot.statement.StatementPage;
import shopcrew.db.Turns;
import shopcrew.db.Turns.By;
import shopcrew.db.Turns.Entry;
import shopcrew.db.Turns.Sum;
import shopcrew.roles.Trace;

/// Mei and Jun see each week what the models did and what they cost, and where it went.
class WhatModelsCostTest extends StoreWorld {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private int answers;

  private Turns turns() {
    return new Turns(shop.rooms().database(), SHOP);
  }

  /// An answer that cost so many millionths.
  private void costs(String conversation, String role, String at, String model, long cost) {
    costs(conversation, role, at, model, cost, 0, false);
  }

  private void costs(
      String conversation,
      String role,
      String at,
      String model,
      long cost,
      int held,
      boolean instead) {
    var moment = LocalDateTime.parse(at).atZone(StoryTime.SHANGHAI);
    int number = ++answers;
    turns()
        .add(
            new Entry(
                conversation,
                "in:" + number,
                number,
                number,
                role,
                "1/abc",
                moment.toLocalDate(),
                moment.toInstant(),
                900,
                List.of(model),
                1_000,
                100,
                cost,
                held,
                instead,
                Steps.written(Trace.NONE)));
  }

  private void aWeek() {
    String wang = wangFang.conversation();
    costs(wang, "customerservice", "2026-11-15T23:59:59", "clever", 7_000_000);
    costs(wang, "customerservice", "2026-11-16T00:00", "clever", 4_201);
    costs(wang, "customerservice", "2026-11-17T10:00", "clever", 10_000, 1, false);
    costs(daniel.conversation(), "customerservice", "2026-11-17T11:00", "house", 0);
    costs(daniel.conversation(), "customerservice", "2026-11-18T11:00", "house", 3_000, 0, true);
    costs(mei.conversation(), "promotion", "2026-11-22T23:59", "clever", 1_000);
    costs(mei.conversation(), "promotion", "2026-11-23T00:00", "clever", 5_000_000);
  }

  private List<Sum> sums(By by) {
    var from = LocalDateTime.parse("2026-11-16T00:00").atZone(StoryTime.SHANGHAI).toInstant();
    var to = LocalDateTime.parse("2026-11-23T00:00").atZone(StoryTime.SHANGHAI).toInstant();
    return turns().sums(by, from, to);
  }

  @Test
  void costs_add_up_in_whatever_way_they_are_taken_apart() {
    aWeek();
    assertEquals(List.of(new Sum(SHOP, 3, 5_000, 500, 18_201, 1, 1, 6)), sums(By.SHOP), "in all");
    assertEquals(
        List.of("customerservice 17201", "promotion 1000"),
        sums(By.ROLE).stream().map(sum -> sum.of() + " " + sum.cost()).toList());
    assertEquals(
        List.of("2026-11-17 10000", "2026-11-16 4201", "2026-11-18 3000", "2026-11-22 1000"),
        sums(By.DAY).stream().map(sum -> sum.of() + " " + sum.cost()).toList());
    assertEquals(wangFang.conversation(), sums(By.CONVERSATION).getFirst().of());
    for (By by : By.values()) {
      assertEquals(18_201, sums(by).stream().mapToLong(Sum::cost).sum(), by.name());
    }
  }

  @Test
  void the_weeks_page_has_a_line_of_it() {
    aWeek();
    time.comesTo("2026-11-23T09:00");
    mei.sees("上周 AI 帮忙：回了 3 条（5,500 token），回话花了 0.02 元，它没答上、由自带的模型顶上 1 次，没有根据的话拦下 1 次。");
    jun.sees(
        "AI last week: 3 answers (5,500 tokens), CNY 0.02 spent on them, the built-in model stood"
            + " in 1 times");
    assertEquals(2, count("SELECT COUNT(*) FROM turns WHERE cause LIKE 'job:week:%'"));
  }

  @Test
  void while_the_house_model_works_alone_nothing_is_said_of_it() {
    wangFang.says("加大款的马克杯多少钱？");
    time.comesTo("2026-11-23T09:00");
    mei.sees("元");
    mei.neverSees("AI 帮忙");
    assertEquals(List.of(), new Usage(shop.rooms().database(), SHOP, "zh").month(NOVEMBER));
  }

  @Test
  void the_statement_says_who_of_the_team_and_which_conversation_cost_most() {
    shop.rooms().contacts().known(wangFang.conversation(), "王<芳>", null);
    aWeek();
    var rows = new Usage(shop.rooms().database(), SHOP, "zh").month(NOVEMBER);
    assertEquals("客服专员：回了 3 条（5,500 token），自带的模型顶上 1 次，拦下 1 次", rows.get(0).label());
    assertEquals("7.017201 元", rows.get(0).value());
    assertEquals("5.001 元", rows.get(1).value());
    assertEquals("花得最多的一天：2026-11-15，回了 1 条（1,100 token）", rows.get(2).label());
    assertTrue(rows.get(3).label().startsWith("花得最多的一段对话：王<芳>"), rows::toString);
    var page = new StatementPage("zh", "小满陶器", StoryTime.SHANGHAI);
    String paper = page.whole(shop.gate().statement(NOVEMBER, "zh"), rows);
    assertTrue(paper.contains("AI 帮了多少") && paper.contains("7.017201 元"), paper);
    assertTrue(paper.contains("王&lt;芳&gt;") && !paper.contains("王<芳>"), paper);
    assertFalse(page.whole(shop.gate().statement(NOVEMBER, "zh"), List.of()).contains("AI 帮"));
  }

  @Test
  void a_way_without_end_is_kept_within_its_limit() {
    String endless = "很".repeat(5_000);
    Trace.Step step = new Trace.Called("lowStock", endless, endless);
    var trace = new Trace(Collections.nCopies(40, step));
    String kept = Steps.written(trace);
    assertTrue(kept.getBytes(UTF_8).length <= 16 * 1024);
    Steps read = Steps.read(kept);
    assertEquals(40, read.steps().size() + read.left());
    assertTrue(read.steps().size() >= 4, kept);
  }
}
