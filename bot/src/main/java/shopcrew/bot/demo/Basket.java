package shopcrew.bot.demo;

import java.time.LocalDateTime;
import java.util.List;

/// What somebody puts down to buy, before the shop has numbered, priced and sent it.
record Basket(
    Buyer buyer,
    LocalDateTime at,
    String channel,
    String campaign,
    List<Sale.Line> lines,
    String note,
    int told) {
  /// The fate of this basket is thrown, not told by hand.
  static final int THROWN = -2;

  /// It was told by hand that this order has not been sent yet.
  static final int WAITING = -1;

  boolean trade() {
    return buyer.trade();
  }

  boolean overseas() {
    return buyer.is("overseas");
  }

  boolean atWholesale() {
    return lines.stream().anyMatch(line -> line.price() < line.ware().price());
  }
}
