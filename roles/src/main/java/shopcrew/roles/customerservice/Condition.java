package shopcrew.roles.customerservice;

import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;

/// Something that a product must be, have or do. It holds, does not hold, or the data does not say
/// (null).
interface Condition {
  @Nullable Boolean holds(Listing listing);

  /// The attribute that it asks about, to be shown with a match.
  String notion();
}
