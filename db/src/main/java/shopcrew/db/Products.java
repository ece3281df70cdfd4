package shopcrew.db;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// All articles as the owner sees them, with cost and exact stock. Never for a customer's
// conversation.
public final class Products {

  /// Stock before and after a movement.
  public record Moved(int before, int after) {}

  private final Database database;
  private final String shop;

  Products(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Product> all() {
    return database.read(
        h -> {
          var attributes = Attributes.all(h, shop, "");
          return h.createQuery("SELECT * FROM products WHERE shop = :shop ORDER BY sku")
              .bind("shop", shop)
              .map(Row.to(row -> product(row, attributes)))
              .list();
        });
  }

  public Optional<Product> bySku(String sku) {
    return database.read(
        h -> {
          var attributes = Attributes.all(h, shop, sku);
          return h.createQuery(
                  "SELECT * FROM products WHERE shop = :shop AND UPPER(sku) = UPPER(:sku)")
              .bind("shop", shop)
              .bind("sku", sku)
              .map(Row.to(row -> product(row, attributes)))
              .findOne();
        });
  }

  /// Counts what lies on the shelf; the difference is kept as a stock move. Empty: no such article.
  public Optional<Moved> setStock(String sku, int stock, String note, LocalDate day) {
    return database.write(
        h ->
            stockOf(h, sku)
                .flatMap(before -> move(h, sku, before, stock - before, "count", note, day)));
  }

  /// Goods come in (`delta` above zero) or go out. Empty: no such article, or fewer on the shelf.
  public Optional<Moved> moveStock(String sku, int delta, String type, String note, LocalDate day) {
    return database.write(
        h -> stockOf(h, sku).flatMap(before -> move(h, sku, before, delta, type, note, day)));
  }

  private Optional<Integer> stockOf(Handle h, String sku) {
    return h.createQuery("SELECT stock FROM products WHERE shop = :shop AND sku = :sku")
        .bind("shop", shop)
        .bind("sku", sku)
        .mapTo(Integer.class)
        .findOne();
  }

  private Optional<Moved> move(
      Handle h, String sku, int before, int delta, String type, String note, LocalDate day) {
    long after = (long) before + delta;
    if (after < 0 || after > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    h.createUpdate("UPDATE products SET stock = :stock WHERE shop = :shop AND sku = :sku")
        .bind("stock", (int) after)
        .bind("shop", shop)
        .bind("sku", sku)
        .execute();
    StockMoves.add(h, shop, new StockMove(day, sku, type, delta, note));
    return Optional.of(new Moved(before, (int) after));
  }

  /// For [PriceTags] alone: a lower price is money, so no role may set one. False: no such article.
  boolean setPrice(String sku, Money price) {
    return set(sku, "price = :a, currency = :b", price.minor(), price.currency());
  }

  public boolean setTitles(String sku, String titleZh, String titleEn) {
    return set(sku, "title_zh = :a, title_en = :b", titleZh, titleEn);
  }

  public boolean setDescriptions(String sku, String descZh, String descEn) {
    return set(sku, "desc_zh = :a, desc_en = :b", descZh, descEn);
  }

  public boolean setStatus(String sku, String status, boolean onSale) {
    return set(sku, "on_sale = :a, status = :b", onSale ? 1 : 0, status);
  }

  private boolean set(String sku, String change, Object a, Object b) {
    return database.write(
        h -> {
          int changed =
              h.createUpdate("UPDATE products SET " + change + " WHERE shop = :shop AND sku = :sku")
                  .bind("a", a)
                  .bind("b", b)
                  .bind("shop", shop)
                  .bind("sku", sku)
                  .execute();
          new Search(database, shop).refresh(h, sku);
          return changed > 0;
        });
  }

  private static Product product(Row row, Map<String, Map<String, String>> attributes)
      throws SQLException {
    var sku = row.text("sku");
    return new Product(
        sku,
        row.text("category"),
        row.text("title_zh"),
        row.text("title_en"),
        row.moneyOrNull("cost"),
        row.money("price"),
        row.moneyOrNull("wholesale_price"),
        row.countOrNull("moq"),
        row.count("stock"),
        row.moneyOrNull("ship_cost"),
        row.text("status"),
        row.flag("on_sale"),
        row.text("desc_zh"),
        row.text("desc_en"),
        Collections.unmodifiableMap(attributes.getOrDefault(sku, Map.of())));
  }
}
