package shopcrew.db;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The shop's own product columns, read for all products or one, with or without the owner's.
final class Attributes {

  private Attributes() {}

  static Map<String, Map<String, String>> publicOnly(Handle h, String shop, String sku) {
    return read(
        h,
        shop,
        sku,
        """
        SELECT sku, name, value FROM product_attributes
        WHERE shop = :shop AND (:sku = '' OR UPPER(sku) = UPPER(:sku)) AND visibility = 'public' AND value <> ''
        ORDER BY sku, position
        """);
  }

  static Map<String, Map<String, String>> all(Handle h, String shop, String sku) {
    return read(
        h,
        shop,
        sku,
        """
        SELECT sku, name, value FROM product_attributes
        WHERE shop = :shop AND (:sku = '' OR UPPER(sku) = UPPER(:sku)) AND value <> ''
        ORDER BY sku, position
        """);
  }

  private static Map<String, Map<String, String>> read(
      Handle h, String shop, String sku, String sql) {
    var found = new LinkedHashMap<String, Map<String, String>>();
    h.createQuery(sql)
        .bind("shop", shop)
        .bind("sku", sku)
        .map(Row.to(row -> new String[] {row.text("sku"), row.text("name"), row.text("value")}))
        .forEach(
            cell ->
                found.computeIfAbsent(cell[0], k -> new LinkedHashMap<>()).put(cell[1], cell[2]));
    return found;
  }
}
