package shopcrew.roles.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;

/// Buying stock: what to order, and a proposal for the gate.
final class Restocking {
  private static final Pattern ONLY_ASKING =
      Pattern.compile(
          "多少钱|要花多少|要多少钱|划不划算|值不值|先别|别动|先不|就问|问问|算算|估一?下|(?i:how much"
              + " (?:would|will|does|is|to)|what would .* cost|don't order|just asking|not yet)");
  private static final Pattern ADVICE =
      Pattern.compile(
          "建议|该补什么|补什么|进什么|补哪些|哪些.*补|要补.*[吗么]|多少合适|补多少|备多少|囤多少|订多少|计划|要不要|(?i:advice|what"
              + " should|which .*should|how many should|how much should|plan|suggest|should"
              + " (?:we|i))");
  private static final Pattern UP_TO =
      Pattern.compile(
          "(?:补|加|备|进)(?:货)?(?:到|够|满)\\s*(\\d{1,6})|(?i:(?:up |refill .*|top .*)to\\s+(\\d{1,6}))");
  private static final Pattern CARTONS = Pattern.compile("箱|件|carton|cartons|case|cases|boxes");
  private static final int MOST_LINES = 10;
  private static final int MOST_PIECES = 1_000_000;

  private final Store store;

  Restocking(Store store) {
    this.store = store;
  }

  Outcome hear(Turn turn, Shelf shelf, Voice voice) {
    String text = turn.text();
    LocalDate day = AsOf.of(store, turn.today()).day();
    Cover cover = Cover.of(store, day);
    Shelf.Meant meant = shelf.meant(turn);
    List<Count> counts = counts(meant, text);
    boolean advice = counts.isEmpty() && ADVICE.matcher(text).find();
    if (advice) return new Outcome.Answer(advice(meant, shelf, cover, voice));
    if (meant.one().isEmpty()) {
      List<String> also = counts.isEmpty() ? List.of("qty") : List.of();
      boolean split = meant.products().size() > 1 && counts.size() == 1 && counts.getFirst().each();
      if (split) return splitting(meant, voice);
      return Asking.which(meant, also, voice);
    }
    Product product = meant.products().getFirst();
    long pieces = pieces(product, meant.rest(), text, counts);
    if (pieces <= 0) return howMany(product, cover, voice);
    if (pieces > MOST_PIECES) return howMany(product, cover, voice);
    Money cost = product.cost();
    if (cost == null) {
      return new Outcome.AsksBack(
          Told.of(voice.say("restock_no_cost", "title", product.title(voice.language()))),
          List.of("amount"),
          List.of());
    }
    Money sum = cost.times(pieces);
    Told told =
        Told.of(
            words("restock", product, pieces, cost, sum, cover, voice),
            sum.decimalText(),
            "products#" + product.sku() + ".cost");
    if (ONLY_ASKING.matcher(text).find()) return new Outcome.Answer(told);
    List<String> warnings = warnings(product, pieces, cover);
    return new Outcome.Proposes(
        new Proposal.Restock(
            product.sku(), product.title(voice.language()), (int) pieces, cost, sum, warnings),
        new Told(told.say() + said(warnings, voice), told.facts()));
  }

  /// How many, outside of the product's name; a name may swallow the thing counted ("150 sets").
  private static List<Count> counts(Shelf.Meant meant, String text) {
    List<Count> counts = Counts.in(meant.rest(), true);
    if (!counts.isEmpty() || meant.one().isEmpty()) return counts;
    Product product = meant.products().getFirst();
    String name = product.titleZh() + product.titleEn() + product.sku();
    return Counts.in(text).stream().filter(count -> !name.contains(count.value() + "")).toList();
  }

  private static String words(
      String key, Product product, long pieces, Money cost, Money sum, Cover cover, Voice voice) {
    return voice.say(
        key,
        "title",
        product.title(voice.language()),
        "sku",
        product.sku(),
        "pieces",
        pieces,
        "cost",
        voice.money(cost),
        "sum",
        voice.money(sum),
        "stock",
        product.stock(),
        "sold",
        cover.sold(product));
  }

  private static long pieces(Product product, String rest, String text, List<Count> counts) {
    Matcher upTo = UP_TO.matcher(rest);
    if (upTo.find()) {
      String target = upTo.group(1) == null ? upTo.group(2) : upTo.group(1);
      return Long.parseLong(target) - product.stock();
    }
    if (!counts.isEmpty()) {
      Count count = counts.getLast();
      long each = CARTONS.matcher(count.unit()).matches() ? carton(product, count) : 1;
      return count.value() * each;
    }
    Money cost = product.cost();
    List<Amount> sums = Amounts.in(text, product.price().currency());
    if (cost == null || cost.isZero() || sums.isEmpty() || !sums.getFirst().known()) return 0;
    return sums.getFirst().money().minor() / cost.minor();
  }

  /// Pieces in a carton; a product that is a box itself is counted in boxes.
  private static long carton(Product product, Count count) {
    boolean boxes = product.titleZh().contains("箱") || product.titleEn().contains("Box");
    String size = product.attributes().getOrDefault("carton_qty", "");
    boolean known = size.matches("\\d{1,5}") && !count.unit().equals("件");
    return known && !boxes ? Long.parseLong(size) : 1;
  }

  static List<String> warnings(Product product, long pieces, Cover cover) {
    var warnings = new ArrayList<String>();
    if (cover.tooMuch(product, product.stock() + pieces)) warnings.add("overstock");
    if (losesPerPiece(product)) warnings.add("product_sells_at_a_loss");
    return List.copyOf(warnings);
  }

  /// Whether the price does not even bring back goods and shipping.
  static boolean losesPerPiece(Product product) {
    Money margin = product.margin();
    if (margin == null) return false;
    Money ship = product.shipCost();
    return (ship == null ? margin : margin.minus(ship)).isNegative();
  }

  static String said(List<String> warnings, Voice voice) {
    var say = new StringBuilder();
    for (String warning : warnings) say.append('\n').append(voice.say("warn_" + warning));
    return say.toString();
  }

  private static Outcome howMany(Product product, Cover cover, Voice voice) {
    int advised = Math.max(10, cover.advised(product));
    List<String> choices = List.of(advised / 2 + "", advised + "", advised * 2 + "");
    return new Outcome.AsksBack(
        Told.of(
            voice.say(
                "ask_qty",
                "title",
                product.title(voice.language()),
                "stock",
                product.stock(),
                "sold",
                cover.sold(product),
                "advised",
                advised)),
        List.of("qty"),
        choices);
  }

  private static Outcome splitting(Shelf.Meant meant, Voice voice) {
    List<String> choices = Asking.choices(meant.products(), voice);
    return new Outcome.AsksBack(
        Told.of(voice.say("ask_split", "names", voice.list(choices))),
        List.of("sku_split_confirm"),
        choices);
  }

  private Told advice(Shelf.Meant meant, Shelf shelf, Cover cover, Voice voice) {
    List<Product> among = meant.nothing() ? shelf.onSale() : meant.products();
    List<Product> wanted =
        among.stream()
            .filter(product -> cover.advised(product) > 0)
            .filter(product -> !meant.nothing() || cover.low(product))
            .sorted(java.util.Comparator.comparingInt(cover::days))
            .limit(MOST_LINES)
            .toList();
    var lines = new ArrayList<String>();
    lines.add(voice.say(wanted.isEmpty() ? "advice_none" : "advice"));
    for (Product product : wanted) {
      int pieces = cover.advised(product);
      Money cost = product.cost();
      lines.add(
          voice.say(
              "advice_line",
              "title",
              product.title(voice.language()),
              "sku",
              product.sku(),
              "stock",
              product.stock(),
              "sold",
              cover.sold(product),
              "pieces",
              pieces,
              "sum",
              cost == null ? voice.say("unknown") : voice.money(cost.times(pieces))));
    }
    if (!wanted.isEmpty()) lines.add(voice.say("advice_hint"));
    return Told.of(String.join("\n", lines));
  }
}
