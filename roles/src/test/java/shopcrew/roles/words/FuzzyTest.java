package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "鞋和能放44码吗 | 鞋盒",
        "冰厢有货吗 | 冰箱",
        "收那箱80L | 收纳箱",
        "拉赶车多少钱 | 拉杆车",
        "露營車 | 露营车",
        "折叠框 | 折叠筐",
        "加大款拉竿车 | 加大款拉杆车",
        "do you have the wagn | wagon",
        "wagons in stock? | wagon",
        "two boxes | box",
        "the storge box please | storage box",
        "beach-wagon | beach wagon",
        "camping wagno | wagon",
        "80 l box | 80l",
      })
  void a_typo_still_holds_the_term(String text, String term) {
    double score = Fuzzy.contains(text, term);
    assertTrue(score >= 0.75, () -> text + " ~ " + term + " = " + score);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "鞋柜有吗 | 冰箱",
        "今天天气不错 | 收纳箱",
        "good morning | wagon",
        "swagger | wagon",
        "unboxing | box",
        "抽屉柜 | 拉杆车",
      })
  void another_word_does_not(String text, String term) {
    double score = Fuzzy.contains(text, term);
    assertTrue(score < 0.7, () -> text + " ~ " + term + " = " + score);
  }

  @Test
  void the_term_itself_is_a_whole_hit_and_nothing_is_none() {
    assertEquals(1, Fuzzy.contains("80L收纳箱补300个", "收纳箱"));
    assertEquals(1, Fuzzy.same("Wagon", "wagon"));
    assertEquals(0, Fuzzy.contains("", "箱"));
    assertEquals(0, Fuzzy.contains("箱", ""));
  }

  @Test
  void a_sound_alike_is_nearer_than_any_other_character() {
    assertTrue(Fuzzy.contains("鞋和", "鞋盒") > Fuzzy.contains("鞋柜", "鞋盒"));
  }
}
