package shopcrew.db;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer wants to buy, with its goods and sums. It is no order before an owner's yes.
///
/// @param shipping null where no rule of the shop tells it
/// @param payment the shop's way to pay in the customer's words, or empty
/// @param heldUntil as long as nobody else is told that these goods are there
public record DraftOrder(
    List<Line> lines, Money items, @Nullable Money shipping, String payment, Instant heldUntil) {

  /// @param variant the colour as the listing names it, or empty
  public record Line(String sku, String variant, int qty, Money price) {}

  public DraftOrder {
    lines = List.copyOf(lines);
  }

  /// Of goods at their list price: there is no other.
  public static DraftOrder of(
      List<Line> lines, @Nullable Money shipping, String payment, Instant heldUntil) {
    Money items =
        lines.stream()
            .map(line -> line.price().times(line.qty()))
            .reduce(Money::plus)
            .orElseThrow(() -> new IllegalArgumentException("an order without goods"));
    return new DraftOrder(lines, items, shipping, payment, heldUntil);
  }

  /// Null where the shipping is not known yet.
  public @Nullable Money total() {
    return shipping == null ? null : items.plus(shipping);
  }
}
