package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Customer;
import shopcrew.db.Days;
import shopcrew.db.Listing;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Rule;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Floor;
import shopcrew.roles.books.Voice;

/// What the owners see when a customer is handed over to them: who it is, what is wanted, what the
/// customer has been worth, and how far a price can go. For their eyes only; what may be sent is in
/// [Replies].
public final class HandOff {
  private final Store store;
  private final Words words = Prompts.words("customerservice");
  private final Replies replies;

  public HandOff(Store store, Shelves shelves) {
    this.store = store;
    this.replies = new Replies(shelves, store::myOrders, words);
  }

  public List<Replies.Ready> replies(Turn turn, Outcome.Wish wish, String language) {
    return replies.to(turn, wish, language);
  }

  /// The customer as the shop knows them, or as somebody new.
  public String who(@Nullable String id, String language) {
    Customer customer = id == null ? null : store.customers().byId(id).orElse(null);
    if (customer == null) return words.say(language, "hand_new");
    String name = customer.company().isEmpty() ? customer.name() : customer.company();
    return words.say(language, "hand_known", "name", name, "id", customer.id());
  }

  /// Orders, what they left in the till, and the last one.
  public String value(@Nullable String id, String language) {
    List<LocalDate> days =
        id == null
            ? List.of()
            : store.orders().ofCustomer(id).stream()
                .map(order -> order.createdAt().toLocalDate())
                .sorted()
                .toList();
    if (id == null || days.isEmpty()) return words.say(language, "hand_no_orders");
    SalesResult all = store.sales().ofCustomer(id, Days.always());
    return words.say(
        language,
        "hand_value",
        "orders",
        all.orders(),
        "net",
        money(all.net(), language),
        "last",
        days.getLast());
  }

  /// What of the shop's goods it is about and how many; empty where none is named.
  public String goods(Turn turn, Outcome.Wish wish, String language) {
    List<String> titles =
        replies.meant(turn, wish).stream().map(listing -> listing.title(language)).toList();
    if (titles.isEmpty()) return "";
    long count = Replies.count(wish);
    String goods = new Voice(words, language).list(titles);
    return count == 0
        ? words.say(language, "hand_goods", "goods", goods)
        : words.say(language, "hand_goods_count", "goods", goods, "count", count);
  }

  /// How much the asker looks like a buyer.
  public Prospect prospect(Turn turn, Outcome.Wish wish, @Nullable String id) {
    boolean regular = id != null && store.orders().ofCustomer(id).size() > 1;
    return Prospect.of(turn, wish, replies.meant(turn, wish), regular);
  }

  /// Why a person should answer now; empty where nothing presses.
  public String now(Prospect prospect, String language) {
    if (!prospect.warm()) return "";
    return words.say(
        language, "prospect", "why", prospect.why(words, language), "worth", prospect.worth());
  }

  /// How far a price can go, line by line: the way the rules leave open, and the floor.
  public List<String> deal(Turn turn, Outcome.Wish wish, String language) {
    var lines = new ArrayList<String>();
    if (!wish.kind().equals("deal")) return lines;
    for (Listing listing : replies.meant(turn, wish)) {
      Product product = store.products().bySku(listing.sku()).orElse(null);
      if (product == null) continue;
      Money floor = Floor.of(product, store.rules());
      String title = product.title(language);
      String price = money(product.price(), language);
      lines.add(
          floor == null
              ? words.say(language, "hand_floor_unknown", "title", title, "price", price)
              : words.say(
                  language,
                  "hand_floor",
                  "title",
                  title,
                  "price",
                  price,
                  "floor",
                  money(floor, language)));
      String way = way(product, floor, Replies.count(wish), language);
      if (!way.isEmpty()) lines.add(way);
    }
    return lines;
  }

  private String way(Product product, @Nullable Money floor, long count, String language) {
    Integer moq = product.moq();
    Money wholesale = product.wholesalePrice();
    if (moq != null && wholesale != null && count >= moq && !below(wholesale, floor)) {
      return words.say(
          language, "hand_wholesale", "price", money(wholesale, language), "count", moq);
    }
    String percent = store.rules().value(Rule.Kind.COUPON_MAX_PERCENT).orElse("");
    if (percent.isEmpty() || floor == null) return "";
    Money price = product.price();
    Money left = price.minus(price.percentDown(percent));
    return below(left, floor)
        ? words.say(language, "hand_no_room", "percent", percent)
        : words.say(language, "hand_coupon", "percent", percent, "price", money(left, language));
  }

  private static boolean below(Money price, @Nullable Money floor) {
    return floor != null && price.lessThan(floor);
  }

  private static String money(Money money, String language) {
    return money.format(Locale.of(language));
  }
}
