package shopcrew.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The book of goods in and out; rows are added, never changed.
public final class StockMoves {

  private final Database database;
  private final String shop;

  StockMoves(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<StockMove> of(String sku, int limit) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT * FROM stock_moves WHERE shop = :shop AND sku = :sku
                    ORDER BY day DESC, id DESC LIMIT :limit
                    """)
                .bind("shop", shop)
                .bind("sku", sku)
                .bind("limit", limit)
                .map(Row.to(StockMoves::move))
                .list());
  }

  public List<StockMove> in(Days days) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT * FROM stock_moves WHERE shop = :shop AND day BETWEEN :from AND :to
                    ORDER BY day, id
                    """)
                .bind("shop", shop)
                .bind("from", days.from().toString())
                .bind("to", days.to().toString())
                .map(Row.to(StockMoves::move))
                .list());
  }

  /// The last day on which goods of this article came in.
  public Optional<LocalDate> lastDelivery(String sku) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT MAX(day) FROM stock_moves WHERE shop = :shop AND sku = :sku AND qty >"
                        + " 0")
                .bind("shop", shop)
                .bind("sku", sku)
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse));
  }

  static void add(Handle h, String shop, StockMove move) {
    h.createUpdate(
            """
            INSERT INTO stock_moves (shop, id, day, sku, type, qty, note)
            SELECT :shop, 'said-' || (COUNT(*) + 1), :day, :sku, :type, :qty, :note
            FROM stock_moves WHERE shop = :shop AND id LIKE 'said-%'
            """)
        .bind("shop", shop)
        .bind("day", move.day().toString())
        .bind("sku", move.sku())
        .bind("type", move.type())
        .bind("qty", move.qty())
        .bind("note", move.note())
        .execute();
  }

  private static StockMove move(Row row) throws java.sql.SQLException {
    return new StockMove(
        row.day("day"), row.text("sku"), row.text("type"), row.count("qty"), row.text("note"));
  }
}
