package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import shopcrew.db.Database;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Store;

/// How many pieces have to be sold until a spend has come back, from the shop's own prices, costs
/// and orders. Where these cannot carry an answer, there is none.
///
/// It becomes part of the document, so that the card stays the same as long as the document does.
final class EarnBack {
  static final String PIECES = "earn_pieces";
  static final String EACH = "earn_each";
  static final String SOLD = "earn_sold";

  private static final int FOUR_WEEKS = 28;

  private final Store store;

  EarnBack(Database db, String shop) {
    this.store = db.store(shop);
  }

  void into(SortedMap<String, Value> fields, Money max, LocalDate today) {
    var doc = new SpendDoc(fields);
    if (!max.isPositive()) return;
    var product = product(doc).filter(p -> p.price().currency().equals(max.currency()));
    if (product.isEmpty()) return;
    var each = each(doc, max, product.get()).filter(Money::isPositive);
    long sold = store.sales().pieces(product.get().sku(), Days.endingOn(today, FOUR_WEEKS));
    if (each.isEmpty() || sold < 1) return;
    fields.put(PIECES, new Value.Whole(Math.ceilDiv(max.minor(), each.get().minor())));
    fields.put(EACH, new Value.Whole(each.get().minor()));
    fields.put(SOLD, new Value.Whole(sold));
  }

  /// Only what is for one article; a coupon for the whole shop has no margin of its own.
  private Optional<Product> product(SpendDoc doc) {
    return switch (doc.category()) {
      case ADS -> {
        var plan = store.adResults().campaign(doc.text("target"));
        yield store
            .products()
            .bySku(plan.isPresent() ? plan.get().targetSku() : doc.text("target"));
      }
      case COUPON, PRICE, RESTOCK -> store.products().bySku(doc.text("target"));
      case BROADCAST, PURCHASE, REFUND, HOUSE -> Optional.empty();
    };
  }

  /// What one piece brings: its margin, after a price cut its new margin, and of a restock the
  // whole
  /// price, because the goods themselves are what was paid for.
  private static Optional<Money> each(SpendDoc doc, Money max, Product product) {
    if (doc.category() == Category.RESTOCK) {
      boolean earns = max.lessThan(product.price().times(doc.whole("quantity")));
      return earns ? Optional.of(product.price()) : Optional.empty();
    }
    Money price = doc.category() == Category.PRICE ? doc.money("to") : product.price();
    return Optional.ofNullable(product.cost())
        .filter(cost -> cost.currency().equals(price.currency()))
        .map(price::minus);
  }
}
