package shopcrew.db;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// An exact amount: whole minor units (fen, cents) of one ISO currency. No floating point anywhere.
public record Money(long minor, String currency) implements Comparable<Money> {

  public Money {
    Currency.getInstance(currency); // an unknown code is refused here, once, for the whole house
  }

  public static Money of(long minor, String currency) {
    return new Money(minor, currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /// Reads a plain decimal such as "39.9" or "1,200.00"; refuses more decimals than the currency
  // has.
  public static Money parse(String text, String currency) {
    return exact(decimal(text), currency);
  }

  /// Reads a decimal that a spreadsheet may have left with too many places ("21.979999"), half up.
  public static Money parseRounded(String text, String currency) {
    return exact(decimal(text).setScale(digits(currency), RoundingMode.HALF_UP), currency);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.strip().replace(",", "").replace(",", ""));
  }

  private static Money exact(BigDecimal amount, String currency) {
    return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other)), currency);
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /// `percent` of this amount ("12", "12.5"), never more than exact: for what we give.
  public Money percentDown(String percent) {
    return percent(percent, RoundingMode.FLOOR);
  }

  /// `percent` of this amount ("12", "12.5"), never less than exact: for limits and floors.
  public Money percentUp(String percent) {
    return percent(percent, RoundingMode.CEILING);
  }

  private Money percent(String percent, RoundingMode rounding) {
    var exact = BigDecimal.valueOf(minor).multiply(new BigDecimal(percent)).movePointLeft(2);
    return new Money(exact.setScale(0, rounding).longValueExact(), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean moreThan(Money other) {
    return compareTo(other) > 0;
  }

  public boolean lessThan(Money other) {
    return compareTo(other) < 0;
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other));
  }

  /// "169" or "39.90": no grouping, no currency, decimals only where they say something.
  public String plain() {
    var digits = digits(currency);
    var amount = BigDecimal.valueOf(minor, digits);
    return amount.stripTrailingZeros().scale() <= 0
        ? amount.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : amount.toPlainString();
  }

  /// All decimals, no grouping: "39.90". What a file or a platform gets.
  public String decimalText() {
    return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
  }

  /// "1,200.00 元" for Chinese readers of yuan, "CNY 1,200.00" for everybody else.
  public String format(Locale locale) {
    var number = grouped();
    if (!locale.getLanguage().equals("zh")) {
      return currency + " " + number;
    }
    return currency.equals("CNY") ? number + " 元" : number + " " + currency;
  }

  private String grouped() {
    var text = BigDecimal.valueOf(minor, digits(currency)).abs().toPlainString();
    var point = text.indexOf('.');
    var whole = new StringBuilder(point < 0 ? text : text.substring(0, point));
    for (int at = whole.length() - 3; at > 0; at -= 3) {
      whole.insert(at, ',');
    }
    return (minor < 0 ? "-" : "") + whole + (point < 0 ? "" : text.substring(point));
  }

  @Override
  public String toString() {
    return currency + " " + decimalText();
  }

  private long same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other.minor;
  }

  /// Decimal places of the currency: 2 for CNY, 0 for JPY, 3 for KWD.
  public static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
