package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.words.Dates;
import shopcrew.roles.words.Numbers;

/// Since when somebody has not come: "半年没来", "去年秋天以后没再下单", "haven't ordered for 3 months".
final class Lapses {
  private static final Pattern NOT =
      Pattern.compile(
          "没(?:有)?(?:再)?(?:来|买|下|复购|回购|订|动静|联系|消费)|未(?:下单|复购|购买)|不来|流失|沉睡|haven'?t|have"
              + " not|hasn'?t|not (?:ordered|bought|been)|inactive|lapsed|dormant|win ?back|no"
              + " order");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?<n>\\d{1,3}|半|[一两二三四五六七八九十]{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s?个?(?:多)?(?:(?<day>天|days?)|(?<week>周|星期|weeks?)|(?<month>月|months?)|(?<year>年|years?))");
  private static final Pattern SEASON =
      Pattern.compile(
          "(?<year>去年|前年|今年|last"
              + " )?(?:(?<spring>春天|春季|开春|spring)|(?<summer>夏天|夏季|summer)|(?<autumn>秋天|秋季|入秋|autumn|fall)|(?<winter>冬天|冬季|winter))");
  private static final int USUAL_MONTHS = 6;

  private Lapses() {}

  /// The first day without an order; null where nobody's absence is spoken of.
  static @Nullable LocalDate since(String text, LocalDate today) {
    if (!NOT.matcher(text).find()) {
      return null;
    }
    Matcher season = SEASON.matcher(text);
    if (season.find()) {
      return afterSeason(season, today);
    }
    Matcher length = LENGTH.matcher(text);
    if (length.find()) {
      return back(length, today);
    }
    return Dates.in(text, today)
        .map(range -> range.end().equals(today) ? range.start() : range.end().plusDays(1))
        .orElse(today.minusMonths(USUAL_MONTHS));
  }

  private static LocalDate back(Matcher m, LocalDate today) {
    boolean half = "半".equals(m.group("n"));
    int count = half ? 0 : Numbers.small(m.group("n"));
    if (m.group("day") != null) {
      return today.minusDays(Math.max(1, count));
    }
    if (m.group("week") != null) {
      return today.minusWeeks(Math.max(1, count));
    }
    if (m.group("month") != null) {
      return half ? today.minusDays(15) : today.minusMonths(Math.max(1, count));
    }
    return half ? today.minusMonths(USUAL_MONTHS) : today.minusYears(Math.max(1, count));
  }

  /// The day after the season's last, in the year said or in the latest that is over.
  private static LocalDate afterSeason(Matcher m, LocalDate today) {
    int month =
        m.group("spring") != null
            ? 6
            : m.group("summer") != null ? 9 : m.group("autumn") != null ? 12 : 3;
    LocalDate after = LocalDate.of(today.getYear(), month, 1);
    String year = m.group("year");
    if ("去年".equals(year) || "前年".equals(year)) {
      return after.minusYears("去年".equals(year) ? 1 : 2);
    }
    return after.isAfter(today) ? after.minusYears(1) : after;
  }
}
