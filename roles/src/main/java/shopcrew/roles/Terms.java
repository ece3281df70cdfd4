package shopcrew.roles;

import java.time.LocalDate;
import shopcrew.roles.Proposal.Term;
import shopcrew.roles.words.Period;

/// How long something runs, from the owner's words to a proposal's term. Weeks are told in days.
public final class Terms {
  private static final int LONGEST = 366;

  private Terms() {}

  public static Term of(Period period, LocalDate today) {
    return switch (period.unit()) {
      case DAY -> new Term("day", period.count(), period.start(), period.end());
      case WEEK -> new Term("day", 7 * period.count(), period.start(), period.end());
      case MONTH -> new Term("month", period.count(), period.start(), period.end());
      case YEAR -> new Term("year", period.count(), period.start(), period.end());
    };
  }

  public static Term days(int count) {
    return new Term("day", count, null, null);
  }

  /// The first day: as said, or today.
  public static LocalDate first(Term term, LocalDate today) {
    return term.start() == null ? today : term.start();
  }

  /// The last day, counted in.
  public static LocalDate last(Term term, LocalDate today) {
    LocalDate first = first(term, today);
    if (term.end() != null) {
      return term.end();
    }
    int count = Math.max(1, term.count());
    return switch (term.unit()) {
      case "month" -> first.plusMonths(count).minusDays(1);
      case "year" -> first.plusYears(count).minusDays(1);
      default -> first.plusDays(count - 1L);
    };
  }

  public static int days(Term term, LocalDate today) {
    return Math.toIntExact(last(term, today).toEpochDay() - first(term, today).toEpochDay()) + 1;
  }

  /// Whether a period has an end and is short enough to promise anything for.
  public static boolean bounded(Period period, LocalDate today) {
    return period.count() > 0 && period.count() <= LONGEST && period.days(today) <= LONGEST;
  }
}
