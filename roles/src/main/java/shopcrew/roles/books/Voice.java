package shopcrew.roles.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import shopcrew.db.Money;
import shopcrew.prompts.Words;

/// A role's sentences in the language of one turn, and how figures are written in it.
public record Voice(Words words, String language) {

  public String say(String key, Object... pairs) {
    return words.say(language, key, pairs);
  }

  public String money(Money money) {
    return money.format(Locale.of(language));
  }

  /// A sum with its sign, for what went up or down.
  public String change(Money money) {
    return money.isNegative() ? money(money) : "+" + money(money);
  }

  /// How much `part` is of `whole`: "12.3%"; a dash where there is no whole.
  public static String percent(long part, long whole) {
    if (whole == 0) return "–";
    return BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /// A list in the language's own way of listing.
  public String list(java.util.Collection<String> parts) {
    return String.join(language.equals("zh") ? "、" : ", ", parts);
  }

  /// The first characters of something somebody wrote.
  public static String shortened(String text, int longest) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
  }
}
