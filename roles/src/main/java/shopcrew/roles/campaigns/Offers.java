package shopcrew.roles.campaigns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.product.Pricing;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Percent;
import shopcrew.roles.words.Percents;

/// Sale prices. One product's price goes the product specialist's way, card and floor price
// included;
/// for several at once the owner first sees which of them would lose money.
final class Offers {
  private static final int MOST = 8;
  private static final Pattern EVERY =
      Pattern.compile(
          "(?:所有|全部|每款|\\ball(?: the|"
              + " our)?|\\bevery)\\s?(?:的)?([\\p{IsHan}]{2,8}?|[a-z]{3,12}?)(?:s|es)?(?=都|全|打|\\s|[\\d一二两三四五六七八九]|$)");
  private static final Pattern AND =
      Pattern.compile("加上?|搭着?|配上?|和|跟|与|送|\\+|(?i:\\b(?:and|with|plus)\\b)");

  private final Store store;
  private final Shelf.Kept shelf;
  private final Words prices = Prompts.words("product");

  Offers(Store store, Shelf.Kept shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  Outcome of(Turn turn, Voice voice) {
    Shelf now = shelf.now();
    List<Product> products = every(turn.text(), now.meant(turn).products());
    int off = off(turn.text());
    if (products.size() <= 1 && !(products.isEmpty() && off > 0)) {
      return new Pricing(store).hear(turn, now, new Voice(prices, turn.language()));
    }
    List<Product> selection = products.isEmpty() ? now.onSale() : products;
    if (off <= 0) {
      return Asking.which(now.meant(turn), List.of("amount"), new Voice(prices, turn.language()));
    }
    List<Product> losing =
        selection.stream().filter(p -> reduced(p, off).lessThan(floor(store, p))).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        voice.say(
            "sale_many", "n", selection.size(), "percent", off / 100, "losing", losing.size()));
    selection.stream()
        .sorted(Comparator.comparing(p -> !losing.contains(p)))
        .limit(MOST)
        .forEach(
            p ->
                lines.add(
                    voice.say(
                        losing.contains(p) ? "sale_line_loses" : "sale_line",
                        "sku",
                        p.sku(),
                        "title",
                        p.title(voice.language()),
                        "from",
                        voice.money(p.price()),
                        "to",
                        voice.money(reduced(p, off)),
                        "floor",
                        voice.money(floor(store, p)))));
    lines.add(voice.say("sale_which"));
    List<Product> good = selection.stream().filter(p -> !losing.contains(p)).toList();
    return new Outcome.AsksBack(
        Told.of(String.join("\n", lines)), List.of("which_product"), Asking.choices(good, voice));
  }

  Told bundle(Turn turn, Voice voice) {
    List<Product> products = together(turn.text());
    if (products.size() < 2) {
      return Told.of(voice.say("bundle_which"));
    }
    Money sum =
        products.stream()
            .map(Product::price)
            .reduce(Money.zero(products.getFirst().price().currency()), Money::plus);
    Money floor =
        products.stream().map(p -> floor(store, p)).reduce(Money.zero(sum.currency()), Money::plus);
    Money offer = sum.minus(sum.percentDown("8")).max(floor);
    return Told.of(
        voice.say(
            "bundle",
            "names",
            voice.list(
                products.stream().map(p -> p.sku() + " " + p.title(voice.language())).toList()),
            "sum",
            voice.money(sum),
            "floor",
            voice.money(floor),
            "offer",
            voice.money(offer)));
  }

  /// "所有拉杆车" is all of them, whichever title fits best.
  private List<Product> every(String text, List<Product> named) {
    Matcher all = EVERY.matcher(Normal.text(text));
    if (!all.find()) {
      return named;
    }
    String word = all.group(1).strip();
    List<Product> kind =
        shelf.now().onSale().stream()
            .filter(p -> Normal.text(p.category() + " " + p.title("en")).contains(word))
            .toList();
    return word.length() < 2 || kind.size() < 2 ? named : kind;
  }

  /// One product for each part of "拉杆车加雨罩", "the bowls together with the plates".
  private List<Product> together(String text) {
    Shelf now = shelf.now();
    List<Product> named = now.meant(text).products();
    if (named.size() > 1 && named.size() <= 3) {
      return named;
    }
    List<Product> parts = new ArrayList<>();
    for (String part : AND.split(text)) {
      now.meant(part).products().stream()
          .filter(p -> p.onSale() && !parts.contains(p))
          .findFirst()
          .ifPresent(parts::add);
    }
    return parts.stream().limit(4).toList();
  }

  /// The lowest price the owners allow; what it cost where they said nothing; nought where that is
  // unknown.
  static Money floor(Store store, Product product) {
    Money cost = product.cost();
    return cost == null
        ? Money.zero(product.price().currency())
        : store.rules().value(Rule.Kind.FLOOR_PERCENT).map(cost::percentUp).orElse(cost);
  }

  private static Money reduced(Product product, int basisPoints) {
    return Money.of(
        product.price().minor() * (10_000 - basisPoints) / 10_000, product.price().currency());
  }

  private static int off(String text) {
    return Percents.in(text).stream()
        .filter(percent -> percent.kind() != Percent.Kind.UP)
        .map(Percent::basisPoints)
        .findFirst()
        .orElse(0);
  }
}
