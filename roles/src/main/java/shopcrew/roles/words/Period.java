package shopcrew.roles.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How long something shall run. `count` is 0 when it is only said to go on ("每天30"); `start` and
// `end`
/// are set when a day was named; `end` is the last day it runs, and `endGiven` says that an end
// follows
/// from what was typed.
public record Period(
    Unit unit, int count, @Nullable LocalDate start, @Nullable LocalDate end, boolean endGiven) {
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /// From the first to the last day, both included.
  static Period between(LocalDate first, LocalDate last) {
    return new Period(
        Unit.DAY, Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1, first, last, true);
  }

  static Period open(Unit unit, @Nullable LocalDate start) {
    return new Period(unit, 0, start, null, false);
  }

  static Period lasting(Unit unit, int count, @Nullable LocalDate start) {
    Period bare = new Period(unit, count, start, null, true);
    return start == null ? bare : new Period(unit, count, start, bare.lastDay(start), true);
  }

  public LocalDate firstDay(LocalDate today) {
    return start == null ? today : start;
  }

  /// The last day it runs when it begins as said, or else today. Open periods have none.
  public LocalDate lastDay(LocalDate today) {
    LocalDate first = firstDay(today);
    if (end != null) {
      return end;
    }
    LocalDate next =
        switch (unit) {
          case DAY -> first.plusDays(count);
          case WEEK -> first.plusWeeks(count);
          case MONTH -> first.plusMonths(count);
          case YEAR -> first.plusYears(count);
        };
    return next.minusDays(1);
  }

  /// The number of days it runs.
  public int days(LocalDate today) {
    return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(today), lastDay(today))) + 1;
  }
}
