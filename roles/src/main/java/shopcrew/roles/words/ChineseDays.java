package shopcrew.roles.words;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as they are said in Chinese: 大前天, 下周五, 这个月底, 去年11月, 10月31号, 三季度, 国庆.
/// Weeks run from Monday to Sunday. 周日 alone is the coming Sunday, today if today is one.
final class ChineseDays {
  private static final String N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
  static final Pattern PATTERN =
      Pattern.compile(
          "(?<iso>(?<iy>(?:19|20)\\d{2})[-/.年](?<im>\\d{1,2})(?:[-/.月](?<id>\\d{1,2})[日号]?|月份?(?<iend>底|末)?|(?=\\D|$)(?<=-\\d{2})))"
              + "|(?<monthday>(?:(?<my>去年|今年|明年|前年)的?)?(?<mm>"
              + N
              + ")月(?<md>"
              + N
              + ")(?:[日号]|(?![\\d个天块元])))"
              + "|(?<month>(?:(?<oy>去年|今年|明年|前年)的?)?(?<om>"
              + N
              + ")月份?(?<oend>底|末|初|中旬|上旬|下旬)?)"
              + "|(?<dayno>(?<![\\d第.a-z-])(?<dn>"
              + N
              + ")[号日](?!码|店|线|楼))|(?<rel>大前天|前天|昨[天日晚]|今[天日晚儿]|大后天|后天|明[天日晚儿])"
              + "|(?<weekday>(?<ws>上上个?|上个?|下下个?|下个?|这个?|本)?(?:周|星期|礼拜)(?<wd>[一二三四五六日天末1-6])(?!年))"
              + "|(?<week>(?<wk>上上个?|上个?|下下个?|下个?|这个?|本)(?:周|星期|礼拜))"
              + "|(?<monthend>(?<me>上个?|下个?|这个?|本|当)?月(?<mx>底|末|初))"
              + "|(?<monthrel>(?<mr>上上个?|上个?|下下个?|下个?|这个?|本|当)月)"
              + "|(?<quarter>(?<qy>去年|今年|明年|\\d{4}年)?(?:的?第?(?<q>[一二三四1-4])季度|\\s?q(?<q2>[1-4])(?![a-z0-9])))"
              + "|(?<quarterrel>(?<qr>上个?|下个?|这个?|本)季度?)|(?<half>(?<hy>去年|今年|明年)?(?<h>上|下)半年)"
              + "|(?<yearend>(?<ye>今年|去年|明年)?年底)|(?<year>去年|今年|明年|前年|(?<yn>(?:19|20)\\d{2})年)");

  private ChineseDays() {}

  static void find(String text, LocalDate today, Mention.Side side, List<Mention> found) {
    Matcher m = PATTERN.matcher(text);
    while (m.find()) {
      LocalDate[] span = read(m, today, side == Mention.Side.GONE);
      if (span != null) {
        found.add(new Mention(m.start(), m.end(), span[0], span[1]));
      }
    }
  }

  private static LocalDate @Nullable [] read(Matcher m, LocalDate today, boolean gone) {
    if (m.group("iso") != null) {
      LocalDate first = Spans.day(Integer.parseInt(m.group("iy")), m.group("im"), m.group("id"));
      return m.group("id") != null || first == null ? Spans.one(first) : Spans.month(first);
    }
    if (m.group("monthday") != null) {
      return Spans.monthDay(today, year(m.group("my"), today), m.group("mm"), m.group("md"), gone);
    }
    if (m.group("month") != null) {
      LocalDate[] month = Spans.month(today, year(m.group("oy"), today), m.group("om"), gone);
      return month == null ? null : part(month, m.group("oend"));
    }
    if (m.group("dayno") != null) {
      return Spans.dayOfMonth(today, m.group("dn"), gone);
    }
    if (m.group("rel") != null) {
      return Spans.one(today.plusDays(days(m.group("rel"))));
    }
    if (m.group("weekday") != null) {
      char day = m.group("wd").charAt(0);
      int number = "一二三四五六日".indexOf(day) + 1;
      number = number > 0 ? number : day == '天' ? 7 : Character.digit(day, 10);
      return Spans.weekday(today, steps(m.group("ws")), day == '末' ? 8 : number, gone);
    }
    if (m.group("week") != null) {
      return Spans.week(today.plusWeeks(steps(m.group("wk")) == null ? 0 : steps(m.group("wk"))));
    }
    if (m.group("monthend") != null || m.group("monthrel") != null) {
      String which = m.group("monthend") != null ? m.group("me") : m.group("mr");
      Integer steps = steps(which);
      return part(Spans.month(today.plusMonths(steps == null ? 0 : steps)), m.group("mx"));
    }
    return longer(m, today, gone);
  }

  private static LocalDate @Nullable [] longer(Matcher m, LocalDate today, boolean gone) {
    if (m.group("quarter") != null) {
      String number = m.group("q") != null ? m.group("q") : m.group("q2");
      return Spans.quarter(today, year(m.group("qy"), today), Numerals.small(number), gone);
    }
    if (m.group("quarterrel") != null) {
      Integer steps = steps(m.group("qr"));
      return Spans.quarterOf(today.plusMonths(3L * (steps == null ? 0 : steps)));
    }
    if (m.group("half") != null) {
      Integer year = year(m.group("hy"), today);
      int y = year == null ? today.getYear() : year;
      int month = m.group("h").equals("上") ? 1 : 7;
      return new LocalDate[] {LocalDate.of(y, month, 1), Spans.lastOf(y, month + 5)};
    }
    Integer year = year(m.group("yearend") != null ? m.group("ye") : m.group("year"), today);
    int y = year == null ? today.getYear() : year;
    return m.group("yearend") != null
        ? Spans.one(LocalDate.of(y, 12, 31))
        : new LocalDate[] {LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)};
  }

  private static LocalDate[] part(LocalDate[] month, @Nullable String part) {
    LocalDate first = month[0];
    LocalDate last = first.with(TemporalAdjusters.lastDayOfMonth());
    return switch (part == null ? "" : part) {
      case "底", "末" -> new LocalDate[] {last, last};
      case "初" -> new LocalDate[] {first, first.plusDays(4)};
      case "上旬" -> new LocalDate[] {first, first.plusDays(9)};
      case "中旬" -> new LocalDate[] {first.plusDays(10), first.plusDays(19)};
      case "下旬" -> new LocalDate[] {first.plusDays(20), last};
      default -> month;
    };
  }

  private static @Nullable Integer year(@Nullable String word, LocalDate today) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    return switch (word) {
      case "前年" -> today.getYear() - 2;
      case "去年" -> today.getYear() - 1;
      case "今年" -> today.getYear();
      case "明年" -> today.getYear() + 1;
      default -> Integer.valueOf(word.substring(0, 4));
    };
  }

  private static @Nullable Integer steps(@Nullable String word) {
    if (word == null) {
      return null;
    }
    if (word.startsWith("上上")) {
      return -2;
    }
    if (word.startsWith("下下")) {
      return 2;
    }
    return word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0;
  }

  private static int days(String word) {
    return switch (word.charAt(0)) {
      case '大' -> word.equals("大前天") ? -3 : 3;
      case '前' -> -2;
      case '昨' -> -1;
      case '后' -> 2;
      case '明' -> 1;
      default -> 0;
    };
  }
}
