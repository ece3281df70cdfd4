package shopcrew.roles.books;

import java.util.ArrayList;
import java.util.List;
import shopcrew.db.Product;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;

/// Asking back which product is meant, with what else is missing.
public final class Asking {
  private static final int MOST_CHOICES = 4;
  private static final int A_FEW = 3;

  private Asking() {}

  /// @param also what is missing besides the product
  public static Outcome which(Shelf.Meant meant, List<String> also, Voice voice) {
    var missing = new ArrayList<String>();
    missing.add(meant.nothing() || meant.products().size() > A_FEW ? "which_product" : "which_sku");
    missing.addAll(also);
    List<String> choices = choices(meant.products(), voice);
    String key =
        meant.nothing() ? "ask_product" : also.isEmpty() ? "ask_which" : "ask_which_and_qty";
    return new Outcome.AsksBack(
        Told.of(voice.say(key, "names", voice.list(choices))), missing, choices);
  }

  public static List<String> choices(List<Product> products, Voice voice) {
    return products.stream()
        .limit(MOST_CHOICES)
        .map(product -> product.sku() + " " + Voice.shortened(product.title(voice.language()), 24))
        .toList();
  }
}
