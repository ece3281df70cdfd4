package shopcrew.roles.customerservice;

import java.util.Set;

/// One statement that may be told: a line of the shop's knowledge or a sentence of a product's
/// description.
///
/// @param source where it stands: `knowledge.md#3`, `products.csv#SKU`
/// @param normal the text in one spelling
/// @param skus the products that it names; empty where it holds for all
record Line(
    String text,
    String normal,
    boolean chinese,
    String source,
    Set<String> notions,
    Set<String> stems,
    Set<String> skus) {
  boolean has(String notion) {
    return notions.contains(notion);
  }
}
