package shopcrew.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static Money yuan(String text) {
    return Money.parse(text, "CNY");
  }

  @Test
  void a_price_is_read_exactly_by_the_decimals_of_its_currency() {
    assertEquals(3990, yuan("39.9").minor());
    assertEquals(120000, yuan("1,200.00").minor());
    assertEquals(120000, yuan("1,200").minor());
    assertEquals(500, Money.parse("500", "JPY").minor());
    assertEquals(1500, Money.parse("1.5", "KWD").minor());
  }

  @Test
  void a_tenth_of_a_fen_is_refused_and_only_rounded_where_asked() {
    assertThrows(ArithmeticException.class, () -> yuan("0.001"));
    assertThrows(NumberFormatException.class, () -> yuan("12元"));
    assertEquals(2198, Money.parseRounded("21.979999", "CNY").minor());
  }

  @Test
  void sums_stay_in_one_currency_and_never_overflow_silently() {
    assertEquals(yuan("0.30"), yuan("0.10").plus(yuan("0.20")));
    assertEquals(yuan("-0.10"), yuan("0.10").minus(yuan("0.20")));
    assertEquals(yuan("119.70"), yuan("39.90").times(3));
    assertThrows(IllegalArgumentException.class, () -> yuan("1").plus(Money.parse("1", "USD")));
    assertThrows(ArithmeticException.class, () -> Money.of(Long.MAX_VALUE, "CNY").times(2));
  }

  @Test
  void a_share_is_rounded_down_when_given_and_up_when_it_is_a_floor() {
    assertEquals(yuan("103.04"), yuan("92").percentUp("112"));
    assertEquals(yuan("0.34"), yuan("3.33").percentUp("10"));
    assertEquals(yuan("0.33"), yuan("3.33").percentDown("10"));
    assertEquals(yuan("-0.34"), yuan("-3.33").percentDown("10"));
  }

  @Test
  void people_read_amounts_the_way_they_write_them() {
    assertEquals("1,200.00 元", yuan("1200").format(Locale.CHINA));
    assertEquals("CNY 1,200.00", yuan("1200").format(Locale.ENGLISH));
    assertEquals("-1,234,567.80 元", yuan("-1234567.8").format(Locale.CHINA));
    assertEquals("0.05 元", yuan("0.05").format(Locale.CHINA));
    assertEquals("100.00 USD", Money.parse("100", "USD").format(Locale.CHINA));
    assertEquals("JPY 1,200", Money.parse("1200", "JPY").format(Locale.ENGLISH));
    assertEquals("169", yuan("169").plain());
    assertEquals("39.90", yuan("39.9").plain());
    assertEquals("100", yuan("100").plain());
    assertEquals("0", yuan("0").plain());
  }

  @Test
  void an_unknown_currency_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Money.of(1, "YUAN"));
  }
}
