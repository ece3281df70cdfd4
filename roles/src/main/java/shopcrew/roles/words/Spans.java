package shopcrew.roles.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Turns a named day, week, month or quarter into its first and last day. Null where no such day
// is.
final class Spans {
  private Spans() {}

  static LocalDate @Nullable [] one(@Nullable LocalDate day) {
    return day == null ? null : new LocalDate[] {day, day};
  }

  static @Nullable LocalDate day(int year, String month, @Nullable String day) {
    try {
      return LocalDate.of(year, Numerals.small(month), day == null ? 1 : Numerals.small(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /// A month and a day; without a year the next such day, or the last one gone.
  static LocalDate @Nullable [] monthDay(
      LocalDate today, @Nullable Integer year, String month, String day, boolean gone) {
    LocalDate here = day(year == null ? today.getYear() : year, month, day);
    if (here == null || year != null) {
      return one(here);
    }
    if (gone) {
      return one(here.isAfter(today) ? here.minusYears(1) : here);
    }
    return one(here.isBefore(today) ? here.plusYears(1) : here);
  }

  static LocalDate @Nullable [] month(
      LocalDate today, @Nullable Integer year, String month, boolean gone) {
    LocalDate first = day(year == null ? today.getYear() : year, month, null);
    if (first == null) {
      return null;
    }
    if (year == null && gone && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    if (year == null && !gone && lastOf(first.getYear(), first.getMonthValue()).isBefore(today)) {
      first = first.plusYears(1);
    }
    return month(first);
  }

  static LocalDate @Nullable [] dayOfMonth(LocalDate today, String number, boolean gone) {
    LocalDate month = today.withDayOfMonth(1);
    for (int tries = 0; tries < 3; tries++) {
      LocalDate day = day(month.getYear(), String.valueOf(month.getMonthValue()), number);
      if (day != null && (gone ? !day.isAfter(today) : !day.isBefore(today))) {
        return one(day);
      }
      month = gone ? month.minusMonths(1) : month.plusMonths(1);
    }
    return null;
  }

  /// Day 1 to 7 of the week so many weeks on, 8 for its weekend; without steps the nearest one.
  static LocalDate @Nullable [] weekday(
      LocalDate today, @Nullable Integer steps, int number, boolean gone) {
    LocalDate monday = monday(today).plusWeeks(steps == null ? 0 : steps);
    if (number == 8) {
      return new LocalDate[] {monday.plusDays(5), monday.plusDays(6)};
    }
    LocalDate day = monday.plusDays(number - 1L);
    if (steps == null && gone && day.isAfter(today)) {
      day = day.minusWeeks(1);
    }
    if (steps == null && !gone && day.isBefore(today)) {
      day = day.plusWeeks(1);
    }
    return one(day);
  }

  static LocalDate[] week(LocalDate day) {
    return new LocalDate[] {monday(day), monday(day).plusDays(6)};
  }

  static LocalDate[] month(LocalDate day) {
    return new LocalDate[] {day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth())};
  }

  static LocalDate[] quarter(LocalDate today, @Nullable Integer year, int number, boolean gone) {
    LocalDate first =
        LocalDate.of(year == null ? today.getYear() : year, 3 * Math.clamp(number, 1, 4) - 2, 1);
    if (year == null && gone && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    return quarterOf(first);
  }

  static LocalDate[] quarterOf(LocalDate day) {
    int month = (day.getMonthValue() - 1) / 3 * 3 + 1;
    return new LocalDate[] {
      LocalDate.of(day.getYear(), month, 1), lastOf(day.getYear(), month + 2)
    };
  }

  static LocalDate lastOf(int year, int month) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastDayOfMonth());
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
