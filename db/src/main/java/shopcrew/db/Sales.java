package shopcrew.db;

import java.sql.SQLException;
import java.util.List;

/// Sums over orders, made by the database in whole minor units, in the shop's own currency.
/// The definition of net and profit stands once, in the view `order_results`. Cancelled orders
// count with their refund.
public final class Sales {

  private final Database database;
  private final String shop;

  Sales(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public SalesResult total(Days days) {
    return orders("''", "''", "", days).getFirst();
  }

  /// Days without an order are left out; by day.
  public List<SalesResult> byDay(Days days) {
    return orders("r.day", "''", "", days);
  }

  public List<SalesResult> byMonth(Days days) {
    return orders("substr(r.day, 1, 7)", "''", "", days);
  }

  public List<SalesResult> byChannel(Days days) {
    return orders("r.channel", "''", "", days);
  }

  public List<SalesResult> byCustomer(Days days) {
    return orders("r.customer_id", "''", "", days);
  }

  /// Only orders that came by an ad.
  public List<SalesResult> byCampaign(Days days) {
    return orders("r.ad_campaign", "''", "", days).stream()
        .filter(result -> !result.key().isEmpty())
        .toList();
  }

  public SalesResult ofCustomer(String customerId, Days days) {
    return orders("''", "r.customer_id", customerId, days).getFirst();
  }

  public SalesResult ofCampaign(String campaignId, Days days) {
    return orders("''", "r.ad_campaign", campaignId, days).getFirst();
  }

  private List<SalesResult> orders(String key, String about, String value, Days days) {
    var sql =
        """
        SELECT %1$s AS k, COUNT(*) AS orders, COALESCE(SUM(r.units), 0) AS units,
               COALESCE(SUM(r.paid), 0) AS paid, COALESCE(SUM(r.refunded), 0) AS refunded,
               COALESCE(SUM(r.net), 0) AS net, COALESCE(SUM(r.profit), 0) AS profit
        FROM order_results r
        WHERE r.shop = :shop AND r.currency = :currency AND r.day BETWEEN :from AND :to AND %2$s = :value
        """
            .formatted(key, about);
    return run(key.equals("''") ? sql : sql + "GROUP BY " + key + " ORDER BY " + key, value, days);
  }

  /// By article. An order's discount, fees, refund and profit fall on its lines in the share of
  // their totals;
  /// the odd fen of a division is left out.
  public List<SalesResult> bySku(Days days) {
    return skus("''", "", days, "GROUP BY l.sku ORDER BY l.sku");
  }

  public SalesResult ofSku(String sku, Days days) {
    var found = skus("l.sku", sku, days, "GROUP BY l.sku");
    return found.isEmpty() ? nothing(sku) : found.getFirst();
  }

  /// How many of that article were sold and kept: without orders that were not paid, called off or
  /// paid back.
  public long pieces(String sku, Days days) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT COALESCE(SUM(l.qty), 0)
                    FROM orders o JOIN order_lines l ON l.shop = o.shop AND l.order_id = o.id
                    WHERE o.shop = :shop AND l.sku = :sku
                      AND o.created_at >= :from AND o.created_at < :after
                      AND o.state NOT IN ('UNPAID', 'CANCELLED', 'REFUNDED')
                    """)
                .bind("shop", shop)
                .bind("sku", sku)
                .bind("from", days.from().toString())
                .bind("after", days.to().plusDays(1).toString())
                .mapTo(Long.class)
                .one());
  }

  private List<SalesResult> skus(String about, String value, Days days, String end) {
    return run(
        """
        SELECT l.sku AS k, COUNT(DISTINCT r.id) AS orders, SUM(l.qty) AS units,
               SUM(CASE WHEN r.items = 0 THEN 0 ELSE r.paid * l.line_total / r.items END) AS paid,
               SUM(CASE WHEN r.items = 0 THEN 0 ELSE r.refunded * l.line_total / r.items END) AS refunded,
               SUM(CASE WHEN r.items = 0 THEN 0 ELSE r.net * l.line_total / r.items END) AS net,
               SUM(CASE WHEN r.items = 0 THEN 0 ELSE
                 (r.profit + c.goods_cost) * l.line_total / r.items - l.qty * l.unit_cost END) AS profit
        FROM order_results r
        JOIN order_lines l ON l.shop = r.shop AND l.order_id = r.id
        JOIN (SELECT shop, order_id, SUM(qty * unit_cost) AS goods_cost FROM order_lines
              GROUP BY shop, order_id) c ON c.shop = r.shop AND c.order_id = r.id
        WHERE r.shop = :shop AND r.currency = :currency AND r.day BETWEEN :from AND :to AND %s = :value
        """
                .formatted(about)
            + end,
        value,
        days);
  }

  private List<SalesResult> run(String sql, String value, Days days) {
    return database.read(
        h -> {
          var currency = new Store(database, shop).card().currency();
          return h.createQuery(sql)
              .bind("shop", shop)
              .bind("currency", currency)
              .bind("from", days.from().toString())
              .bind("to", days.to().toString())
              .bind("value", value)
              .map(Row.to(row -> result(row, currency)))
              .list();
        });
  }

  private SalesResult nothing(String key) {
    var none = Money.zero(new Store(database, shop).card().currency());
    return new SalesResult(key, 0, 0, none, none, none, none);
  }

  private static SalesResult result(Row row, String currency) throws SQLException {
    return new SalesResult(
        row.text("k"),
        row.count("orders"),
        row.count("units"),
        row.money("paid", currency),
        row.money("refunded", currency),
        row.money("net", currency),
        row.money("profit", currency));
  }
}
