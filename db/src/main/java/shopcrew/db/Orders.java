package shopcrew.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All orders, for the owner's roles. Days are the shop's local days. Newest first.
public final class Orders {

  private static final String NEWEST = "o.created_at DESC, o.id DESC";

  private final Database database;
  private final String shop;

  Orders(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public Optional<Order> byId(String id) {
    return find("UPPER(o.id) = UPPER(:id)", Map.of("id", id)).stream().findFirst();
  }

  public List<Order> in(Days days) {
    return find(
        "o.created_at >= :from AND o.created_at < :after",
        Map.of("from", days.from().toString(), "after", days.to().plusDays(1).toString()));
  }

  public List<Order> ofCustomer(String customerId) {
    return find("o.customer_id = :customer", Map.of("customer", customerId));
  }

  public List<Order> ofCampaign(String campaignId) {
    return find("o.ad_campaign = :campaign", Map.of("campaign", campaignId));
  }

  public List<Order> withState(OrderState state) {
    return find("o.state = :state", Map.of("state", state.name()));
  }

  public List<Order> ofSku(String sku, Days days) {
    return find(
        """
        o.created_at >= :from AND o.created_at < :after AND EXISTS (
          SELECT 1 FROM order_lines s WHERE s.shop = o.shop AND s.order_id = o.id AND s.sku = :sku)
        """,
        Map.of(
            "from", days.from().toString(),
            "after", days.to().plusDays(1).toString(),
            "sku", sku));
  }

  /// The day of the newest order: "today" of a shop whose books are older than the clock.
  public Optional<LocalDate> newestDay() {
    return database.read(
        h ->
            h.createQuery("SELECT MAX(substr(created_at, 1, 10)) FROM orders WHERE shop = :shop")
                .bind("shop", shop)
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse));
  }

  public int count() {
    return database.read(
        h ->
            h.createQuery("SELECT COUNT(*) FROM orders WHERE shop = :shop")
                .bind("shop", shop)
                .mapTo(Integer.class)
                .one());
  }

  private List<Order> find(String condition, Map<String, ?> binds) {
    return database.read(h -> OrderRows.find(h, shop, condition, NEWEST, binds));
  }
}
