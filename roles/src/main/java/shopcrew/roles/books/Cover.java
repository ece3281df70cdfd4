package shopcrew.roles.books;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopcrew.db.Days;
import shopcrew.db.Product;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;

/// How fast things sell and how long the stock lasts. The pace is the last 28 days; for the
// question
/// whether there is too much, the best of the last 28, 90 and 365 days, because goods have seasons.
public final class Cover {
  public static final int PACE_DAYS = 28;
  private static final int TOO_LONG_DAYS = 365;
  private static final int NEVER = 9_999;

  private final Map<String, Integer> month;
  private final Map<String, Integer> quarter;
  private final Map<String, Integer> year;

  private Cover(
      Map<String, Integer> month, Map<String, Integer> quarter, Map<String, Integer> year) {
    this.month = month;
    this.quarter = quarter;
    this.year = year;
  }

  public static Cover of(Store store, LocalDate day) {
    return new Cover(
        units(store, Days.endingOn(day, PACE_DAYS)),
        units(store, Days.endingOn(day, 90)),
        units(store, Days.endingOn(day, 365)));
  }

  private static Map<String, Integer> units(Store store, Days days) {
    var units = new HashMap<String, Integer>();
    for (SalesResult result : store.sales().bySku(days)) units.put(result.key(), result.units());
    return units;
  }

  /// Pieces sold in the last 28 days.
  public int sold(Product product) {
    return month.getOrDefault(product.sku(), 0);
  }

  public int soldIn90Days(Product product) {
    return quarter.getOrDefault(product.sku(), 0);
  }

  /// Days until it is sold out at the pace of the last 28 days; 9,999 where nothing was sold.
  public int days(Product product) {
    int sold = sold(product);
    if (sold <= 0) return product.stock() <= 0 ? 0 : NEVER;
    return (int) Math.min(NEVER, (long) Math.max(0, product.stock()) * PACE_DAYS / sold);
  }

  public boolean neverEnds(Product product) {
    return days(product) >= NEVER;
  }

  /// Sold out, or sold out before a new delivery can be there.
  public boolean low(Product product) {
    if (!product.onSale()) return false;
    if (product.stock() <= 0) return true;
    return sold(product) > 0 && days(product) < Math.max(14, leadDays(product) + 7);
  }

  /// Whether this much would lie for more than a year even at the best pace.
  public boolean tooMuch(Product product, long pieces) {
    long best =
        Math.max(
            Math.max(sold(product) * 365L / PACE_DAYS, soldIn90Days(product) * 365L / 90),
            year.getOrDefault(product.sku(), 0));
    return pieces > best * TOO_LONG_DAYS / 365;
  }

  /// What to order so that it lasts a month after the delivery; nought where there is enough.
  public int advised(Product product) {
    int pace = Math.max(sold(product), soldIn90Days(product) * PACE_DAYS / 90);
    long wanted = (long) pace * (leadDays(product) + 30) / PACE_DAYS;
    return (int) Math.max(0, wanted - Math.max(0, product.stock()));
  }

  public static List<Product> low(List<Product> products, Cover cover) {
    return products.stream()
        .filter(cover::low)
        .sorted(java.util.Comparator.comparingInt(cover::days).thenComparing(Product::sku))
        .toList();
  }

  private static int leadDays(Product product) {
    String days = product.attributes().getOrDefault("lead_time_days", "");
    return days.matches("\\d{1,3}") ? Integer.parseInt(days) : 7;
  }
}
