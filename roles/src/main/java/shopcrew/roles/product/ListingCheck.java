package shopcrew.roles.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Product;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Normal;

/// Looks through the listings for what is missing and for what contradicts itself.
final class ListingCheck {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Map<String, Pattern> UNITS =
      Map.of(
          "l", Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(?:升|l(?![a-z])|lit(?:er|re)s?)"),
          "ml", Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(?:毫升|ml(?![a-z]))"),
          "kg", Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(?:公斤|千克|kg(?![a-z]))"));
  private static final int MOST_LINES = 15;

  private final Labels labels;
  private final Planted planted = new Planted();

  ListingCheck(Labels labels) {
    this.labels = labels;
  }

  Told tell(Turn turn, Shelf shelf, Voice voice) {
    Shelf.Meant meant = shelf.meant(turn);
    List<Product> among = meant.nothing() ? shelf.onSale() : meant.products();
    Map<String, Set<String>> usual = usual(shelf);
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    int faulty = 0;
    for (Product product : among) {
      List<String> faults = faults(product, usual, voice);
      if (faults.isEmpty()) continue;
      faulty++;
      if (faulty > MOST_LINES) continue;
      lines.add(
          voice.say(
              "listing_line",
              "title",
              Planted.quoted(product.title(voice.language()), 30),
              "sku",
              product.sku(),
              "faults",
              String.join(voice.language().equals("zh") ? "；" : "; ", faults)));
      facts.add(new Told.Fact(product.sku(), "products#" + product.sku()));
    }
    lines.addFirst(
        voice.say(
            faulty == 0 ? "listing_good" : "listing_check", "count", faulty, "all", among.size()));
    if (faulty > MOST_LINES) lines.add(voice.say("and_more", "count", faulty - MOST_LINES));
    return new Told(String.join("\n", lines), facts);
  }

  List<String> faults(Product product, Map<String, Set<String>> usual, Voice voice) {
    var faults = new ArrayList<String>();
    var missing = new ArrayList<String>();
    if (product.titleZh().isBlank()) missing.add(voice.say("title_zh"));
    if (product.titleEn().isBlank()) missing.add(voice.say("title_en"));
    if (product.descZh().isBlank()) missing.add(voice.say("desc_zh"));
    if (product.descEn().isBlank()) missing.add(voice.say("desc_en"));
    if (product.cost() == null) missing.add(voice.say("cost"));
    for (String column : usual.getOrDefault(product.category(), Set.of())) {
      if (product.attributes().getOrDefault(column, "").isBlank()) {
        missing.add(labels.of(column, voice.language()));
      }
    }
    if (!missing.isEmpty()) faults.add(voice.say("missing", "names", voice.list(missing)));
    faults.addAll(contradictions(product, voice));
    String words = product.titleZh() + product.titleEn() + product.descZh() + product.descEn();
    if (planted.in(words)) faults.add(voice.say("listing_planted"));
    return faults;
  }

  /// The columns that at least seven of ten products of a category have.
  Map<String, Set<String>> usual(Shelf shelf) {
    var usual = new HashMap<String, Set<String>>();
    Map<String, List<Product>> byCategory =
        shelf.products().stream().collect(Collectors.groupingBy(Product::category));
    byCategory.forEach(
        (category, products) -> {
          var counts = new HashMap<String, Integer>();
          for (Product product : products) {
            product
                .attributes()
                .forEach(
                    (name, value) -> counts.merge(name, value.isBlank() ? 0 : 1, Integer::sum));
          }
          Set<String> often = new LinkedHashSet<>();
          counts.forEach(
              (name, count) -> {
                if (products.size() > 2 && count * 10 >= products.size() * 7) often.add(name);
              });
          usual.put(category, often);
        });
    return usual;
  }

  /// "45L" in the title and 40 in the column: one of them is wrong.
  private List<String> contradictions(Product product, Voice voice) {
    var faults = new LinkedHashSet<String>();
    for (var unit : UNITS.entrySet()) {
      List<String> columns =
          product.attributes().keySet().stream()
              .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("_" + unit.getKey()))
              .filter(name -> !product.attributes().getOrDefault(name, "").isBlank())
              .toList();
      if (columns.isEmpty()) continue;
      Set<BigDecimal> known = new LinkedHashSet<>();
      for (String column : columns)
        known.addAll(numbers(product.attributes().getOrDefault(column, "")));
      for (String text :
          List.of(product.titleZh(), product.titleEn(), product.descZh(), product.descEn())) {
        for (BigDecimal said : said(unit.getValue(), text)) {
          if (known.contains(said) || partOfASet(text)) continue;
          faults.add(
              voice.say(
                  "contradiction",
                  "said",
                  said.toPlainString() + " " + unit.getKey(),
                  "column",
                  labels.of(columns.getFirst(), voice.language()),
                  "value",
                  product.attributes().getOrDefault(columns.getFirst(), "")));
        }
      }
    }
    return List.copyOf(faults);
  }

  /// In a set every piece has its own size.
  private static boolean partOfASet(String text) {
    return Pattern.compile("套|两杯|四杯|礼盒|(?i:\\bset\\b|\\bpack\\b|cups\\b|gift box)")
        .matcher(text)
        .find();
  }

  private static List<BigDecimal> said(Pattern unit, String text) {
    return unit.matcher(Normal.text(text)).results().map(m -> decimal(m.group(1))).toList();
  }

  private static List<BigDecimal> numbers(String value) {
    return NUMBER.matcher(value).results().map(m -> decimal(m.group())).toList();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text).stripTrailingZeros();
  }
}
