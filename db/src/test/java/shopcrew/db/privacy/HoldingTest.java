package shopcrew.db.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Database;

/// Nothing about a customer is kept that nobody has thought of.
class HoldingTest {
  @TempDir Path folder;

  @Test
  void every_table_and_every_column_is_decided_on() {
    try (Database database = Database.open(folder.resolve("shop.db"))) {
      var tables = new TreeSet<>(tables(database));
      var decided = new TreeSet<>(Holding.OF_THE_SHOP);
      decided.addAll(Holding.OF_THE_GATE);
      for (Holding holding : Holding.ALL) decided.add(holding.table());
      assertEquals(tables, decided, "say in Holding what a new table keeps about customers");
      for (Holding holding : Holding.ALL) {
        var columns = new TreeSet<>(holding.erased().keySet());
        columns.addAll(holding.stays());
        columns.addAll(holding.internal());
        columns.add("shop");
        assertEquals(columns(database, holding.table()), columns, holding.table());
        int counted = holding.erased().size() + holding.stays().size() + holding.internal().size();
        assertEquals(columns.size() - 1, counted, "one column, one fate: " + holding.table());
      }
      assertTrue(Holding.ALL.size() > 5);
    }
  }

  private static TreeSet<String> tables(Database database) {
    List<String> names =
        database.read(
            h ->
                h.createQuery(
                        """
                        SELECT name FROM sqlite_master WHERE type = 'table'
                          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%'\
                        """)
                    .mapTo(String.class)
                    .list());
    return new TreeSet<>(names);
  }

  private static TreeSet<String> columns(Database database, String table) {
    List<String> names =
        database.read(
            h ->
                h.createQuery("SELECT name FROM pragma_table_info(:table)")
                    .bind("table", table)
                    .mapTo(String.class)
                    .list());
    return new TreeSet<>(names);
  }
}
