package shopcrew.bot.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/// One order with its lines; paid is always items minus discount plus shipping, in fen.
record Sale(
    String id,
    Buyer buyer,
    LocalDateTime at,
    String channel,
    String campaign,
    List<Line> lines,
    long discount,
    long shipping,
    String payment,
    String note,
    Fate fate) {
  static final List<String> COLUMNS =
      List.of(
          "order_id,customer_id,created_at,channel,ad_campaign,status,items_amount,discount_amount,shipping_fee,paid_amount,refund_amount,refund_type,refund_reason,shipping_cost,platform_fee,pay_method,receiver_name,receiver_phone,receiver_address,carrier,tracking_no,shipped_at,delivered_at,buyer_note"
              .split(","));
  static final List<String> LINE_COLUMNS =
      List.of("order_id", "line_no", "sku", "qty", "unit_price", "line_total", "unit_cost");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /// One product of an order, at the price it was sold for.
  record Line(Ware ware, int qty, long price) {
    long total() {
      return price * qty;
    }
  }

  /// What became of an order: where it is, what went back, what it cost to send and to sell.
  record Fate(
      String status,
      String carrier,
      String tracking,
      String shipped,
      String delivered,
      long refund,
      String refundType,
      String refundReason,
      long shippingCost,
      long platformFee) {}

  long items() {
    return lines.stream().mapToLong(Line::total).sum();
  }

  long paid() {
    return items() - discount + shipping;
  }

  boolean cancelled() {
    return fate.status().equals("已取消");
  }

  boolean cameBack() {
    return fate.refundType().equals("退货退款");
  }

  List<?> row() {
    return List.of(
        id,
        buyer.id(),
        at.format(MINUTE),
        channel,
        campaign,
        fate.status(),
        Sheet.yuan(items()),
        Sheet.yuan(discount),
        Sheet.yuan(shipping),
        Sheet.yuan(paid()),
        Sheet.yuan(fate.refund()),
        fate.refundType(),
        fate.refundReason(),
        Sheet.yuan(fate.shippingCost()),
        Sheet.yuan(fate.platformFee()),
        payment,
        buyer.name(),
        buyer.phone(),
        buyer.address(),
        fate.carrier(),
        fate.tracking(),
        fate.shipped(),
        fate.delivered(),
        note);
  }

  List<List<?>> lineRows() {
    return IntStream.range(0, lines.size()).<List<?>>mapToObj(this::lineRow).toList();
  }

  private List<?> lineRow(int index) {
    Line line = lines.get(index);
    return List.of(
        id,
        index + 1,
        line.ware().sku(),
        line.qty(),
        Sheet.yuan(line.price()),
        Sheet.yuan(line.total()),
        Sheet.yuan(line.ware().cost()));
  }
}
