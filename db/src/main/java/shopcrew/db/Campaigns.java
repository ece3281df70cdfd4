package shopcrew.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The coupons the shop has issued: to look at. Only `CouponPress` issues one.
public final class Campaigns {

  private final Database database;
  private final String shop;

  Campaigns(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Coupon> all() {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM coupons WHERE shop = :shop ORDER BY valid_from DESC, code")
                .bind("shop", shop)
                .map(Row.to(Campaigns::coupon))
                .list());
  }

  public Optional<Coupon> byCode(String code) {
    return all().stream().filter(coupon -> coupon.code().equalsIgnoreCase(code)).findFirst();
  }

  /// Which a customer could use on `day`.
  public List<Coupon> usable(LocalDate day) {
    return all().stream()
        .filter(coupon -> coupon.state() == Coupon.State.ACTIVE && coupon.used() < coupon.total())
        .filter(coupon -> !day.isBefore(coupon.validFrom()) && !day.isAfter(coupon.validTo()))
        .toList();
  }

  static Coupon coupon(Row row) throws java.sql.SQLException {
    return new Coupon(
        row.text("code"),
        row.textOrNull("percent"),
        row.money("face"),
        row.money("threshold"),
        row.count("total"),
        row.count("used"),
        row.day("valid_from"),
        row.day("valid_to"),
        row.text("audience"),
        Coupon.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)));
  }
}
