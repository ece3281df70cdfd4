package shopcrew.roles.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// Stock and prices for the owners, with cost and margin, and how long it lasts.
final class StockReport {
  private static final Pattern TOO_MUCH =
      Pattern.compile("压|积压|滞销|呆滞|卖不动|卖不掉|囤|占地方|没动|周转|(?i:overstock|dead stock|slow|too much)");
  private static final Pattern GONE = Pattern.compile("断货|卖光|没货|缺货|零库存|(?i:out of stock|sold out)");
  private static final int MOST_LINES = 12;
  private static final int LOWEST = 6;

  private final Store store;
  private final Labels labels;

  StockReport(Store store, Labels labels) {
    this.store = store;
    this.labels = labels;
  }

  Told stock(Turn turn, Shelf shelf, Voice voice) {
    Shelf.Meant meant = shelf.meant(turn);
    LocalDate day = AsOf.of(store, turn.today()).day();
    Cover cover = Cover.of(store, day);
    if (meant.nothing()) return everything(shelf, cover, voice);
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    for (Product product : meant.products().stream().limit(MOST_LINES).toList()) {
      lines.add(line(product, cover, voice));
      facts.add(new Told.Fact(product.stock() + "", "products#" + product.sku() + ".stock"));
      if (meant.products().size() == 1) {
        String more = labels.line(product, voice.language());
        if (!more.isEmpty()) lines.add(more);
      }
    }
    if (meant.products().size() > MOST_LINES) {
      lines.add(voice.say("and_more", "count", meant.products().size() - MOST_LINES));
    }
    return new Told(String.join("\n", lines), facts);
  }

  private static String line(Product product, Cover cover, Voice voice) {
    Money margin = product.margin();
    return voice.say(
        product.stock() <= 0 ? "stock_none" : cover.neverEnds(product) ? "stock_still" : "stock",
        "title",
        product.title(voice.language()),
        "sku",
        product.sku(),
        "stock",
        product.stock(),
        "sold",
        cover.sold(product),
        "days",
        cover.days(product),
        "price",
        voice.money(product.price()),
        "wholesale",
        known(product.wholesalePrice(), voice),
        "moq",
        product.moq() == null ? voice.say("unknown") : product.moq(),
        "cost",
        known(product.cost(), voice),
        "margin",
        known(margin, voice),
        "share",
        margin == null ? "–" : Voice.percent(margin.minor(), product.price().minor()));
  }

  static String known(@Nullable Money money, Voice voice) {
    return money == null ? voice.say("unknown") : voice.money(money);
  }

  private static Told everything(Shelf shelf, Cover cover, Voice voice) {
    List<Product> all = shelf.onSale();
    long pieces = all.stream().mapToLong(product -> Math.max(0, product.stock())).sum();
    var lines = new ArrayList<String>();
    Money worth = worth(all);
    lines.add(
        voice.say(
            "stock_all",
            "products",
            all.size(),
            "pieces",
            pieces,
            "worth",
            worth == null ? voice.say("unknown") : voice.money(worth)));
    all.stream()
        .sorted(Comparator.comparingInt(Product::stock).thenComparing(Product::sku))
        .limit(LOWEST)
        .forEach(product -> lines.add(shortLine(product, cover, voice)));
    lines.add(voice.say("stock_ask"));
    return Told.of(String.join("\n", lines), pieces + "", "products.stock");
  }

  private static @Nullable Money worth(List<Product> products) {
    return products.stream()
        .filter(product -> product.cost() != null && product.stock() > 0)
        .map(StockReport::costs)
        .reduce(Money::plus)
        .orElse(null);
  }

  private static Money costs(Product product) {
    Money cost = product.cost();
    return cost == null ? Money.zero(product.price().currency()) : cost.times(product.stock());
  }

  private static String shortLine(Product product, Cover cover, Voice voice) {
    return voice.say(
        product.stock() <= 0 ? "short_none" : cover.neverEnds(product) ? "short_still" : "short",
        "title",
        product.title(voice.language()),
        "sku",
        product.sku(),
        "stock",
        product.stock(),
        "sold",
        cover.sold(product),
        "sold_more",
        cover.soldIn90Days(product),
        "days",
        cover.days(product),
        "advised",
        cover.advised(product));
  }

  /// What runs out, what is gone, or what lies too long.
  Told low(Turn turn, Shelf shelf, Voice voice) {
    LocalDate day = AsOf.of(store, turn.today()).day();
    Cover cover = Cover.of(store, day);
    Shelf.Meant meant = shelf.meant(turn);
    if (meant.one().isPresent()) {
      return Told.of(shortLine(meant.products().getFirst(), cover, voice));
    }
    List<Product> among = meant.nothing() ? shelf.onSale() : meant.products();
    if (TOO_MUCH.matcher(turn.text()).find()) return tooMuch(among, cover, voice);
    boolean gone = GONE.matcher(turn.text()).find();
    List<Product> low = Cover.low(among, cover);
    long none = low.stream().filter(product -> product.stock() <= 0).count();
    var lines = new ArrayList<String>();
    lines.add(
        low.isEmpty()
            ? voice.say("low_none")
            : voice.say("low", "count", low.size(), "none", none));
    Comparator<Product> order =
        gone ? Comparator.comparingInt(Product::stock) : Comparator.comparingInt(cover::days);
    low.stream()
        .sorted(order.thenComparing(Product::sku))
        .limit(MOST_LINES)
        .forEach(product -> lines.add(shortLine(product, cover, voice)));
    if (!low.isEmpty()) lines.add(voice.say("low_hint"));
    var facts =
        low.stream().map(p -> new Told.Fact(p.stock() + "", "products#" + p.sku())).toList();
    return new Told(String.join("\n", lines), facts);
  }

  private static Told tooMuch(List<Product> among, Cover cover, Voice voice) {
    List<Product> resting =
        among.stream()
            .filter(product -> product.stock() > 0 && cover.days(product) > 180)
            .sorted(Comparator.comparing(StockReport::costs).reversed())
            .limit(MOST_LINES)
            .toList();
    var lines = new ArrayList<String>();
    lines.add(voice.say(resting.isEmpty() ? "resting_none" : "resting", "count", resting.size()));
    for (Product product : resting) {
      lines.add(
          voice.say(
              "resting_line",
              "title",
              product.title(voice.language()),
              "sku",
              product.sku(),
              "stock",
              product.stock(),
              "sold_more",
              cover.soldIn90Days(product),
              "worth",
              voice.money(costs(product))));
    }
    if (!resting.isEmpty()) lines.add(voice.say("resting_hint"));
    return Told.of(String.join("\n", lines));
  }
}
