package shopcrew.db.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All that stands about one customer, table by table, without what is the shop's own business.
final class Dossier {
  private Dossier() {}

  static Map<String, List<Map<String, @Nullable Object>>> of(Handle handle, Subject subject) {
    var all = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
    for (Holding holding : Holding.ALL) {
      var rows = new ArrayList<Map<String, @Nullable Object>>();
      subject
          .bound(
              handle.createQuery(
                  "SELECT * FROM "
                      + holding.table()
                      + " WHERE shop = :shop AND "
                      + holding.whose()))
          .mapToMap()
          .forEach(row -> rows.add(given(holding, row)));
      all.put(holding.table(), rows);
    }
    return all;
  }

  private static Map<String, @Nullable Object> given(Holding holding, Map<String, Object> row) {
    var given = new LinkedHashMap<String, @Nullable Object>();
    row.forEach(
        (column, value) -> {
          if (column.equals("shop") || holding.internal().contains(column)) return;
          given.put(column, value);
        });
    return given;
  }
}
