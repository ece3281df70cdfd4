package shopcrew.db;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A coupon of the shop's own. `face` is the most one use can cost: the amount off, or the ceiling
// of a percentage.
/// `percent` is null for a fixed amount. The worst case of the whole issue is face × total.
public record Coupon(
    String code,
    @Nullable String percent,
    Money face,
    Money threshold,
    int total,
    int used,
    LocalDate validFrom,
    LocalDate validTo,
    String audience,
    State state) {

  public enum State {
    INACTIVE,
    ACTIVE,
    ENDED
  }

  public Money worstCase() {
    return face.times(total);
  }
}
