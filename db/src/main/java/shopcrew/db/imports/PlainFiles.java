package shopcrew.db.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Customers, reviews, leads and stock moves: one row of the file is one row of the table.
final class PlainFiles {

  private PlainFiles() {}

  static void customers(Run run, Sheet sheet) throws ImportRefused {
    byId(run, sheet, "customers", false);
  }

  static void reviews(Run run, Sheet sheet) throws ImportRefused {
    byId(run, sheet, "reviews", true);
  }

  static void leads(Run run, Sheet sheet) throws ImportRefused {
    byId(run, sheet, "leads", false);
  }

  private static void byId(Run run, Sheet sheet, String kind, boolean ofProduct)
      throws ImportRefused {
    var reader = new Reader(run, sheet, kind);
    reader.tellUnused();
    var table = new Upsert(run, kind, "id");
    var products = run.known("products", "sku");
    var tally = new Tally();
    var seen = new HashSet<String>();
    for (var entry : reader.entries()) {
      if (!seen.add(entry.text("id"))) {
        reader.fault(entry, "id", "row.twice", true, entry.text("id"));
      } else if (ofProduct && !products.contains(entry.text("sku"))) {
        reader.fault(entry, "sku", "product.unknown", true, entry.text("sku"));
      } else {
        tally.add(table.put(row(kind, entry), Blank.row(kind)));
      }
    }
    table.flush();
    run.results().add(tally.of(sheet.file()));
  }

  private static Map<String, @Nullable Object> row(String kind, Entry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>(entry.values());
    if (kind.equals("customers")) {
      var type = entry.text("type");
      row.put("type", Meanings.of("customer", type).orElse(type));
    }
    if (!kind.equals("leads") && entry.text("language").isEmpty()) {
      var text = entry.text("name") + entry.text("content");
      row.put("language", text.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en");
    }
    return row;
  }

  /// Stock moves have no number of their own: the same move on the same day is told apart by its
  // place.
  static void stockMoves(Run run, Sheet sheet) throws ImportRefused {
    var reader = new Reader(run, sheet, "stock_moves");
    reader.tellUnused();
    var table = new Upsert(run, "stock_moves", "id");
    var products = run.known("products", "sku");
    var tally = new Tally();
    var places = new HashMap<String, Integer>();
    for (var entry : reader.entries()) {
      if (!products.contains(entry.text("sku"))) {
        reader.fault(entry, "sku", "product.unknown", true, entry.text("sku"));
        continue;
      }
      var row = new LinkedHashMap<String, @Nullable Object>(entry.values());
      long qty = entry.numberOr("qty", 0);
      boolean out = qty > 0 && Meanings.is("move", "out", entry.text("type"));
      row.put("qty", out ? -qty : qty);
      var what = entry.text("day") + "|" + entry.text("sku") + "|" + entry.text("type");
      row.put("id", "file-" + what + "|" + places.merge(what, 1, Integer::sum));
      tally.add(table.put(row, Blank.row("stock_moves")));
    }
    table.flush();
    run.results().add(tally.of(sheet.file()));
  }
}
