package shopcrew.db;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// A period of whole days, both ends included.
public record Days(LocalDate from, LocalDate to) {

  public Days {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends before it starts: " + from + " to " + to);
    }
  }

  public static Days of(LocalDate day) {
    return new Days(day, day);
  }

  public static Days month(YearMonth month) {
    return new Days(month.atDay(1), month.atEndOfMonth());
  }

  /// The `count` days which end on `day`.
  public static Days endingOn(LocalDate day, int count) {
    return new Days(day.minusDays(count - 1L), day);
  }

  public static Days always() {
    return new Days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 30));
  }

  /// The same number of days just before.
  public Days before() {
    return new Days(from.minusDays(count()), from.minusDays(1));
  }

  public long count() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
