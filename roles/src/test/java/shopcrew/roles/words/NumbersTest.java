package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "打9折 | OFF 1000",
        "八五折 | OFF 1500",
        "85折 | OFF 1500",
        "打8.8折 | OFF 1200",
        "八点八折 | OFF 1200",
        "九五折 | OFF 500",
        "全场8折 | OFF 2000",
        "７折清仓 | OFF 3000",
        "半价 | OFF 5000",
        "打对折 | OFF 5000",
        "half price | OFF 5000",
        "10% off | OFF 1000",
        "ten percent off | OFF 1000",
        "15% discount | OFF 1500",
        "降一成 | OFF 1000",
        "便宜两成 | OFF 2000",
        "降价10% | OFF 1000",
        "便宜百分之五 | OFF 500",
        "优惠10个点 | OFF 1000",
        "涨5% | UP 500",
        "涨价一成 | UP 1000",
        "毛利20% | PLAIN 2000",
        "折叠车 | none",
        "9折叠起来 | none",
        "成功10次 | none",
        "300块 | none",
      })
  void percents(String typed, String expected) {
    String found =
        Percents.in(typed).stream()
            .map(p -> p.kind() + " " + p.basisPoints())
            .collect(Collectors.joining(", "));
    assertEquals(expected, found.isEmpty() ? "none" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80L箱子补300个 | 300 个",
        "进50台遮阳篷款 | 50 台",
        "卖了2台给老客户 | 2 台",
        "卖了两台 | 2 台",
        "发三十张券 | 30 张",
        "五箱 | 5 箱",
        "来一打 | 12 个",
        "两打袜子 | 24 个",
        "各20个 | 20 个 each",
        "黑白各补50 | 50  each",
        "30 coupons | 30 coupons",
        "two mugs | 2 mugs",
        "Order 150 more sets of succulent pots | 150 sets",
        "50 pcs of the big box | 50 pcs",
        "100pcs | 100 pcs",
        "a dozen mugs | 12 个",
        "Make 30 coupons, 10 yuan off over 120, valid 5 days | 30 coupons",
        "到货50个 | 50 个",
        "收纳箱x3 | 3 ",
        "十五双 | 15 双",
        "一百二十条 | 120 条",
        "１０盒 | 10 盒",
        "三个月 | none",
        "5天 | none",
        "300块 | none",
        "80L | none",
        "44码 | none",
        "第3个 | none",
        "打9折 | none",
        "30 days | none",
        "$20 | none",
        "AD08 | none",
        "几十个 | none",
      })
  void counts(String typed, String expected) {
    String found =
        Counts.in(typed).stream()
            .map(c -> c.value() + " " + c.unit() + (c.each() ? " each" : ""))
            .collect(Collectors.joining(", "));
    assertEquals(expected.strip(), found.isEmpty() ? "none" : found.strip());
  }

  @Test
  void a_bare_number_counts_only_where_a_count_is_expected() {
    assertTrue(Counts.in("补货300").isEmpty());
    assertEquals(300, Counts.in("补货300", true).getFirst().value());
    assertTrue(Counts.in("补货300块", true).isEmpty());
    assertEquals(50, Counts.in("restock XL wagon 50", true).getFirst().value());
  }

  @ParameterizedTest
  @CsvSource({
    "十五, 15", "二十, 20", "一百零五, 105", "两百五十, 250", "三百五, 350", "两千三, 2300",
    "一万二, 12000", "十二万, 120000", "二零二五, 2025", "廿五, 25", "叁佰, 300", "1200, 1200",
    "两千零三, 2003", "一千五, 1500", "九十九, 99", "万, 10000"
  })
  void numerals(String typed, int expected) {
    assertEquals(expected, Numerals.small(typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "half a dozen | 6",
        "two hundred and fifty | 250",
        "fifteen hundred | 1500",
        "twenty-five | 25",
        "a thousand two hundred | 1200",
        "a couple of | 2",
        "ninety nine | 99",
      })
  void numbers_in_english_words(String typed, long expected) {
    assertEquals(expected, EnglishNumbers.in(typed).getFirst().value());
    assertEquals(1, EnglishNumbers.in(typed).size());
  }
}
