package shopcrew.db;

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
