package shopcrew.db.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts the owners' text into lines, sentences and pieces with one number each, and writes numbers
// as digits.
final class RuleText {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[。！？!?])|(?<=[.])(?=\\s|$)");
  private static final Pattern STRONG = Pattern.compile("[;；。]");
  private static final Pattern WEAK =
      Pattern.compile("[，、]|,(?!\\d{3}(?!\\d))|\\band\\b|(?<=[元块%条张])(?:和|及|以及)");
  private static final Pattern BULLET = Pattern.compile("^(?:[-*+•·]|\\d{1,3}[.)、])\\s*");
  private static final Pattern PERCENT_WORDS = Pattern.compile("百分之([零一二两三四五六七八九十百\\d.]+)");
  private static final Pattern HAN_NUMBER =
      Pattern.compile("[零一二两三四五六七八九十百千万]+(?=\\s*(?:元|块|张|个|次|条|%|倍|成(?!本)))");
  private static final Pattern TEN_THOUSANDS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*万");
  private static final Map<String, String> ENGLISH =
      Map.of(
          "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7",
          "eight", "8", "nine", "9", "ten", "10");

  private RuleText() {}

  static List<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(">"))
        .filter(line -> !line.matches("[-=*_|: ]+"))
        .map(line -> BULLET.matcher(line).replaceFirst("").replace("**", ""))
        .toList();
  }

  static List<String> sentences(String line) {
    return SENTENCE
        .splitAsStream(line)
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /// Clauses, each with at most one stated number where the punctuation allows it.
  static List<String> clauses(String sentence) {
    var clauses = new ArrayList<String>();
    for (var strong : STRONG.split(digits(sentence))) {
      var open = "";
      for (var piece : WEAK.split(strong)) {
        if (!open.isEmpty() && number(open) && number(piece)) {
          clauses.add(open);
          open = "";
        }
        open = open.isEmpty() ? piece : open + "," + piece;
      }
      if (!open.isBlank()) {
        clauses.add(open);
      }
    }
    return clauses;
  }

  private static boolean number(String text) {
    return text.matches(".*\\d.*|.*(?:免费|不要钱|\\bfree\\b).*");
  }

  /// Lower case, plain width, "百分之十二" as "12%", "两张" as "2张", "two coupons" as "2 coupons".
  static String digits(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = PERCENT_WORDS.matcher(plain).replaceAll(match -> han(match.group(1)) + "%");
    plain = plain.replaceAll("(\\d)\\s*(?:percent|per cent)", "$1%");
    plain = TEN_THOUSANDS.matcher(plain).replaceAll(match -> tenThousands(match.group(1)));
    plain = HAN_NUMBER.matcher(plain).replaceAll(match -> han(match.group()));
    plain = plain.replaceAll("(?<![\\d.])(\\d)成半", "$15%");
    plain = plain.replaceAll("(?<![\\d.])(\\d)成(?!本)", "$10%");
    for (var word : ENGLISH.entrySet()) {
      plain = plain.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
    }
    return plain;
  }

  private static String tenThousands(String number) {
    return new BigDecimal(number).movePointRight(4).stripTrailingZeros().toPlainString();
  }

  private static String han(String number) {
    if (number.matches("[\\d.]+")) {
      return number;
    }
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : number.toCharArray()) {
      int unit = "十百千万".indexOf(c);
      if (unit < 0) {
        digit = c == '两' ? 2 : "零一二三四五六七八九".indexOf(c);
      } else if (unit < 3) {
        section += (digit == 0 ? 1 : digit) * (unit == 0 ? 10 : unit == 1 ? 100 : 1000);
        digit = 0;
      } else {
        total += (section + digit) * 10_000;
        section = 0;
        digit = 0;
      }
    }
    return Long.toString(total + section + digit);
  }
}
