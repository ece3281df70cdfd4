package shopcrew.roles.customerservice;

import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;

/// Something that a product must be, have or do.
///
/// @param notion the attribute that it asks about, to be shown with a match, or empty
/// @param said as it was understood: "承重 ≥ 50 kg"
/// @param soft a word of the asker that the listings may leave out: it chooses where it can
record Condition(String notion, String said, boolean soft, Test test) {
  Condition(String notion, String said, Test test) {
    this(notion, said, false, test);
  }

  /// It holds, does not hold, or the data does not say (null).
  interface Test {
    @Nullable Boolean holds(Listing listing);
  }

  @Nullable Boolean holds(Listing listing) {
    return test.holds(listing);
  }
}
