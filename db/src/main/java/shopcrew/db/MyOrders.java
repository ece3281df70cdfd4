package shopcrew.db;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The orders of the one customer it was made for. There is no way to ask it for anybody else's.
public final class MyOrders {

  private final Database database;
  private final String shop;
  private final String customerId;

  MyOrders(Database database, String shop, String customerId) {
    this.database = database;
    this.shop = shop;
    this.customerId = customerId;
  }

  /// An order in one line.
  public record Brief(String id, LocalDate day, OrderState state) {}

  /// The newest ones, in short.
  public List<Brief> last(int most) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT id, created_at, state FROM orders
                    WHERE shop = :shop AND customer_id = :me
                    ORDER BY created_at DESC, id DESC LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("me", customerId)
                .bind("most", most)
                .map(
                    Row.to(
                        row ->
                            new Brief(
                                row.text("id"),
                                LocalDateTime.parse(row.text("created_at")).toLocalDate(),
                                OrderState.valueOf(row.text("state")))))
                .list());
  }

  /// Newest first.
  public List<MyOrder> all() {
    return find("o.customer_id = :me", Map.of("me", customerId));
  }

  /// Empty for an order of somebody else exactly as for one that does not exist.
  public Optional<MyOrder> byId(String orderId) {
    return find(
            "o.customer_id = :me AND UPPER(o.id) = UPPER(:id)",
            Map.of("me", customerId, "id", orderId))
        .stream()
        .findFirst();
  }

  private List<MyOrder> find(String condition, Map<String, ?> binds) {
    return database.read(
        h ->
            OrderRows.find(h, shop, condition, "o.created_at DESC, o.id DESC", binds).stream()
                .map(MyOrder::of)
                .toList());
  }
}
