package shopcrew.db;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads orders with their lines: two queries over the same condition.
final class OrderRows {

  private OrderRows() {}

  /// `condition` speaks of `o`; `binds` are its parameters.
  static List<Order> find(
      Handle h, String shop, String condition, String order, Map<String, ?> binds) {
    var lines = new LinkedHashMap<String, List<OrderLine>>();
    h.createQuery(
            """
            SELECT l.*, o.currency FROM order_lines l
            JOIN orders o ON o.shop = l.shop AND o.id = l.order_id
            WHERE o.shop = :shop AND (%s) ORDER BY l.order_id, l.line_no
            """
                .formatted(condition))
        .bind("shop", shop)
        .bindMap(binds)
        .map(Row.to(row -> Map.entry(row.text("order_id"), line(row))))
        .forEach(
            entry ->
                lines
                    .computeIfAbsent(entry.getKey(), k -> new ArrayList<>())
                    .add(entry.getValue()));
    return h.createQuery(
            "SELECT o.* FROM orders o WHERE o.shop = :shop AND (%s) ORDER BY %s"
                .formatted(condition, order))
        .bind("shop", shop)
        .bindMap(binds)
        .map(Row.to(row -> order(row, List.copyOf(lines.getOrDefault(row.text("id"), List.of())))))
        .list();
  }

  private static OrderLine line(Row row) throws SQLException {
    return new OrderLine(
        row.count("line_no"),
        row.text("sku"),
        row.count("qty"),
        row.money("unit_price"),
        row.money("line_total"),
        row.money("unit_cost"));
  }

  private static Order order(Row row, List<OrderLine> lines) throws SQLException {
    return new Order(
        row.text("id"),
        row.text("customer_id"),
        LocalDateTime.parse(row.text("created_at")),
        row.text("channel"),
        row.text("ad_campaign"),
        row.text("status"),
        OrderState.valueOf(row.text("state")),
        row.money("items"),
        row.money("discount"),
        row.money("shipping_fee"),
        row.money("paid"),
        row.money("refunded"),
        row.text("refund_type"),
        row.text("refund_reason"),
        row.flag("goods_returned"),
        row.money("shipping_cost"),
        row.money("platform_fee"),
        row.text("pay_method"),
        row.text("receiver_name"),
        row.text("receiver_phone"),
        row.text("receiver_address"),
        row.text("carrier"),
        row.text("tracking_no"),
        row.dayOrNull("shipped_on"),
        row.dayOrNull("delivered_on"),
        row.text("buyer_note"),
        lines);
  }
}
