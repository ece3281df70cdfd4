package shopcrew.roles.words;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as they are said in English: next Friday, end of the month, 31 Dec, last November, 10/31.
/// "next Friday" is the Friday of next week, weeks running from Monday to Sunday.
final class EnglishDays {
  private static final String MONTHS =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
  private static final String DAYS =
      "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
  private static final List<String> DAY = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> MONTH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  static final Pattern PATTERN =
      Pattern.compile(
          "\\b(?:(?<dm>(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>"
              + MONTHS
              + ")\\b\\.?(?:,? (?<y1>20\\d{2}))?)"
              + "|(?<md>(?<m2>"
              + MONTHS
              + ")\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,%]\\d|\\d)(?:,? (?<y2>20\\d{2}))?)"
              + "|(?<my>(?:(?<mw>last|this|next) (?<m3>"
              + MONTHS
              + ")|(?<in>in|since|until|till|through|of|during|for) (?<m4>"
              + MONTHS
              + ")(?: (?<y4>20\\d{2}))?|(?<m5>"
              + MONTHS
              + ") (?<y5>20\\d{2}))\\b)|(?<rel>(?:the )?day before yesterday|(?:the )?day after"
              + " tomorrow|yesterday|today|tonight|tomorrow)|(?<end>(?:the )?end of (?:(?:the|this)"
              + " )?(?<eu>next week|next month|week|month|quarter|year)|month[- ]end|year[-"
              + " ]end)|(?<wd>(?:(?<ww>last|next|this|coming) )?(?<wn>"
              + DAYS
              + "|weekend)\\b)|(?<un>(?<uw>last|next|this|past|previous|current)"
              + " (?<uu>week|month|quarter|year)\\b)"
              + "|(?<slash>(?<s1>\\d{1,2})/(?<s2>\\d{1,2})(?:/(?<s3>20\\d{2}))?(?![\\d/]))|(?<yr>(?:in|year|during)"
              + " (?<yn>20\\d{2})\\b))");

  private EnglishDays() {}

  static void find(String text, LocalDate today, Mention.Side side, List<Mention> found) {
    Matcher m = PATTERN.matcher(text);
    while (m.find()) {
      LocalDate[] span = read(m, today, side == Mention.Side.GONE);
      if (span != null) {
        int start = m.group("in") != null ? m.start("m4") : m.start();
        found.add(new Mention(start, m.end(), span[0], span[1]));
      }
    }
  }

  private static LocalDate @Nullable [] read(Matcher m, LocalDate today, boolean gone) {
    if (m.group("dm") != null) {
      return Spans.monthDay(today, year(m.group("y1")), month(m.group("m1")), m.group("d1"), gone);
    }
    if (m.group("md") != null) {
      return Spans.monthDay(today, year(m.group("y2")), month(m.group("m2")), m.group("d2"), gone);
    }
    if (m.group("my") != null) {
      return month(m, today, gone);
    }
    if (m.group("rel") != null) {
      return Spans.one(today.plusDays(days(m.group("rel"))));
    }
    if (m.group("end") != null) {
      return Spans.one(end(m.group("eu") == null ? m.group("end") : m.group("eu"), today));
    }
    if (m.group("wd") != null) {
      String name = m.group("wn");
      String which = m.group("ww");
      int number = name.equals("weekend") ? 8 : DAY.indexOf(name.substring(0, 3)) + 1;
      Integer steps = which == null || which.equals("coming") ? null : steps(which);
      if ("this".equals(which) && number < 8 || "last".equals(which) && number < 8) {
        return Spans.weekday(
            today.plusDays("last".equals(which) ? -1 : 0), null, number, "last".equals(which));
      }
      return Spans.weekday(today, steps, number, gone);
    }
    if (m.group("un") != null) {
      int steps = steps(m.group("uw"));
      return switch (m.group("uu")) {
        case "week" -> Spans.week(today.plusWeeks(steps));
        case "month" -> Spans.month(today.plusMonths(steps));
        case "quarter" -> Spans.quarterOf(today.plusMonths(3L * steps));
        default -> wholeYear(today.getYear() + steps);
      };
    }
    if (m.group("slash") != null) {
      int first = Integer.parseInt(m.group("s1"));
      boolean dayFirst = first > 12;
      String month = dayFirst ? m.group("s2") : m.group("s1");
      return Spans.monthDay(
          today, year(m.group("s3")), month, dayFirst ? m.group("s1") : m.group("s2"), gone);
    }
    return wholeYear(Integer.parseInt(m.group("yn")));
  }

  private static LocalDate @Nullable [] month(Matcher m, LocalDate today, boolean gone) {
    String which = m.group("mw");
    if (which != null) {
      boolean last = which.equals("last");
      LocalDate day = last ? today.withDayOfMonth(1).minusDays(1) : today;
      return Spans.month(day, null, month(m.group("m3")), last);
    }
    boolean bare = m.group("m4") != null;
    Integer year = year(bare ? m.group("y4") : m.group("y5"));
    return Spans.month(today, year, month(bare ? m.group("m4") : m.group("m5")), gone);
  }

  private static LocalDate end(String unit, LocalDate today) {
    return switch (unit) {
      case "week" -> Spans.week(today)[1];
      case "next week" -> Spans.week(today.plusWeeks(1))[1];
      case "next month" -> Spans.month(today.plusMonths(1))[1];
      case "quarter" -> Spans.quarterOf(today)[1];
      case "year", "year-end", "year end" -> LocalDate.of(today.getYear(), 12, 31);
      default -> Spans.month(today)[1];
    };
  }

  private static LocalDate[] wholeYear(int year) {
    return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
  }

  private static @Nullable Integer year(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private static String month(String name) {
    return String.valueOf(MONTH.indexOf(name.substring(0, 3)) + 1);
  }

  private static int steps(String which) {
    return switch (which) {
      case "last", "past", "previous" -> -1;
      case "next" -> 1;
      default -> 0;
    };
  }

  private static int days(String words) {
    return words.contains("before yesterday")
        ? -2
        : words.contains("after tomorrow")
            ? 2
            : words.equals("yesterday") ? -1 : words.equals("tomorrow") ? 1 : 0;
  }
}
