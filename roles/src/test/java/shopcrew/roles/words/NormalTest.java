package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "３００塊　ＸＬ | 300块 xl",
        "露營車還有現貨嗎？ | 露营车还有现货吗?",
        "優惠券發給批發客戶 | 优惠券发给批发客户",
        "a   b\u200Bc | a bc",
        "￥１，２００ | ¥1,200",
        "收納箱 運費 多少錢 | 收纳箱 运费 多少钱",
        "㎝ ㎏ | cm kg",
      })
  void one_spelling_for_matching(String typed, String expected) {
    assertEquals(expected, Normal.text(typed));
    assertEquals(expected, Normal.text(Normal.text(typed)));
  }

  @Test
  void a_very_long_text_is_cut_and_nothing_breaks() {
    String normal = Normal.text("露營🏕".repeat(4_000));
    assertTrue(normal.length() <= Normal.LONGEST);
    assertTrue(!Character.isHighSurrogate(normal.charAt(normal.length() - 1)));
    assertEquals("", Normal.text("  \n\t "));
  }
}
