package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders and their lines. An amount the files leave out is worked out from those they have.
final class OrderFiles {

  private final Run run;
  private final Map<String, Long> lineTotals = new HashMap<>();

  OrderFiles(Run run) {
    this.run = run;
  }

  /// Lines whose product is known, ready to be written once their orders are.
  List<Entry> lines(Reader reader) {
    var products = run.known("products", "sku");
    var costs = new HashMap<String, Long>();
    run.handle()
        .createQuery("SELECT sku, COALESCE(cost, 0) AS cost FROM products WHERE shop = :shop")
        .bind("shop", run.shop())
        .mapToMap()
        .forEach(
            row -> {
              if (row.get("cost") instanceof Number cost) {
                costs.put(String.valueOf(row.get("sku")), cost.longValue());
              }
            });
    var counted = new HashMap<String, Integer>();
    var good = new ArrayList<Entry>();
    for (var entry : reader.entries()) {
      var sku = entry.text("sku");
      var order = entry.text("order_id");
      long qty = entry.numberOr("qty", 0);
      var price = entry.number("unit_price");
      var total = entry.number("line_total");
      if (!products.contains(sku)) {
        reader.fault(entry, "sku", "product.unknown", true, sku);
      } else if (qty < 1) {
        reader.fault(entry, "qty", "cell.count", true, Long.toString(qty));
      } else if (price == null && total == null) {
        reader.fault(entry, "unit_price", "line.amount", true);
      } else {
        var row = new LinkedHashMap<String, @Nullable Object>(entry.values());
        long whole = total != null ? total : java.util.Objects.requireNonNull(price) * qty;
        row.put("line_total", whole);
        row.put("unit_price", price != null ? price : whole / qty);
        row.put("unit_cost", entry.numberOr("unit_cost", costs.getOrDefault(sku, 0L)));
        int place = counted.merge(order, 1, Integer::sum);
        row.put("line_no", entry.numberOr("line_no", place));
        lineTotals.merge(order, whole, Long::sum);
        good.add(new Entry(entry.number(), row));
      }
    }
    return good;
  }

  void orders(Sheet sheet) throws ImportRefused {
    var reader = new Reader(run, sheet, "orders");
    reader.tellUnused();
    var table = new Upsert(run, "orders", "id");
    var customers = run.known("customers", "id");
    var tally = new Tally();
    var seen = new HashSet<String>();
    for (var entry : reader.entries()) {
      var row = order(entry);
      if (!seen.add(entry.text("id"))) {
        reader.fault(entry, "id", "row.twice", true, entry.text("id"));
      } else if (row.get("paid") == null) {
        reader.fault(entry, "paid", "order.amount", true);
      } else {
        var customer = entry.text("customer_id");
        if (!customer.isEmpty() && !customers.contains(customer)) {
          reader.fault(entry, "customer_id", "customer.unknown", false, customer);
          row.put("customer_id", "");
        }
        tally.add(table.put(row, Blank.row("orders")));
      }
    }
    table.flush();
    run.results().add(tally.of(sheet.file()));
  }

  private Map<String, @Nullable Object> order(Entry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>(entry.values());
    long fee = entry.numberOr("shipping_fee", 0);
    long discount = entry.numberOr("discount", 0);
    var items = entry.number("items");
    var paid = entry.number("paid");
    if (items == null) {
      items = lineTotals.get(entry.text("id"));
    }
    if (items == null && paid != null) {
      items = paid + discount - fee;
    }
    if (paid == null && items != null) {
      paid = items - discount + fee;
    }
    row.put("items", items);
    row.put("paid", paid);
    row.put("currency", run.currency());
    row.put("state", Meanings.of("order", entry.text("status")).orElse("OTHER"));
    row.put("goods_returned", returned(entry) ? 1L : 0L);
    return row;
  }

  private static boolean returned(Entry entry) {
    var type = entry.text("refund_type");
    if (type.isEmpty()) {
      return Meanings.is("order", "CANCELLED", entry.text("status"));
    }
    return !Meanings.is("goods", "kept", type) && Meanings.is("goods", "back", type);
  }

  void writeLines(String file, Reader reader, List<Entry> lines) {
    var orders = run.known("orders", "id");
    var table = new Upsert(run, "order_lines", "order_id", "line_no");
    var tally = new Tally();
    var seen = new HashSet<String>();
    for (var entry : lines) {
      var order = entry.text("order_id");
      if (!orders.contains(order)) {
        reader.fault(entry, "order_id", "order.unknown", true, order);
      } else if (!seen.add(order + "\n" + entry.number("line_no"))) {
        reader.fault(entry, "line_no", "row.twice", true, order + " " + entry.number("line_no"));
      } else {
        tally.add(table.put(entry.values(), Map.of()));
      }
    }
    table.flush();
    run.results().add(tally.of(file));
  }
}
