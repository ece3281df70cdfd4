package shopcrew.db;

import java.util.Locale;

/// Issues, activates and ends coupons. `Store` does not hand it out: the gate's coupon provider
// alone holds one.
public final class CouponPress {

  private final Database database;
  private final String shop;

  CouponPress(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// Prints a coupon that nobody can use yet. False: the code is taken (a repeated request changes
  // nothing).
  public boolean print(Coupon coupon) {
    return database.write(
        h ->
            h.createUpdate(
                        """
                        INSERT INTO coupons (shop, code, kind, percent, currency, face, threshold, total, used,
                                             valid_from, valid_to, audience, state)
                        VALUES (:shop, :code, :kind, :percent, :currency, :face, :threshold, :total, 0,
                                :from, :to, :audience, 'inactive')
                        ON CONFLICT (shop, code) DO NOTHING
                        """)
                    .bind("shop", shop)
                    .bind("code", coupon.code())
                    .bind("kind", coupon.percent() == null ? "amount" : "percent")
                    .bind("percent", coupon.percent())
                    .bind("currency", coupon.face().currency())
                    .bind("face", coupon.face().minor())
                    .bind("threshold", coupon.threshold().minor())
                    .bind("total", coupon.total())
                    .bind("from", coupon.validFrom().toString())
                    .bind("to", coupon.validTo().toString())
                    .bind("audience", coupon.audience())
                    .execute()
                > 0);
  }

  /// False: there is no inactive coupon of this code.
  public boolean activate(String code) {
    return move(code, Coupon.State.INACTIVE, Coupon.State.ACTIVE);
  }

  /// Ends a coupon, active or not yet; false: already ended or unknown.
  public boolean end(String code) {
    return move(code, Coupon.State.ACTIVE, Coupon.State.ENDED)
        || move(code, Coupon.State.INACTIVE, Coupon.State.ENDED);
  }

  private boolean move(String code, Coupon.State from, Coupon.State to) {
    return database.write(
        h ->
            h.createUpdate(
                        """
                        UPDATE coupons SET state = :to WHERE shop = :shop AND code = :code AND state = :from
                        """)
                    .bind("to", to.name().toLowerCase(Locale.ROOT))
                    .bind("from", from.name().toLowerCase(Locale.ROOT))
                    .bind("shop", shop)
                    .bind("code", code)
                    .execute()
                > 0);
  }
}
