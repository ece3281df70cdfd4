package shopcrew.roles.books;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import shopcrew.db.Store;

/// The day up to which the books are read. A shop whose orders stopped coming in days ago is read
// as
/// of its newest order, and that is said.
public record AsOf(LocalDate day, boolean behind) {
  private static final int DAYS_WITHOUT_AN_ORDER = 3;

  public static AsOf of(Store store, LocalDate today) {
    LocalDate newest = store.orders().newestDay().orElse(today);
    boolean behind = ChronoUnit.DAYS.between(newest, today) > DAYS_WITHOUT_AN_ORDER;
    return new AsOf(behind ? newest : today, behind);
  }
}
