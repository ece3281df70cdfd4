package shopcrew.db.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Products, with every column that we have no field for as an attribute.
final class ProductFile {

  private static final String HAN = ".*\\p{IsHan}.*";

  private ProductFile() {}

  static void take(Run run, Sheet sheet) throws ImportRefused {
    var reader = new Reader(run, sheet, "products");
    var products = new Upsert(run, "products", "sku");
    var attributes = new Upsert(run, "product_attributes", "sku", "name");
    var lines =
        sheet.rows().stream().collect(Collectors.toMap(Sheet.Line::number, Function.identity()));
    var blank = Blank.row("products");
    blank.remove("title");
    blank.remove("description");
    var tally = new Tally();
    var seen = new HashSet<String>();
    var own = new HashMap<Integer, Map<String, @Nullable Object>>();
    for (var entry : reader.entries()) {
      if (!seen.add(entry.text("sku"))) {
        reader.fault(entry, "sku", "row.twice", true, entry.text("sku"));
        continue;
      }
      var change = products.put(product(run, entry), blank);
      products.flush(); // attributes point to their product
      var line = java.util.Objects.requireNonNull(lines.get(entry.number()));
      for (var other : reader.others().entrySet()) {
        var put = attribute(attributes, reader, entry, line, other);
        change =
            change == Upsert.Change.UNCHANGED && put != change ? Upsert.Change.CHANGED : change;
      }
      attributes.flush();
      tally.add(change);
    }
    run.results().add(tally.of(sheet.file()));
  }

  private static Map<String, @Nullable Object> product(Run run, Entry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>(entry.values());
    byLanguage(row, "title", entry);
    byLanguage(row, "desc", "description", entry);
    row.put("currency", run.currency());
    row.put("on_sale", Meanings.is("product", "off", entry.text("status")) ? 0L : 1L);
    return row;
  }

  private static void byLanguage(Map<String, @Nullable Object> row, String name, Entry entry) {
    byLanguage(row, name, name, entry);
  }

  /// A column without a language goes where its script belongs, unless that place is taken.
  private static void byLanguage(
      Map<String, @Nullable Object> row, String name, String from, Entry entry) {
    row.remove(from);
    var text = entry.text(from);
    var place = name + (text.matches("(?s)" + HAN) ? "_zh" : "_en");
    if (!text.isEmpty() && entry.text(place).isEmpty()) {
      row.put(place, text);
    }
    row.putIfAbsent(name + "_zh", "");
    row.putIfAbsent(name + "_en", "");
  }

  private static Upsert.Change attribute(
      Upsert attributes,
      Reader reader,
      Entry entry,
      Sheet.Line line,
      Map.Entry<String, Integer> column) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("sku", entry.text("sku"));
    row.put("name", column.getKey());
    var cell = reader.cut(line, column.getValue(), line.cell(column.getValue()));
    if (cell.isEmpty() && !attributes.holds(row)) {
      return Upsert.Change.UNCHANGED;
    }
    row.put("position", (long) column.getValue());
    row.put("value", cell);
    row.put("visibility", Meanings.is("owner", "column", column.getKey()) ? "owner" : "public");
    return attributes.put(row, Map.of());
  }
}
