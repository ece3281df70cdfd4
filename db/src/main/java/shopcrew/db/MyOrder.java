package shopcrew.db;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as the customer who placed it sees it: what it was, what was paid, where it is.
public record MyOrder(
    String id,
    LocalDateTime createdAt,
    String channel,
    String status,
    OrderState state,
    Money paid,
    Money refunded,
    String refundType,
    String carrier,
    String trackingNo,
    @Nullable LocalDate shippedOn,
    @Nullable LocalDate deliveredOn,
    List<Line> lines) {

  public record Line(String sku, int qty, Money unitPrice, Money lineTotal) {}

  static MyOrder of(Order order) {
    return new MyOrder(
        order.id(),
        order.createdAt(),
        order.channel(),
        order.status(),
        order.state(),
        order.paid(),
        order.refunded(),
        order.refundType(),
        order.carrier(),
        order.trackingNo(),
        order.shippedOn(),
        order.deliveredOn(),
        order.lines().stream()
            .map(line -> new Line(line.sku(), line.qty(), line.unitPrice(), line.lineTotal()))
            .toList());
  }
}
