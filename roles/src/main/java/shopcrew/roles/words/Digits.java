package shopcrew.roles.words;

import java.util.Comparator;
import java.util.List;

/// A normal text with its written-out numbers in digits: "三十公斤" is "30公斤", "two hundred" is "200".
public final class Digits {
  private Digits() {}

  public static String of(String typed) {
    String text = Normal.text(typed);
    List<Numeral> numbers =
        Numerals.in(text).stream()
            .filter(number -> !number.vague() && !number.range())
            .sorted(Comparator.comparingInt(Numeral::start).reversed())
            .toList();
    StringBuilder digits = new StringBuilder(text);
    for (Numeral number : numbers) {
      String value = number.value().stripTrailingZeros().toPlainString();
      digits.replace(number.start(), number.end(), value);
    }
    return digits.toString();
  }
}
