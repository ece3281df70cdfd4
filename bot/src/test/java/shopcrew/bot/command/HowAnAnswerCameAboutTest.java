package shopcrew.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shopcrew.bot.Config;
import shopcrew.bot.StoreWorld;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Models;
import shopcrew.bot.model.StandIn;
import shopcrew.bot.turns.Explained;
import shopcrew.db.Database;
import shopcrew.db.privacy.Privacy;

/// Wang Fang asks, and Mei looks into how the answer came about.
class HowAnAnswerCameAboutTest extends StoreWorld {
  private static final String ASKED = "加大款的马克杯多少钱？";
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private int code;

  /// As the command does: on the same file, while the shop is open.
  private String why(String language, @Nullable String message) {
    printed.reset();
    var desk = new WhyDesk(new PrintStream(printed, true, StandardCharsets.UTF_8), language);
    try (Database database = Database.open(home().resolve("shop.db"))) {
      code = desk.show(new Explained(database, SHOP, language), message);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private long number(String direction, String conversation) {
    return count(
        "SELECT MAX(seq) FROM messages WHERE direction = '"
            + direction
            + "' AND conversation = '"
            + conversation
            + "'");
  }

  private static void holds(String text, String... words) {
    for (String word : words) assertTrue(text.contains(word), word + " is not in\n" + text);
  }

  @Test
  void before_the_first_answer_there_is_nothing_to_look_into() {
    holds(why("zh", null), "还没有回过话");
    assertEquals(0, code);
    holds(why("en", "7"), "did not answer no. 7");
    assertEquals(1, code);
    holds(why("zh", "多少"), "“多少”不是号码");
    assertEquals(1, code);
  }

  @Test
  void the_last_answers_are_listed_the_newest_first() {
    wangFang.says(ASKED);
    time.passes(Duration.ofMinutes(3));
    mei.says("哪些快没货了");
    String list = why("zh", null);
    holds(list, "最近回的 2 条", "客服专员 · " + ASKED, "2026-11-20 09:40:00", "哪些快没货了");
    assertTrue(list.indexOf("哪些快没货了") < list.indexOf(ASKED), list);
    for (int i = 0; i < 12; i++) {
      time.passes(Duration.ofMinutes(1));
      daniel.says("How much is XM-MB-102?");
    }
    assertEquals(11, why("en", null).lines().count(), "ten, and what to do with them");
  }

  @Test
  void one_answer_is_shown_from_the_question_to_its_cost() {
    shop.rooms().contacts().known(wangFang.conversation(), "王芳", null);
    wangFang.says(ASKED);
    long asked = number("in", wangFang.conversation());
    String shown = why("zh", String.valueOf(asked));
    assertEquals(0, code);
    holds(shown, "客服专员", "问（" + asked + "号，王芳）：" + ASKED, "82", "提示词：customerservice ", "没有花钱");
    long said = number("out", wangFang.conversation());
    assertEquals(shown, why("zh", "#" + said), "by the number of the answer too");
    holds(why("en", asked + "号"), "Asked (no. " + asked, "Answered (no. " + said, "nothing spent");
  }

  @Test
  void what_a_model_made_up_is_shown_with_what_became_of_it() {
    try (var model = StandIn.speaking(Dialect.OPENAI)) {
      var settings = new Config.Models(List.of(model.settings()), List.of(), Map.of());
      theShopRestarts(Runnable::run, Models.of(settings));
      model.says("加大款一个 73591 元。").says("加大款 73591 元，马上送您。");
      wangFang.says(ASKED);
      wangFang.sees("82");
      String shown = why("zh", String.valueOf(number("in", wangFang.conversation())));
      holds(shown, "写回复", "改写", "“加大款一个 73591 元。”", "数字 73591 没有出处", "让模型改一次");
      holds(shown, "没人答应过“送您”", "换成工具自己的话", "用工具 ");
      holds(why("zh", null), "拦下 2 次");
      mei.says("上一条回客人的依据是什么");
      mei.sees("有 2 次没有依据，没有发出去");
      jun.says("why did you say that to the customer?");
      jun.sees("held back 2 times");
    }
  }

  @Test
  void a_button_of_the_gate_is_no_answer_of_the_team() {
    mei.says("花钱设置");
    assertTrue(why("zh", String.valueOf(number("in", mei.conversation()))).contains("没有回过"));
    assertEquals(0, count("SELECT COUNT(*) FROM turns"));
  }

  @Test
  void what_a_customer_types_does_nothing_to_the_screen() {
    wangFang.says("\u001b[2J\u009b31m" + ASKED + "\u202e");
    String shown = why("zh", String.valueOf(number("in", wangFang.conversation())));
    holds(shown, ASKED);
    assertFalse(shown.matches("(?s).*[\u001b\u009b\u202e].*"), shown);
  }

  @Test
  void the_steps_go_with_the_customer_and_with_time_and_the_sums_stay() {
    String id = wangFang.conversation();
    shop.rooms().contacts().known(id, "王\"芳芳", null);
    wangFang.says(ASKED);
    mei.says("哪些快没货了");
    String steps = "[{\"called\":\"orders\",\"arguments\":\"{}\",\"result\":\"王\\\"芳芳要两个\"}]";
    shop.rooms().database().writing(h -> h.execute("UPDATE turns SET steps = ?", steps));
    var privacy = new Privacy(shop.rooms().database(), SHOP, home(), 365, 30);
    assertEquals(1, privacy.export(id).orElseThrow().getOrDefault("turns", List.of()).size());
    assertTrue(privacy.erase(id) instanceof Privacy.Done);
    assertEquals(0, count("SELECT COUNT(*) FROM turns WHERE conversation = '" + id + "'"));
    assertEquals(2, count("SELECT COUNT(*) FROM turns"));
    assertEquals(1, count("SELECT COUNT(*) FROM turns WHERE steps = '[]'"));
    assertEquals(0, count("SELECT COUNT(*) FROM turns WHERE steps LIKE '%芳芳%'"));
    assertFalse(privacy.retain(time.instant().plus(Duration.ofDays(366))).isEmpty());
    assertEquals(2, count("SELECT COUNT(*) FROM turns WHERE steps = '[]'"));
    holds(why("zh", null), "客服专员 · …");
  }
}
