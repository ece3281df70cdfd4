package shopcrew.bot.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Turns baskets into numbered, priced and sent orders.
final class Sales {
  private static final long FREE_SHIPPING_FROM = 12_800;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Words words;
  private final Dice dice;
  private final Baskets baskets;
  private final Post post;

  Sales(Words words, List<Ware> wares, List<Buyer> buyers, List<Campaign> campaigns, Dice dice) {
    this.words = words;
    this.dice = dice;
    this.baskets = new Baskets(words, wares, buyers, campaigns, dice.split());
    this.post = new Post(dice.split());
  }

  List<Sale> all() throws IOException {
    var sales = new ArrayList<Sale>();
    LocalDate day = LocalDate.MIN;
    int number = 0;
    for (Basket basket : baskets.all()) {
      number = basket.at().toLocalDate().equals(day) ? number + 1 : 1;
      day = basket.at().toLocalDate();
      String id = "XM" + day.format(DAY) + "-" + (1000 + number + "").substring(1);
      sales.add(sale(id, basket));
    }
    return List.copyOf(sales);
  }

  private Sale sale(String id, Basket basket) {
    long items = basket.lines().stream().mapToLong(Sale.Line::total).sum();
    long sending =
        basket.lines().stream().mapToLong(line -> line.ware().shipping() * line.qty()).sum();
    long discount =
        !basket.trade() && items >= FREE_SHIPPING_FROM && dice.chance(150) ? items / 2000 * 100 : 0;
    long shipping = shipping(basket, items, sending);
    long sendingCost = basket.atWholesale() ? 0 : basket.overseas() ? sending * 3 : sending;
    long fee = (items - discount + shipping) * permille(basket.channel()) / 1000;
    var fate = fate(basket, items - discount, shipping, sendingCost, fee);
    String payment = basket.overseas() ? "PayPal" : dice.chance(550) ? "微信支付" : "支付宝";
    return new Sale(
        id,
        basket.buyer(),
        basket.at(),
        basket.channel(),
        basket.campaign(),
        basket.lines(),
        discount,
        shipping,
        payment,
        basket.note(),
        fate);
  }

  /// Wholesale pays the carrier itself, overseas pays three times the inland freight.
  private static long shipping(Basket basket, long items, long sending) {
    if (basket.atWholesale()) return 0;
    if (basket.overseas()) return sending * 3;
    return (items >= FREE_SHIPPING_FROM ? 0 : 1200) + (basket.buyer().remote() ? 2500 : 0);
  }

  private static int permille(String channel) {
    return switch (channel) {
      case "微信" -> 6;
      case "1688" -> 20;
      case "独立站" -> 39;
      default -> 50;
    };
  }

  private Sale.Fate fate(Basket basket, long goods, long shipping, long sendingCost, long fee) {
    var way = post.send(basket);
    if (basket.told() == Basket.THROWN && dice.chance(25)) {
      String why = dice.pick(words.list("cancel_reason"));
      return new Sale.Fate("已取消", "", "", "", "", goods + shipping, "未发货取消", why, 0, 0);
    }
    boolean settled = way.settled() && basket.told() == Basket.THROWN;
    int luck = settled ? dice.between(0, 999) : 999;
    boolean teapot = basket.lines().stream().anyMatch(l -> l.ware().category().equals("茶壶"));
    String reason = luck < 70 ? dice.pick(words.list(teapot ? "teapot_reason" : "reason")) : "";
    String type = luck < 25 ? "退货退款" : luck < 40 ? "仅退款" : luck < 70 ? "部分补偿" : "";
    long refund = luck < 40 ? goods : luck < 70 ? goods / 1000 * dice.between(1, 2) * 100 : 0;
    if (refund == 0) {
      type = "";
      reason = "";
    }
    String status = refund == 0 ? way.status() : luck < 40 ? "已退款" : "部分退款";
    return new Sale.Fate(
        status,
        way.carrier(),
        way.tracking(),
        way.shipped(),
        way.delivered(),
        refund,
        type,
        reason,
        way.shipped().isEmpty() ? 0 : sendingCost,
        fee);
  }
}
