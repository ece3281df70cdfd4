package shopcrew.roles.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shopping days that people name instead of a date.
final class Holidays {
  static final Pattern NAMES =
      Pattern.compile(
          "国庆节?|十一黄金周|双十一|双11|双十二|双12|618|六一八|元旦|圣诞节?|情人节|五一节?|劳动节|妇女节|三八节|六一节?|儿童节|黑五|春节|过年|中秋节?|端午节?|\\bchristmas\\b|\\bblack"
              + " friday\\b|\\bvalentine'?s(?: day)?\\b|\\bnew year'?s day\\b|\\bsingles'?"
              + " day\\b|\\bchinese new year\\b|\\bhalloween\\b");
  /// Lunar feasts by year: spring festival, dragon boat, mid-autumn, as month and day.
  private static final Map<Integer, int[]> LUNAR =
      Map.ofEntries(
          Map.entry(2024, new int[] {210, 610, 917}),
          Map.entry(2025, new int[] {129, 531, 1006}),
          Map.entry(2026, new int[] {217, 619, 925}),
          Map.entry(2027, new int[] {206, 609, 915}),
          Map.entry(2028, new int[] {126, 528, 1003}),
          Map.entry(2029, new int[] {213, 616, 922}),
          Map.entry(2030, new int[] {203, 605, 912}),
          Map.entry(2031, new int[] {123, 624, 1001}),
          Map.entry(2032, new int[] {211, 612, 919}));

  private Holidays() {}

  /// The first and last day of the holiday in that year, or null when it is not known.
  static LocalDate @Nullable [] in(int year, String name) {
    return switch (name) {
      case "国庆", "国庆节", "十一黄金周" -> span(year, 1001, 7);
      case "双十一", "双11", "singles day", "singles' day" -> span(year, 1111, 1);
      case "双十二", "双12" -> span(year, 1212, 1);
      case "618", "六一八" -> span(year, 618, 1);
      case "元旦", "new years day", "new year's day" -> span(year, 101, 1);
      case "圣诞", "圣诞节", "christmas" -> span(year, 1225, 1);
      case "halloween" -> span(year, 1031, 1);
      case "五一", "五一节", "劳动节" -> span(year, 501, 5);
      case "妇女节", "三八节" -> span(year, 308, 1);
      case "六一", "六一节", "儿童节" -> span(year, 601, 1);
      case "春节", "过年", "chinese new year" -> lunar(year, 0, 7);
      case "端午", "端午节" -> lunar(year, 1, 1);
      case "中秋", "中秋节" -> lunar(year, 2, 1);
      case "黑五", "black friday" -> {
        LocalDate thanks =
            LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        yield new LocalDate[] {thanks.plusDays(1), thanks.plusDays(1)};
      }
      default -> span(year, 214, 1);
    };
  }

  private static LocalDate @Nullable [] lunar(int year, int which, int days) {
    int[] feasts = LUNAR.get(year);
    return feasts == null ? null : span(year, feasts[which], days);
  }

  private static LocalDate[] span(int year, int monthDay, int days) {
    LocalDate first = LocalDate.of(year, monthDay / 100, monthDay % 100);
    return new LocalDate[] {first, first.plusDays(days - 1L)};
  }
}
