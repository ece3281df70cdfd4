package shopcrew.bot.model;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Percent;
import shopcrew.roles.words.Percents;

/// Whether a translation keeps what no translation may change: numbers, sums of money, percentages,
/// dates, codes and links. What cannot be read for certain counts as changed.
///
/// @param home the shop's currency, which an amount without a name is in
public record Unchanged(String home) {
  private static final List<Locale> LOCALES =
      List.of("en", "es", "de", "fr", "pt", "it", "ru").stream().map(Locale::of).toList();
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)[\\w./?=&%#~:+-]+|[\\w.+-]+@[\\w.-]+\\.\\w+");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![a-z0-9])[a-z]{1,6}-?\\d[a-z0-9-]*|(?<![a-z0-9])[a-z]{1,6}(?:-[a-z0-9]+)*-\\d[a-z0-9-]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final String CHINESE_DAYS = "日一二三四五六天";
  private static final Pattern CHINESE_DAY = Pattern.compile("(?:周|星期|礼拜)([一二三四五六日天])");
  private static final Set<String> LITTLE = Set.of("0", "1");
  private static final Map<String, Integer> DAYS = daysByName();
  private static final Map<String, Integer> MONTHS = monthsByName();
  private static final Pattern DAY =
      Pattern.compile("(?<!\\p{L})(?:" + any(DAYS.keySet()) + ")(?!\\p{L})");
  private static final Pattern MONTH = months();

  public boolean holds(String original, String translation) {
    Facts said = facts(original);
    Facts told = facts(translation);
    return told.hold(said.firm()) && said.hold(told.firm());
  }

  /// Everything in a text that must stand in the other one too.
  ///
  /// @param loose a one or a nought in words, which may be no number at all
  private record Facts(Set<String> firm, Set<String> loose) {
    boolean hold(Set<String> others) {
      return others.stream().allMatch(fact -> firm.contains(fact) || loose.contains(fact));
    }
  }

  private Facts facts(String typed) {
    var firm = new HashSet<String>();
    String text =
        taken(LINK, Normal.text(typed), firm, link -> link.group().replaceAll("\\.$", ""));
    text = taken(CODE, text, firm, MatchResult::group);
    text = taken(CHINESE_DAY, text, firm, day -> "day" + CHINESE_DAYS.indexOf(day.group(1)) % 7);
    text = taken(DAY, text, firm, day -> "day" + DAYS.getOrDefault(day.group(), 0));
    text =
        MONTH.matcher(text).replaceAll(month -> MONTHS.getOrDefault(month.group(), 0).toString());
    text = Normal.text(text);
    for (Percent percent : Percents.in(text).reversed()) {
      firm.add(percent.basisPoints() + "/10000");
      text = text.substring(0, percent.start()) + " " + text.substring(percent.end());
    }
    for (Amount amount : Amounts.in(text, home)) firm.add(amount.money() + "-" + amount.most());
    Set<String> digits = numbers(text);
    var loose = new HashSet<String>();
    for (String number : numbers(Digits.of(text))) {
      (digits.contains(number) || !LITTLE.contains(number) ? firm : loose).add(number);
    }
    return new Facts(firm, loose);
  }

  /// Without what was found, and without seeing it twice.
  private static String taken(
      Pattern pattern, String text, Set<String> into, Function<MatchResult, String> as) {
    Matcher matcher = pattern.matcher(text);
    matcher.results().map(as).forEach(into::add);
    return matcher.replaceAll(" ");
  }

  private static Set<String> numbers(String text) {
    return NUMBER
        .matcher(text.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", ""))
        .results()
        .map(found -> new BigDecimal(found.group()).stripTrailingZeros().toPlainString())
        .collect(Collectors.toSet());
  }

  private static Pattern months() {
    String any = any(MONTHS.keySet());
    return Pattern.compile(
        "(?<=\\d(?:st|nd|rd|th|\\.)? (?:de |of )?)(?:"
            + any
            + ")(?!\\p{L})|(?<!\\p{L})(?:"
            + any
            + ")(?=\\.? \\d)");
  }

  private static String any(Set<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static Map<String, Integer> daysByName() {
    var names = new HashMap<String, Integer>();
    for (Locale locale : LOCALES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        names.put(
            day.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale), day.getValue() % 7);
      }
    }
    return names;
  }

  private static Map<String, Integer> monthsByName() {
    var names = new HashMap<String, Integer>();
    for (Month month : Month.values()) {
      names.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month.getValue());
      for (Locale locale : LOCALES) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
          names.put(month.getDisplayName(style, locale).toLowerCase(locale), month.getValue());
        }
      }
    }
    return names;
  }
}
