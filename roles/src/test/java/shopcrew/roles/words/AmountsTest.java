package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "投300块推加大款,到周日 | 300 CNY",
        "投３００块 | 300 CNY",
        "一块五 | 1.5 CNY",
        "三块五毛钱 | 3.5 CNY",
        "十块 | 10 CNY",
        "12块8 | 12.8 CNY",
        "九块九包邮 | 9.9 CNY",
        "五毛钱一个 | 0.5 CNY per piece",
        "一条5分钱 | 0.05 CNY per piece",
        "预算两千三百元 | 2300 CNY",
        "两千三块 | 2300 CNY",
        "三百五块钱 | 350 CNY",
        "一千零五十元 | 1050 CNY",
        "1.2万元 | 12000 CNY",
        "一点二万块 | 12000 CNY",
        "两萬元 | 20000 CNY",
        "1万2块钱 | 12000 CNY",
        "3千块 | 3000 CNY",
        "¥300 | 300 CNY",
        "￥1,200.50 | 1200.5 CNY",
        "rmb 300 | 300 CNY",
        "300rmb | 300 CNY",
        "300 yuan on the XL wagon | 300 CNY",
        "$20 | 20 USD",
        "20 bucks | 20 USD",
        "20刀 | 20 USD",
        "€19.90 | 19.9 EUR",
        "two hundred and fifty yuan | 250 CNY",
        "a hundred dollars | 100 USD",
        "2k yuan | 2000 CNY",
        "每天30块 | 30 CNY per day",
        "每天30 | 30 CNY per day",
        "一天三十 | 30 CNY per day",
        "一天350投抖音加大款,投5天 | 350 CNY per day",
        "AD08每天30块投两周 | 30 CNY per day",
        "30 a day for two weeks on the XL wagon | 30 CNY per day",
        "30/天 | 30 CNY per day",
        "30块一天 | 30 CNY per day",
        "日预算50 | 50 CNY per day",
        "每天加到80 | 80 CNY per day",
        "每个月500块 | 500 CNY per month",
        "500 a week | 500 CNY per week",
        "weekly budget 200 | 200 CNY per week",
        "短信每条0.05元 | 0.05 CNY per piece",
        "单价9块9 | 9.9 CNY per piece",
        "30元/个 | 30 CNY per piece",
        "8 dollars each | 8 USD per piece",
        "大概500块 | about 500 CNY",
        "500块左右 | about 500 CNY",
        "三百多块 | about 300 CNY",
        "around 500 yuan | about 500 CNY",
        "投个几百块 | vague",
        "花几千块 | vague",
        "投点钱 | vague",
        "花一点钱 | vague",
        "a few hundred yuan | vague",
        "spend some money on ads | vague",
        "十几块钱 | vague",
        "300-500块 | 300 to 500 CNY",
        "三百到五百元 | 300 to 500 CNY",
        "两三百块 | 200 to 300 CNY",
        "between 300 and 500 yuan | 300 to 500 CNY",
        "补300个 | none",
        "进50台遮阳篷款 | none",
        "80L箱子补300个 | none",
        "44码的鞋盒 | none",
        "水杯200ml | none",
        "30cm的架子 | none",
        "AD08先停 | none",
        "YW-WG-001有货吗 | none",
        "便宜10% | none",
        "打9折 | none",
        "半价 | none",
        "到10月31号 | none",
        "2026-02-28的单子 | none",
        "订单YY20240901-001 | none",
        "13800001234 | none",
        "两周 | none",
        "第3块 | none",
        "三块毛巾多少钱 | none",
        "五毛巾 | none",
        "满120减10 | none",
      })
  void reads_sums_as_owners_type_them(String typed, String expected) {
    assertEquals(expected, shown(Amounts.in(typed, "CNY")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AD08投300 | 300 CNY",
        "投1200推露营车,到周日 | 1200 CNY",
        "投1.2万 | 12000 CNY",
        "投两千三 | 2300 CNY",
        "拿三百五投抖音 | 350 CNY",
        "给小红书投500,10天 | 500 CNY",
        "spend 300 on the XL wagon until Sunday | 300 CNY",
        "put 2k into google ads | 2000 CNY",
        "boost the wagon with 300 | 300 CNY",
        "满120减10 | 120 CNY, 10 CNY",
        "满一百减二十 | 100 CNY, 20 CNY",
        "满99减10,100张 | 99 CNY, 10 CNY",
        "投1,200块 | 1200 CNY",
        "投300到500 | 300 to 500 CNY",
        "从30加到50 | 30 CNY, 50 CNY",
        "投五百块,不对,三百 | 500 CNY, 300 CNY",
        "花几百 | vague",
        "AD08投5天 | none",
        "30张券 | none",
        "30 coupons | none",
        "order 50 wagons | none",
        "80L箱子 | none",
        "10/31截止 | none",
        "3月5号 | none",
        "下午3点 | none",
        "8:30开始 | none",
        "手机13800001234 | none",
        "打8折 | none",
        "优惠15% | none",
        "7寸轮子 | none",
        "有一点贵 | none",
      })
  void a_bare_number_is_money_only_where_money_is_expected(String typed, String expected) {
    assertEquals(expected, shown(Amounts.in(typed, "CNY", true)));
  }

  @Test
  void a_coupon_sentence_keeps_its_sums_apart() {
    String typed = "Make 30 coupons, 10 yuan off over 120, valid 5 days";
    assertEquals("10 CNY, 120 CNY", shown(Amounts.in(typed, "CNY", true)));
  }

  @Test
  void the_shop_own_currency_stands_where_none_is_said() {
    assertEquals("300 USD per day", shown(Amounts.in("300 a day", "USD")));
    assertEquals("20 HKD", shown(Amounts.in("$20", "HKD")));
    assertEquals("500 JPY", shown(Amounts.in("¥500", "JPY")));
  }

  @Test
  void positions_are_those_of_the_normal_text() {
    Amount amount = Amounts.in("就投  ３００块 吧", "CNY").getFirst();
    assertEquals("300块", Normal.text("就投  ３００块 吧").substring(amount.start(), amount.end()));
  }

  private static String shown(List<Amount> amounts) {
    return amounts.isEmpty()
        ? "none"
        : amounts.stream().map(AmountsTest::shown).collect(Collectors.joining(", "));
  }

  private static String shown(Amount a) {
    String per =
        a.per() == Amount.Per.TOTAL ? "" : " per " + a.per().name().toLowerCase(Locale.ROOT);
    String low = a.money().plain();
    return switch (a.kind()) {
          case EXACT -> plain(low) + " " + a.money().currency();
          case ABOUT -> "about " + plain(low) + " " + a.money().currency();
          case RANGE -> plain(low) + " to " + plain(a.most().plain()) + " " + a.money().currency();
          case VAGUE -> "vague";
        }
        + per;
  }

  private static String plain(String decimal) {
    return decimal.contains(".") ? decimal.replaceAll("0+$", "") : decimal;
  }
}
