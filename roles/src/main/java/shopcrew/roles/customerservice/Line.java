package shopcrew.roles.customerservice;

import java.util.Set;
import java.util.regex.Pattern;

/// One statement that may be told: a line of the shop's knowledge or a sentence of a product's
/// description.
///
/// @param source where it stands: `knowledge.md#3`, `products.csv#SKU`
/// @param normal the text in one spelling
/// @param head its beginning, which mostly says what it is about
/// @param headNotions the notions of that
/// @param excepts whether it only says what some goods are left out of
/// @param skus the products that it names; empty where it holds for all
record Line(
    String text,
    String normal,
    boolean chinese,
    String source,
    Set<String> notions,
    Set<String> stems,
    String head,
    Set<String> headNotions,
    boolean excepts,
    Set<String> skus) {
  private static final Pattern EXCEPTED =
      Pattern.compile(
          "^[^:。]{1,24}?(?:不支持|不参加|不做|不退|除外|不接受)|^opened |excluded|^[a-z ,]{3,50}(?:: no |cannot be"
              + " |are not |is not )");
  private static final int HEAD = 14;
  private static final int LATIN_HEAD = 40;
  private static final int LABEL = 24;

  static Line of(
      String text,
      String normal,
      boolean chinese,
      String source,
      Set<String> notions,
      Set<String> stems,
      Set<String> skus) {
    int colon = normal.indexOf(':');
    int end = colon > 0 && colon < LABEL ? colon : HEAD;
    String head = normal.substring(0, Math.min(chinese ? end : LATIN_HEAD, normal.length()));
    return new Line(
        text,
        normal,
        chinese,
        source,
        notions,
        stems,
        head,
        Reading.notions(head),
        EXCEPTED.matcher(normal).find(),
        skus);
  }

  /// Whether it begins with it, or its section is headed so: it is not only mentioned.
  boolean isAbout(String notion) {
    return headNotions.contains(notion) || notions.contains("title:" + notion) && has(notion);
  }

  boolean has(String notion) {
    return notions.contains(notion);
  }
}
