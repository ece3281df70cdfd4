package shopcrew.db;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is for sale, as any customer may see it: the only source of products in a customer's
/// conversation.
/// Its queries name no cost, no floor, no supplier, no owner's attribute, and turn stock into yes
/// or no.
public final class Catalogue {

  private static final String LISTING =
      """
      SELECT p.sku, category, title_zh, title_en, currency, price, wholesale_price, moq,
             CASE WHEN stock > COALESCE(g.qty, 0) THEN 1 ELSE 0 END AS in_stock, desc_zh, desc_en
      FROM products p LEFT JOIN held_goods g ON g.shop = p.shop AND g.sku = p.sku
      WHERE p.shop = :shop AND on_sale = 1
      """;

  private final Database database;
  private final String shop;

  Catalogue(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Listing> all() {
    return database.read(
        h -> {
          var attributes = Attributes.publicOnly(h, shop, "");
          return h.createQuery(LISTING + "ORDER BY p.sku")
              .bind("shop", shop)
              .map(Row.to(row -> listing(row, attributes)))
              .list();
        });
  }

  /// Changes whenever a listing or the knowledge has changed.
  public long revision() {
    return database.read(
        h ->
            h.createQuery("SELECT number FROM revisions WHERE shop = :shop")
                .bind("shop", shop)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /// What in the text is a product's name, the longest first.
  public List<String> titlesIn(String text) {
    return database
        .read(
            h ->
                h.createQuery(
                        """
                        SELECT title_zh AS title FROM products
                        WHERE shop = :shop AND title_zh <> '' AND :text LIKE '%' || title_zh || '%'
                        UNION SELECT title_en FROM products
                        WHERE shop = :shop AND title_en <> '' AND :text LIKE '%' || title_en || '%'\
                        """)
                    .bind("shop", shop)
                    .bind("text", text)
                    .mapTo(String.class)
                    .list())
        .stream()
        .filter(text::contains)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  public Optional<Listing> bySku(String sku) {
    return database.read(
        h -> {
          var attributes = Attributes.publicOnly(h, shop, sku);
          return h.createQuery(LISTING + "AND UPPER(p.sku) = UPPER(:sku)")
              .bind("shop", shop)
              .bind("sku", sku)
              .map(Row.to(row -> listing(row, attributes)))
              .findOne();
        });
  }

  /// Whether `qty` pieces can be sent today; says nothing about how many there are.
  public boolean hasStock(String sku, int qty) {
    return available(sku) >= Math.max(1, qty);
  }

  /// How many can be ordered now: what is on the shelf and not held for somebody else. Told only to
  /// who wants more than that.
  public int available(String sku) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT stock - COALESCE(g.qty, 0)
                    FROM products p LEFT JOIN held_goods g ON g.shop = p.shop AND g.sku = p.sku
                    WHERE p.shop = :shop AND p.sku = :sku AND on_sale = 1
                    """)
                .bind("shop", shop)
                .bind("sku", sku)
                .mapTo(Integer.class)
                .findOne()
                .map(left -> Math.max(0, left))
                .orElse(0));
  }

  private static Listing listing(Row row, Map<String, Map<String, String>> attributes)
      throws SQLException {
    var sku = row.text("sku");
    return new Listing(
        sku,
        row.text("category"),
        row.text("title_zh"),
        row.text("title_en"),
        row.money("price"),
        row.moneyOrNull("wholesale_price"),
        row.countOrNull("moq"),
        row.flag("in_stock"),
        row.text("desc_zh"),
        row.text("desc_en"),
        Collections.unmodifiableMap(attributes.getOrDefault(sku, Map.of())));
  }
}
