package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import shopcrew.db.Campaigns;
import shopcrew.db.Coupon;
import shopcrew.db.CouponPress;
import shopcrew.db.Database;
import shopcrew.db.Money;

/// The store's own coupons as the gate sees them: printed inactive under our tag, then activated.
final class CouponPort implements Provider {
  private final CouponPress press;
  private final Campaigns campaigns;
  private final GateClock clock;

  CouponPort(Database db, String shop, GateClock clock) {
    this.press = db.couponPress(shop);
    this.campaigns = db.store(shop).campaigns();
    this.clock = clock;
  }

  @Override
  public Traits traits() {
    return Traits.pausedFirst(true);
  }

  @Override
  public void send(Request request, String key) {
    String currency = request.text("currency");
    long percent = request.whole("percent");
    press.print(
        new Coupon(
            request.tag(),
            percent == 0 ? null : String.valueOf(percent),
            Money.of(request.whole("face"), currency),
            Money.of(request.whole("threshold"), currency),
            Math.toIntExact(request.whole("count")),
            0,
            LocalDate.parse(request.text("start")),
            LocalDate.parse(request.text("end")),
            request.text("target"),
            Coupon.State.INACTIVE));
  }

  @Override
  public List<Found> find(String tag) {
    return campaigns.byCode(tag).map(this::found).stream().toList();
  }

  @Override
  public void activate(String id) {
    press.activate(id);
  }

  @Override
  public void pause(String id) {
    press.end(id);
  }

  @Override
  public void remove(String id) {
    press.end(id);
  }

  private Found found(Coupon coupon) {
    var settings = new TreeMap<String, Value>();
    settings.put("face", new Value.Whole(coupon.face().minor()));
    settings.put("currency", new Value.Text(coupon.face().currency()));
    if (coupon.percent() != null) {
      settings.put("percent", new Value.Whole(Long.parseLong(coupon.percent())));
    }
    if (!coupon.threshold().isZero()) {
      settings.put("threshold", new Value.Whole(coupon.threshold().minor()));
    }
    settings.put("count", new Value.Whole(coupon.total()));
    settings.put("start", new Value.Text(coupon.validFrom().toString()));
    settings.put("end", new Value.Text(coupon.validTo().toString()));
    settings.put("target", new Value.Text(coupon.audience()));
    Status status =
        switch (coupon.state()) {
          case INACTIVE -> Status.PAUSED;
          case ACTIVE -> Status.RUNNING;
          case ENDED -> Status.GONE;
        };
    long charged = coupon.face().times(coupon.used()).minor();
    boolean over =
        status == Status.GONE
            || coupon.used() >= coupon.total()
            || clock.day(clock.look()).isAfter(coupon.validTo());
    return new Found(
        coupon.code(), status, settings, charged, status == Status.RUNNING || charged > 0, over);
  }
}
