package shopcrew.bot.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// When a parcel leaves and arrives; nothing leaves on a Sunday, nothing happens after today.
final class Post {
  private final Dice dice;

  Post(Dice dice) {
    this.dice = dice;
  }

  /// Where a parcel is; settled means delivered long enough ago for a refund.
  record Way(
      String status,
      String carrier,
      String tracking,
      String shipped,
      String delivered,
      boolean settled) {}

  Way send(Basket basket) {
    LocalDate leaves = basket.at().toLocalDate().plusDays(days(basket));
    if (leaves.getDayOfWeek() == DayOfWeek.SUNDAY) leaves = leaves.plusDays(1);
    LocalDate arrives =
        leaves.plusDays(basket.overseas() ? dice.between(8, 15) : dice.between(2, 5));
    String carrier = carrier(basket);
    String tracking = code(carrier) + dice.digits(10);
    if (basket.told() == Basket.WAITING || leaves.isAfter(SampleShop.TODAY)) {
      return new Way("待发货", "", "", "", "", false);
    }
    if (arrives.isAfter(SampleShop.TODAY)) {
      return new Way("已发货", carrier, tracking, leaves.toString(), "", false);
    }
    boolean done = arrives.isBefore(SampleShop.TODAY.minusDays(7));
    return new Way(
        done ? "已完成" : "已签收", carrier, tracking, leaves.toString(), arrives.toString(), done);
  }

  private int days(Basket basket) {
    return basket.told() >= 0 ? basket.told() : dice.pick(List.of(0, 1, 1, 1, 2, 2, 3));
  }

  private String carrier(Basket basket) {
    if (basket.overseas()) return dice.chance(600) ? "EMS" : "DHL";
    if (basket.lines().stream().anyMatch(line -> line.ware().sku().equals("XM-HP-702")))
      return "德邦";
    boolean careful =
        basket.lines().stream()
            .map(line -> line.ware().category())
            .anyMatch(kind -> kind.equals("茶壶") || kind.equals("礼盒"));
    return careful ? "顺丰" : dice.chance(600) ? "中通" : "圆通";
  }

  private static String code(String carrier) {
    return switch (carrier) {
      case "顺丰" -> "SF";
      case "中通" -> "ZT";
      case "圆通" -> "YT";
      case "德邦" -> "DPK";
      case "EMS" -> "EM";
      default -> "DH";
    };
  }
}
