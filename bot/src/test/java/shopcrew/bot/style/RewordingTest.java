package shopcrew.bot.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.db.Tastes.Kind;
import shopcrew.db.Tastes.Taste;

/// What an owner does not like goes, and the facts stay letter by letter.
class RewordingTest {
  private static String with(Kind kind, String word, String text) {
    var taste = new Taste(1, kind, word, "as said");
    return Rewording.of(text, List.of(taste), List.of("爱你杯！", "Wow! Mug", "母亲节礼盒"));
  }

  private static void calm(String text, String expected) {
    assertEquals(expected, with(Kind.NO_EXCLAMATION, "", text));
  }

  private static void plain(String text, String expected) {
    assertEquals(expected, with(Kind.NO_EMOJI, "", text));
  }

  private static void without(String word, String text, String expected) {
    assertEquals(expected, with(Kind.NEVER_WORD, word, text));
  }

  @Test
  void an_exclamation_becomes_the_stop_of_its_own_script() {
    calm("有货！马上发！！", "有货。马上发。");
    calm("真的！？好的！。", "真的？好的。");
    calm("Hello! It is CNY 68.00! Thanks!!", "Hello. It is CNY 68.00. Thanks.");
    calm("¡Hola! Bonjour ! On y va\u00A0!", "Hola. Bonjour. On y va.");
    calm("好的❗️明天发", "好的。明天发");
    calm("（有货！）\n！", "（有货。）\n");
    calm("没有就是没有。", "没有就是没有。");
  }

  @Test
  void links_codes_quotes_and_names_keep_theirs() {
    for (String text :
        List.of(
            "https://shop.example/a!b?c=1!",
            "SAVE10!20",
            "您写的是“太贵了！”",
            "客人说 \"wow!\"",
            "Wow! Mug",
            "爱你杯！")) {
      calm(text, text);
    }
    calm("Wow! Mug 有货！", "Wow! Mug 有货。");
    assertEquals("爱你杯！是给您的", with(Kind.POLITE_YOU, "", "爱你杯！是给你的"));
  }

  @Test
  void pictures_go_and_figures_stay() {
    plain("好的😊", "好的");
    plain("好的😊我这就查", "好的，我这就查");
    plain("好的😊。", "好的。");
    plain("Great 😊 I look at it 👍🏽", "Great I look at it");
    plain("共 3️⃣ 件，1️⃣0️⃣ 元", "共 3 件，10 元");
    plain("🇨🇳 包邮 👨‍👩‍👧 都喜欢\n✨ 新品", "包邮，都喜欢\n新品");
    plain("评分 ★★★★☆，68 元 → 61 元，© 2026", "评分 ★★★★☆，68 元 → 61 元，© 2026");
    plain("👍", "👍");
  }

  @Test
  void a_word_goes_where_it_only_addresses_somebody() {
    without("亲", "亲，有货的", "有货的");
    without("亲", "好的亲，马上发。谢谢亲！", "好的，马上发。谢谢！");
    without("亲", "您好。亲 在的", "您好。在的");
    without("亲", "亲自送货，母亲节礼盒，父亲，亲子装", "亲自送货，母亲节礼盒，父亲，亲子装");
    without("亲爱的", "亲爱的顾客，您好", "顾客，您好");
    without("宝贝", "宝贝，这款是宝贝碗", "这款是宝贝碗");
    without("哈", "我查一下哈，哈尔滨能送哈", "我查一下，哈尔滨能送");
    without("哦", "有货哦～", "有货～");
  }

  @Test
  void in_english_too() {
    without("dear", "Dear Daniel, it is in stock.", "Daniel, it is in stock.");
    without("dear", "Thanks, dear. Oh dear me", "Thanks. Oh dear me");
    without("honey", "Honey, it is in stock.", "It is in stock.");
    without(
        "honey",
        "Honey jars are sold out. We have tea and honey.",
        "Honey jars are sold out. We have tea and honey.");
  }

  @Test
  void the_polite_you_is_no_part_of_another_word() {
    assertEquals("您好，迷你杯给您", with(Kind.POLITE_YOU, "", "你好，迷你杯给你"));
  }
}
