package shopcrew.roles.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import shopcrew.db.Product;
import shopcrew.roles.words.Normal;

/// Of several products that fit, the one that was said more exactly: by its size ("450的", "the 350
/// one") or by more words of its English title in a row.
final class Closest {
  private static final Pattern SIZE =
      Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)\\s?(?:的|款|号|型|那|寸|毫升|ml|升|l\\b|cm|kg|one\\b)");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]+");

  private Closest() {}

  static Optional<Product> of(List<Product> products, String message) {
    if (products.size() < 2) return Optional.empty();
    String text = Normal.text(message);
    List<String> sizes = SIZE.matcher(text).results().map(size -> size.group(1)).toList();
    Optional<Product> bySize =
        only(products, product -> (int) sizes.stream().filter(size -> has(product, size)).count());
    return bySize.isPresent() ? bySize : only(products, product -> inARow(product, text));
  }

  private static boolean has(Product product, String size) {
    String titles = Normal.text(product.titleZh() + " " + product.titleEn());
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(size) + "(?![\\d.])")
        .matcher(titles)
        .find();
  }

  /// The one product with the highest score, if it is one.
  private static Optional<Product> only(List<Product> products, ToIntFunction<Product> score) {
    int best = products.stream().mapToInt(score).max().orElse(0);
    List<Product> first = products.stream().filter(one -> score.applyAsInt(one) == best).toList();
    return best > 0 && first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
  }

  /// How many words of the English title were said in a row; two at least.
  private static int inARow(Product product, String text) {
    List<String> title = words(Normal.text(product.titleEn()));
    List<String> said = words(text);
    int best = 0;
    for (int i = 0; i < title.size(); i++) {
      for (int j = 0; j < said.size(); j++) {
        int run = 0;
        while (i + run < title.size()
            && j + run < said.size()
            && title.get(i + run).equals(said.get(j + run))) run++;
        best = Math.max(best, run);
      }
    }
    return best >= 2 ? best : 0;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    WORD.matcher(text)
        .results()
        .forEach(word -> words.addAll(List.of(word.group().replaceAll("s$", "").split("-"))));
    return words;
  }
}
