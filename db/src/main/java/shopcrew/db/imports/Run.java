package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One import at work: where it writes, in which currency, and what it has to tell.
record Run(
    Handle handle,
    String shop,
    String currency,
    List<ImportReport.FileResult> results,
    List<ImportFault> faults) {

  static Run in(Handle handle, String shop, String currency) {
    return new Run(handle, shop, currency, new ArrayList<>(), new ArrayList<>());
  }

  /// The ids a table already holds for this shop.
  Set<String> known(String table, String column) {
    return new HashSet<>(
        handle
            .createQuery("SELECT " + column + " FROM " + table + " WHERE shop = :shop")
            .bind("shop", shop)
            .mapTo(String.class)
            .list());
  }
}
