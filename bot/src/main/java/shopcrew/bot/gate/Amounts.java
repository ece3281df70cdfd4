package shopcrew.bot.gate;

import java.util.regex.Pattern;
import shopcrew.db.Money;

/// Reads an amount that a person typed. Strict: what could mean two things is not read.
final class Amounts {
  sealed interface Typed {
    record Amount(Money money) implements Typed {}

    /// Meant as an amount, but only plain digits count here.
    record Unclear() implements Typed {}

    /// Not an amount at all: the message is for somebody else.
    record Other() implements Typed {}
  }

  private static final Pattern PLAIN =
      Pattern.compile(
          "[¥\\uFFE5]?\\s*(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})(?:\\.(\\d{1,3}))?\\s*(?:元|块)?");
  private static final Pattern LIKE =
      Pattern.compile("[¥\\uFFE5\\d.,元块圆\\s零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟整角分毛]{1,40}");
  private static final Pattern FIGURE = Pattern.compile("[\\d零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]");

  private Amounts() {}

  static Typed read(String text, String currency) {
    String plain = ascii(text.strip());
    var match = PLAIN.matcher(plain);
    int digits = Money.digits(currency);
    if (match.matches()) {
      String fraction = match.group(2) == null ? "" : match.group(2);
      if (fraction.length() > digits) return new Typed.Unclear(); // "1.000" is not one thousand
      String minor =
          match.group(1).replace(",", "") + fraction + "0".repeat(digits - fraction.length());
      return new Typed.Amount(Money.of(Long.parseLong(minor), currency));
    }
    return LIKE.matcher(plain).matches() && FIGURE.matcher(plain).find()
        ? new Typed.Unclear()
        : new Typed.Other();
  }

  private static String ascii(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c >= 0xFF10 && c <= 0xFF19
                    ? c - 0xFF10 + '0'
                    : c == 0xFF0E ? '.' : c == 0xFF0C ? ',' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
