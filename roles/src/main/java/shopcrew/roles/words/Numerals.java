package shopcrew.roles.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Numeral.Script;

/// Finds the numbers of a normal text: 1,200 · 1.2万 · 2k · 两千三 · 三百五 · 两三百 · 几百 · two hundred.
final class Numerals {
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\d.])((?<![减送抵])\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,15})(\\.\\d{1,6})?"
              + "(?:\\s?(?:([百千万亿])(?:([1-9])(?![\\d,.]))?|(k)(?![a-z])(?:([1-9])(?!\\d))?|(w)(?![a-z0-9])))?");
  private static final Pattern VAGUE =
      Pattern.compile(
          "好?几[十百千万]+|好几(?=[块元毛个千百])|[几数](?=块)|数[十百千万]+|[一二三四五六七八九]?十几|\\d0几"
              + "|[上成小][百千万](?=[块元个])|[百千万][把来](?=[块元个])|\\b(?:a few|several|some|a couple|couple"
              + " of|a couple of) (?:hundreds?|thousands?|dozens?)\\b(?: of)?");
  private static final Pattern CHINESE =
      Pattern.compile("[零〇一二两俩三仨四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}(?:点[零一二三四五六七八九]{1,4}[万千]?)?");
  private static final Pattern ABOUT = Pattern.compile("\\G(?:多|来|余)(?=[块元个台件张箱只条天人,. ]|$)|\\G\\+");

  private Numerals() {}

  static List<Numeral> in(String text) {
    List<Numeral> found = new ArrayList<>();
    Matcher vague = VAGUE.matcher(text);
    while (vague.find()) {
      Script script = text.charAt(vague.start()) < 128 ? Script.ENGLISH : Script.CHINESE;
      found.add(
          new Numeral(
              vague.start(), vague.end(), BigDecimal.ZERO, BigDecimal.ZERO, true, false, script));
    }
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      add(found, text, digits.start(), digits.end(), digits(digits), Script.DIGITS);
    }
    Matcher chinese = CHINESE.matcher(text);
    while (chinese.find()) {
      BigDecimal[] range = ChineseNumbers.read(chinese.group());
      if (range != null) {
        add(found, text, chinese.start(), chinese.end(), range, Script.CHINESE);
      }
    }
    for (EnglishNumbers.Found english : EnglishNumbers.in(text)) {
      BigDecimal value = BigDecimal.valueOf(english.value());
      add(
          found,
          text,
          english.start(),
          english.end(),
          new BigDecimal[] {value, value},
          Script.ENGLISH);
    }
    found.sort(Comparator.comparingInt(Numeral::start));
    return found;
  }

  /// The whole of a short text as a number, such as "三" or "12"; -1 when it is none.
  static int small(String text) {
    if (text.matches("\\d{1,6}")) {
      return Integer.parseInt(text);
    }
    BigDecimal[] range = text.isEmpty() ? null : ChineseNumbers.read(text);
    return range == null ? -1 : range[0].intValue();
  }

  private static void add(
      List<Numeral> found, String text, int start, int end, BigDecimal[] range, Script script) {
    for (Numeral known : found) {
      if (start < known.end() && known.start() < end) {
        return;
      }
    }
    Matcher about = ABOUT.matcher(text);
    boolean more = about.find(end);
    found.add(
        new Numeral(start, more ? about.end() : end, range[0], range[1], false, more, script));
  }

  private static BigDecimal[] digits(Matcher m) {
    String whole = m.group(1).replace(",", "");
    BigDecimal value = new BigDecimal(m.group(2) == null ? whole : whole + m.group(2));
    String unit =
        m.group(3) != null ? m.group(3) : m.group(5) != null ? "千" : m.group(7) != null ? "万" : "";
    if (!unit.isEmpty()) {
      BigDecimal times = ChineseNumbers.unit(unit.charAt(0));
      value = value.multiply(times);
      String tail = m.group(4) != null ? m.group(4) : m.group(6);
      if (tail != null) {
        value = value.add(new BigDecimal(tail).multiply(times).divide(BigDecimal.TEN));
      }
    }
    return new BigDecimal[] {value, value};
  }
}
