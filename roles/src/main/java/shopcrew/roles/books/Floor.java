package shopcrew.roles.books;

import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Rule;
import shopcrew.db.Rules;

/// The price below which the owners sell nothing. Never for a customer's eyes.
public final class Floor {
  private Floor() {}

  /// By the owners' rule, or the cost where there is none; null where the cost is not known.
  public static @Nullable Money of(Product product, Rules rules) {
    Money cost = product.cost();
    return cost == null
        ? null
        : rules.value(Rule.Kind.FLOOR_PERCENT).map(cost::percentUp).orElse(cost);
  }
}
