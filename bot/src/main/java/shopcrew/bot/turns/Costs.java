package shopcrew.bot.turns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import shopcrew.db.Money;

/// What models cost, in words: often less than the smallest coin.
final class Costs {
  private static final int PLACES = 6;

  private Costs() {}

  /// To the last place that is known: `0.0042 元`.
  static String exact(long millionths, String currency, String language) {
    BigDecimal cost = BigDecimal.valueOf(millionths, PLACES).stripTrailingZeros();
    int least = Money.digits(currency);
    String number = (cost.scale() < least ? cost.setScale(least) : cost).toPlainString();
    if (!zh(language)) return currency + " " + number;
    return currency.equals("CNY") ? number + " 元" : number + " " + currency;
  }

  /// In whole coins, never rounded down.
  static String rounded(long millionths, String currency, String language) {
    long minor =
        BigDecimal.valueOf(millionths, PLACES)
            .movePointRight(Money.digits(currency))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    return said(Money.of(minor, currency), language);
  }

  static String said(Money money, String language) {
    return money.format(zh(language) ? Locale.SIMPLIFIED_CHINESE : Locale.UK);
  }

  private static boolean zh(String language) {
    return language.startsWith("zh");
  }
}
