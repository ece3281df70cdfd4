package shopcrew.bot.exam;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a reply as a judge does: numbers as numbers, whatever their width and separators.
final class Replies {
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(万|千|k\\b)?");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Replies() {}

  /// @param wanted words, a number, or `re:` and a regular expression
  static boolean holds(String reply, String wanted) {
    String text = plain(reply);
    if (wanted.startsWith("re:")) return Pattern.compile(wanted.substring(3)).matcher(text).find();
    String words = plain(wanted);
    if (PLAIN_NUMBER.matcher(words).matches()) {
      BigDecimal number = new BigDecimal(words);
      return numbers(reply).stream().anyMatch(one -> one.compareTo(number) == 0);
    }
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /// True if the reply states the value, or its amount without a sign, within the tolerance.
  static boolean states(String reply, BigDecimal value, BigDecimal tolerance) {
    BigDecimal room = value.abs().multiply(tolerance);
    return numbers(reply).stream()
        .anyMatch(one -> one.subtract(value.abs()).abs().compareTo(room) <= 0);
  }

  static List<BigDecimal> numbers(String reply) {
    var numbers = new ArrayList<BigDecimal>();
    var found = NUMBER.matcher(plain(reply));
    while (found.find()) {
      BigDecimal number = new BigDecimal(found.group(1));
      numbers.add(number);
      if (found.group(2) != null) {
        numbers.add(number.movePointRight(found.group(2).equals("万") ? 4 : 3));
      }
    }
    return numbers;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("(?<=\\d),(?=\\d{3})", "");
  }
}
