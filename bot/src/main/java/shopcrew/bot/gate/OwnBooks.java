package shopcrew.bot.gate;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// What the store's own books say of a wish counts, whatever the proposal says.
final class OwnBooks {
  private final Database db;
  private final String shop;
  private final Set<String> ways;

  /// @param ways the channels to customers that have a connector
  OwnBooks(Database db, String shop, Set<String> ways) {
    this.db = db;
    this.shop = shop;
    this.ways = ways;
  }

  /// A price change from the price of now, for the stock of now; empty: there is no such article.
  Optional<Proposal> asStored(Proposal asked) {
    if (!(asked instanceof Proposal.PriceChange change)) return Optional.of(asked);
    return db.store(shop)
        .products()
        .bySku(change.target())
        .map(
            product ->
                new Proposal.PriceChange(
                    change.target(),
                    change.label(),
                    product.price(),
                    change.to(),
                    product.stock(),
                    change.term(),
                    Money.zero(change.atMost().currency()),
                    change.warnings()));
  }

  /// The wish to lower a price once more, as it was asked.
  static Proposal again(SpendDoc doc) {
    var term =
        doc.has("end") ? new Proposal.Term("day", 0, doc.day("start"), doc.day("end")) : null;
    return new Proposal.PriceChange(
        doc.text("target"),
        doc.text("label"),
        doc.money("from"),
        doc.money("to"),
        Math.toIntExact(doc.whole("stock")),
        term,
        Money.zero(doc.max().currency()),
        doc.many("warnings"));
  }

  /// Messages that have a connector go that way. Money back for an order of our own books is their
  /// fact; for anything else it is a customer's word.
  SortedMap<String, Value> known(SortedMap<String, Value> facts) {
    var doc = new SpendDoc(facts);
    var marked = new TreeMap<>(facts);
    if (doc.category() == Category.BROADCAST && ways.contains(doc.text("via"))) {
      marked.put("provider", new Value.Text(ProviderClass.MESSAGES.name()));
    }
    boolean stranger =
        doc.category() == Category.REFUND
            && db.store(shop).orders().byId(doc.text("target")).isEmpty();
    if (stranger) marked.put("from_customer", new Value.Whole(1));
    return marked;
  }

  /// What can still go back for that order, if it is less than this; null: it is not.
  @Nullable Money tooMuchBack(SortedMap<String, Value> facts, Money max) {
    var doc = new SpendDoc(facts);
    if (doc.category() != Category.REFUND) return null;
    var order = db.store(shop).orders().byId(doc.text("target"));
    if (order.isEmpty() || !order.get().paid().currency().equals(max.currency())) return null;
    Money left = order.get().paid().minus(order.get().refunded());
    return max.moreThan(left) ? left : null;
  }
}
