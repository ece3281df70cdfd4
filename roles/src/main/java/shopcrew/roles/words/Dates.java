package shopcrew.roles.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days a report is asked for: yesterday, 上周, 去年11月, Q3, 近30天, last 90 days, 3月到5月, since
// March.
/// A span that is not over yet ends today. "last week" is the whole week before this one (Monday to
/// Sunday), "近7天" and "last 7 days" are seven days that end today.
public final class Dates {
  private static final Pattern LAST =
      Pattern.compile(
          "(?:近|最近|过去|这|前|(?:in |over |for )?(?:the )?(?:last|past|previous))"
              + " ?的?(?<n>\\d{1,4}|半|[一两二三四五六七八九十百]{1,5}|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety|few|couple"
              + " of|几)\\s?个?"
              + "(?:(?<day>天|日|days?\\b)|(?<week>周|星期|礼拜|weeks?\\b)|(?<month>月|months?\\b)|(?<year>年|years?\\b))");
  private static final Pattern TO =
      Pattern.compile("(?:份|的)?\\s?(?:到|至|-|~|to|through|until|till|and|和)\\s?(?:the )?");
  private static final Pattern SINCE_BEFORE = Pattern.compile("(?:since|自从?|从)\\s?$");
  private static final Pattern SINCE_AFTER = Pattern.compile("\\G\\s?(?:以来|以后|之后|至今|到现在|到今天|起|开始)");

  private Dates() {}

  /// "This week and last week" compares; it is no stretch from the one to the other.
  private static final Pattern NOW = Pattern.compile("这|本|今|昨|this|today|yesterday");

  public static Optional<DateRange> in(String typed, LocalDate today) {
    String text = Normal.text(typed);
    Matcher last = LAST.matcher(text);
    if (last.find()) {
      return Optional.of(new DateRange(back(last, today), today, last.group().strip()));
    }
    List<Mention> days = Mentions.in(text, today, Mention.Side.GONE);
    if (days.isEmpty()) {
      return Optional.empty();
    }
    Mention a = days.getFirst();
    if (days.size() > 1) {
      Mention b = days.get(1);
      LocalDate first = b.last().isBefore(a.first()) ? a.first().minusYears(1) : a.first();
      if (a.first().getYear() < b.first().getYear() - 1
          || text.substring(a.start(), a.end()).matches(".*(?:19|20)\\d\\d年?.*|去年.*|前年.*")) {
        first = a.first();
      }
      boolean compared =
          b.last().isBefore(a.first()) && NOW.matcher(text.substring(a.start(), a.end())).find();
      if (!compared && TO.matcher(text.substring(a.end(), b.start())).matches()) {
        LocalDate end = b.last();
        if (end.getYear() > first.getYear()
            && !text.substring(b.start(), b.end()).matches(".*\\d{4}.*|今年.*")
            && a.first().equals(first)
            && end.minusYears(1).isAfter(first)) {
          end = end.minusYears(1);
        }
        return Optional.of(
            new DateRange(first, cap(end, today), text.substring(a.start(), b.end())));
      }
    }
    boolean since =
        SINCE_BEFORE.matcher(text.substring(0, a.start())).find()
            || SINCE_AFTER.matcher(text).find(a.end());
    LocalDate end = since ? today : cap(a.last(), today);
    return a.first().isAfter(end)
        ? Optional.empty()
        : Optional.of(new DateRange(a.first(), end, text.substring(a.start(), a.end())));
  }

  private static LocalDate cap(LocalDate end, LocalDate today) {
    return end.isAfter(today) ? today : end;
  }

  private static LocalDate back(Matcher m, LocalDate today) {
    String word = m.group("n");
    boolean half = word.equals("半");
    int count =
        switch (word) {
          case "几", "few" -> 3;
          case "couple of" -> 2;
          case "半" -> 0;
          default ->
              word.matches("[a-z]+")
                  ? (int) EnglishNumbers.in(word).getFirst().value()
                  : Numerals.small(word);
        };
    if (m.group("day") != null) {
      return today.minusDays(Math.max(count, 1) - 1L);
    }
    if (m.group("week") != null) {
      return today.minusWeeks(count).plusDays(1);
    }
    if (m.group("month") != null) {
      return half ? today.minusDays(14) : today.minusMonths(count).plusDays(1);
    }
    return half ? today.minusMonths(6).plusDays(1) : today.minusYears(count).plusDays(1);
  }
}
