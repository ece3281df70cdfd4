package shopcrew.db;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One article with everything the owner knows of it. `attributes` are the shop's own further
// columns, in order.
public record Product(
    String sku,
    String category,
    String titleZh,
    String titleEn,
    @Nullable Money cost,
    Money price,
    @Nullable Money wholesalePrice,
    @Nullable Integer moq,
    int stock,
    @Nullable Money shipCost,
    String status,
    boolean onSale,
    String descZh,
    String descEn,
    Map<String, String> attributes) {

  public String title(String language) {
    return language.equals("zh")
        ? (titleZh.isEmpty() ? titleEn : titleZh)
        : (titleEn.isEmpty() ? titleZh : titleEn);
  }

  /// Price less cost of the goods, where the cost is known.
  public @Nullable Money margin() {
    return cost == null ? null : price.minus(cost);
  }
}
