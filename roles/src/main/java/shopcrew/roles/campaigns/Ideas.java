package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopcrew.db.Customer;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// Whom to win back, what to clear, who is in a group: answers from the books, each with the next
// step.
final class Ideas {
  private static final int MOST = 8;
  private static final int SLOW_DAYS = 180;

  private final Store store;
  private final Shelf.Kept shelf;
  private final Groups groups;

  Ideas(Store store, Shelf.Kept shelf, Groups groups) {
    this.store = store;
    this.shelf = shelf;
    this.groups = groups;
  }

  Told group(Turn turn, Voice voice) {
    Group group = groups.meant(turn.text(), AsOf.of(store, turn.today()).day(), voice);
    Reach reach = Reach.of(group, "sms");
    String text = voice.say("group", "group", group.label(), "n", group.members().size());
    if (reach.missed() > 0) {
      text += "\n" + voice.say("left_out", "n", reach.missed(), "why", reach.told(voice));
    }
    return Told.of(text, String.valueOf(group.members().size()), "customers#" + group.id());
  }

  Told winBack(Turn turn, Voice voice) {
    LocalDate today = AsOf.of(store, turn.today()).day();
    LocalDate since = Lapses.since("没来 " + turn.text().toLowerCase(java.util.Locale.ROOT), today);
    Group group = groups.meant(turn.text() + " 没来", today, voice);
    Map<String, SalesResult> sales =
        store.sales().byCustomer(Days.always()).stream()
            .collect(Collectors.toMap(SalesResult::key, Function.identity()));
    List<Customer> lost =
        group.members().stream()
            .filter(customer -> sales.containsKey(customer.id()))
            .sorted(Comparator.comparing((Customer customer) -> worth(sales, customer)).reversed())
            .toList();
    if (lost.isEmpty()) {
      return Told.of(voice.say("nobody_lost", "day", since == null ? today : since));
    }
    List<String> lines = new ArrayList<>();
    lines.add(voice.say("win_back", "group", group.label(), "n", lost.size()));
    for (Customer customer : lost.stream().limit(MOST).toList()) {
      SalesResult result = sales.get(customer.id());
      if (result != null) {
        lines.add(
            voice.say(
                "lost_customer",
                "id",
                customer.id(),
                "name",
                customer.company().isEmpty()
                    ? customer.name()
                    : customer.name() + " · " + customer.company(),
                "orders",
                result.orders(),
                "net",
                voice.money(result.net()),
                "last",
                last(customer)));
      }
    }
    lines.add(voice.say("win_back_next"));
    return Told.of(String.join("\n", lines));
  }

  Told clearance(Turn turn, Voice voice) {
    LocalDate today = AsOf.of(store, turn.today()).day();
    Cover cover = Cover.of(store, today);
    Shelf now = shelf.now();
    List<Product> named = now.meant(turn).products();
    List<Product> slow =
        (named.isEmpty() ? now.onSale() : named)
            .stream()
                .filter(product -> product.stock() > 0)
                .filter(product -> !named.isEmpty() || slow(cover, product))
                .sorted(Comparator.comparing(Ideas::tiedUp).reversed())
                .limit(MOST)
                .toList();
    if (slow.isEmpty()) {
      return Told.of(voice.say("nothing_slow", "days", SLOW_DAYS));
    }
    List<String> lines = new ArrayList<>();
    lines.add(voice.say("slow", "n", slow.size()));
    for (Product product : slow) {
      Money floor = Offers.floor(store, product);
      lines.add(
          voice.say(
              "slow_product",
              "sku",
              product.sku(),
              "title",
              product.title(voice.language()),
              "stock",
              product.stock(),
              "sold",
              cover.soldIn90Days(product),
              "tied",
              voice.money(tiedUp(product)),
              "price",
              voice.money(product.price()),
              "floor",
              voice.money(floor)));
    }
    lines.add(voice.say("slow_next", "sku", slow.getFirst().sku()));
    return Told.of(String.join("\n", lines));
  }

  /// Whether the stock lasts longer than that at the better of the two paces.
  private static boolean slow(Cover cover, Product product) {
    long best = Math.max(cover.sold(product) * 90L / Cover.PACE_DAYS, cover.soldIn90Days(product));
    return (long) product.stock() * 90 > best * SLOW_DAYS;
  }

  private static Money worth(Map<String, SalesResult> sales, Customer customer) {
    SalesResult result = sales.get(customer.id());
    return result == null ? Money.zero("CNY") : result.net();
  }

  private Object last(Customer customer) {
    return store.orders().ofCustomer(customer.id()).stream()
        .map(order -> order.createdAt().toLocalDate())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  /// What the stock cost, or would bring where the cost is not known.
  private static Money tiedUp(Product product) {
    Money each = product.cost() == null ? product.price() : product.cost();
    return each.times(Math.max(0, product.stock()));
  }
}
