package shopcrew.db;

import java.sql.SQLException;
import java.util.List;

/// All reviews, newest first.
public final class Reviews {

  private final Database database;
  private final String shop;

  Reviews(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Review> in(Days days) {
    return list("TRUE", "", 5, days);
  }

  public List<Review> ofSku(String sku, Days days) {
    return list("sku = :value", sku, 5, days);
  }

  /// Reviews of a whole category with at most `stars` stars.
  public List<Review> atMost(int stars, String category, Days days) {
    return list(
        """
        sku IN (SELECT p.sku FROM products p WHERE p.shop = reviews.shop AND p.category = :value)
        """,
        category,
        stars,
        days);
  }

  public List<Review> atMost(int stars, Days days) {
    return list("TRUE", "", stars, days);
  }

  private List<Review> list(String condition, String value, int stars, Days days) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT * FROM reviews WHERE shop = :shop AND rating <= :stars
                      AND day BETWEEN :from AND :to AND :value = :value AND (%s)
                    ORDER BY day DESC, id DESC
                    """
                        .formatted(condition))
                .bind("shop", shop)
                .bind("stars", stars)
                .bind("from", days.from().toString())
                .bind("to", days.to().toString())
                .bind("value", value)
                .map(Row.to(Reviews::review))
                .list());
  }

  private static Review review(Row row) throws SQLException {
    return new Review(
        row.text("id"),
        row.day("day"),
        row.text("order_id"),
        row.text("customer_id"),
        row.text("sku"),
        row.count("rating"),
        row.text("language"),
        row.text("content"),
        row.text("reply"));
  }
}
