package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a translation may not change.
class UnchangedTest {
  private final Unchanged unchanged = new Unchanged("CNY");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          两个杯子一共150元，周三发货 | Two mugs, 150 CNY in total, shipped on Wednesday
          两个杯子一共150元，周三发货 | 2 tazas, 150 CNY en total, se envían el miércoles
          这个82块，11月30日前发 | It is 82 CNY, shipped before November 30
          这个82块，11月30日前发 | Son 82 CNY y se envía antes del 30 de noviembre
          打9折 | 10% off
          一个杯子82块，您放心 | 1 mug is 82 CNY, don't worry
          订单XM202611070031明天发 | Order XM202611070031 ships tomorrow
          看这里 https://shop.example/x1 。 | See here: https://shop.example/x1
          1,200元包邮 | 1200.00 CNY, free shipping
          您好，稍等一下，我看看 | Hello, one moment, I will look
          You may return it within 7 days for 82 yuan. | 7天内可以退，82元
          """)
  void is_kept(String original, String translation) {
    assertTrue(unchanged.holds(original, translation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          这个82块 | It is 80 CNY
          这个82块 | It is $82
          这个82块 | It is cheap
          很便宜 | It is 82 CNY
          便宜10% | 20% off
          您下周二再来 | Come again next Monday
          两百块 | three hundred yuan
          11月30日前发 | shipped before December 30
          订单XM202611070031 | Order XM202611070032
          看这里 https://shop.example/x1 | See here: https://shop.example/x2
          两个杯子 | una taza
          """)
  void is_changed(String original, String translation) {
    assertFalse(unchanged.holds(original, translation));
  }
}
