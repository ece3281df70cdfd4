package shopcrew.db;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One article as any customer may see it: no cost, no supplier, no exact stock, only public
// attributes.
public record Listing(
    String sku,
    String category,
    String titleZh,
    String titleEn,
    Money price,
    @Nullable Money wholesalePrice,
    @Nullable Integer moq,
    boolean inStock,
    String descZh,
    String descEn,
    Map<String, String> attributes) {

  public String title(String language) {
    return language.equals("zh")
        ? (titleZh.isEmpty() ? titleEn : titleZh)
        : (titleEn.isEmpty() ? titleZh : titleEn);
  }

  public String description(String language) {
    return language.equals("zh")
        ? (descZh.isEmpty() ? descEn : descZh)
        : (descEn.isEmpty() ? descZh : descEn);
  }
}
