package shopcrew.roles.storemanager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Dates;

/// What earns and what loses: by product, category or channel, by contribution profit.
final class Earnings {
  private static final Pattern CHANNELS =
      Pattern.compile("渠道|平台|(?i:channels?\\b|platforms?\\b|marketplace)");
  private static final Pattern CATEGORIES =
      Pattern.compile("品类|类目|大类|哪一?类|系列|(?i:categor|product lines?\\b)");
  private static final Pattern LOSING =
      Pattern.compile(
          "亏|赔|砍|不赚|不挣|最差|利润最?薄|不值得|滞销|(?i:los(?:e|es|ing|s)\\b|unprofitable|drop|worst|least)");
  private static final Pattern SELLING =
      Pattern.compile(
          "销量|卖得[最很]?[好差快慢]|畅销|爆款|热销|(?i:best.?sell|sell(?:s|ing)? (?:best|most|least)|top"
              + " sell|worst sell)");
  private static final int MOST_LINES = 8;

  private final Store store;
  private final Shelf.Kept shelf;

  Earnings(Store store, Shelf.Kept shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  Told tell(Turn turn, Voice voice) {
    String text = turn.text();
    AsOf asOf = AsOf.of(store, turn.today());
    Days days =
        Dates.in(text, asOf.day())
            .map(found -> new Days(found.start(), found.end()))
            .orElseGet(() -> Days.endingOn(asOf.day(), 365));
    Shelf now = shelf.now();
    Shelf.Meant meant = now.meant(turn);
    if (!meant.nothing() && meant.products().size() <= MOST_LINES && meant.category().isEmpty()) {
      return ofProducts(meant.products(), days, voice);
    }
    String title = voice.say("earnings_title", "from", days.from(), "to", days.to());
    List<SalesResult> rows;
    if (CHANNELS.matcher(text).find() || namesChannels(text)) {
      rows = store.sales().byChannel(days);
    } else if (CATEGORIES.matcher(text).find()) {
      rows = byCategory(now, store.sales().bySku(days));
    } else {
      rows = store.sales().bySku(days);
      if (!meant.nothing()) {
        List<String> skus = meant.products().stream().map(Product::sku).toList();
        rows = rows.stream().filter(row -> skus.contains(row.key())).toList();
      }
    }
    return ranking(title, rows, text, days, now, voice);
  }

  private Told ranking(
      String title, List<SalesResult> rows, String text, Days days, Shelf now, Voice voice) {
    boolean losing = LOSING.matcher(text).find();
    Comparator<SalesResult> order =
        SELLING.matcher(text).find()
            ? Comparator.comparingInt(SalesResult::units)
            : Comparator.comparing(SalesResult::profit);
    List<SalesResult> sorted =
        rows.stream().sorted(losing ? order : order.reversed()).limit(MOST_LINES).toList();
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    lines.add(title);
    List<SalesResult> minus = rows.stream().filter(row -> row.profit().isNegative()).toList();
    if (losing) {
      lines.add(
          minus.isEmpty()
              ? voice.say("nothing_loses")
              : voice.say("loses_count", "count", minus.size(), "names", names(minus, now, voice)));
    }
    for (SalesResult row : sorted) {
      lines.add(line(row, now, voice));
      facts.add(new Told.Fact(row.key(), "orders#" + days.from() + ".." + days.to()));
    }
    SalesResult all = store.sales().total(days);
    Money ads = store.adResults().cost(days);
    lines.add(
        voice.say(
            "earnings_total",
            "net",
            voice.money(all.net()),
            "profit",
            voice.money(all.profit()),
            "ads",
            voice.money(ads),
            "left",
            voice.money(all.profit().minus(ads))));
    lines.add(voice.say("profit_meaning"));
    return new Told(String.join("\n", lines), facts);
  }

  private Told ofProducts(List<Product> products, Days days, Voice voice) {
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    for (Product product : products) {
      SalesResult result = store.sales().ofSku(product.sku(), days);
      String state = result.profit().isNegative() ? "product_loses" : "product_earns";
      lines.add(
          voice.say(
              result.units() == 0 ? "product_unsold" : state,
              "title",
              product.title(voice.language()),
              "sku",
              product.sku(),
              "from",
              days.from(),
              "to",
              days.to(),
              "units",
              result.units(),
              "net",
              voice.money(result.net()),
              "profit",
              voice.money(result.profit()),
              "each",
              result.units() == 0 ? "" : voice.money(each(result))));
      lines.add(
          voice.say(
              "product_prices",
              "price",
              voice.money(product.price()),
              "cost",
              moneyOrUnknown(product.cost(), voice),
              "ship",
              moneyOrUnknown(product.shipCost(), voice)));
      facts.add(new Told.Fact(result.profit().decimalText(), "orders#" + product.sku()));
    }
    lines.add(voice.say("profit_meaning"));
    return new Told(String.join("\n", lines), facts);
  }

  private static Money each(SalesResult result) {
    return Money.of(result.profit().minor() / result.units(), result.profit().currency());
  }

  static String moneyOrUnknown(@org.jspecify.annotations.Nullable Money money, Voice voice) {
    return money == null ? voice.say("unknown") : voice.money(money);
  }

  private boolean namesChannels(String text) {
    String said = text.toLowerCase(Locale.ROOT);
    return store.sales().byChannel(Days.always()).stream()
        .anyMatch(row -> !row.key().isEmpty() && said.contains(row.key().toLowerCase(Locale.ROOT)));
  }

  private static List<SalesResult> byCategory(Shelf now, List<SalesResult> rows) {
    Map<String, SalesResult> sums = new LinkedHashMap<>();
    for (SalesResult row : rows) {
      String category = now.bySku(row.key()).map(Product::category).orElse("");
      if (!category.isEmpty()) sums.merge(category, renamed(row, category), Earnings::plus);
    }
    return List.copyOf(sums.values());
  }

  private static SalesResult renamed(SalesResult row, String key) {
    return new SalesResult(
        key, row.orders(), row.units(), row.paid(), row.refunded(), row.net(), row.profit());
  }

  private static SalesResult plus(SalesResult a, SalesResult b) {
    return new SalesResult(
        a.key(),
        a.orders() + b.orders(),
        a.units() + b.units(),
        a.paid().plus(b.paid()),
        a.refunded().plus(b.refunded()),
        a.net().plus(b.net()),
        a.profit().plus(b.profit()));
  }

  private static String line(SalesResult row, Shelf now, Voice voice) {
    return voice.say(
        "earning",
        "name",
        name(row, now, voice),
        "units",
        row.units(),
        "net",
        voice.money(row.net()),
        "profit",
        voice.money(row.profit()));
  }

  private static String names(List<SalesResult> rows, Shelf now, Voice voice) {
    return voice.list(rows.stream().limit(MOST_LINES).map(row -> name(row, now, voice)).toList());
  }

  private static String name(SalesResult row, Shelf now, Voice voice) {
    return now.bySku(row.key())
        .map(product -> product.title(voice.language()) + " (" + product.sku() + ")")
        .orElse(row.key().isEmpty() ? "–" : row.key());
  }

  /// The products that lost money since `from`, the worst first.
  List<SalesResult> losers(LocalDate from, LocalDate to) {
    return store.sales().bySku(new Days(from, to)).stream()
        .filter(row -> row.profit().isNegative())
        .sorted(Comparator.comparing(SalesResult::profit))
        .toList();
  }
}
