package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.db.Money;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Normal;

/// The figures of a wish: which attribute each is about, and whether a product keeps to it.
final class Measures {
  private static final Pattern AND_A_HALF =
      Pattern.compile("(\\d)米(\\d)(?![\\d.]|\\s?(?:cm|mm|厘米|公分|米|m\\b))");
  private static final Pattern OF_A_BODY =
      Pattern.compile("猫|狗|犬|宠|体重|身高|孩子|宝宝|\\b(?:cats?|dogs?|pupp\\w+|kittens?|pets?|weighs?)\\b");
  private static final Pattern WASHED_AT =
      Pattern.compile("(wash(?:ed|able|es)? (?:it )?at )(\\d+)(?!\\s?(?:°|deg|c\\b|\\d))");
  private static final Map<String, Pattern> SIDES =
      Map.of(
          "height",
              Pattern.compile("高度?(?:在|要|得)?\\s?$|^\\s?(?:高|tall|high|in height)|taller than $"),
          "width", Pattern.compile("宽度?(?:在|要|得)?\\s?$|^\\s?(?:宽|wide|in width)|wider than $"),
          "length", Pattern.compile("长度?(?:在|要|得)?\\s?$|^\\s?(?:长|long|in length)|longer than $"),
          "depth", Pattern.compile("[厚深]度?(?:在|要|得)?\\s?$|^\\s?(?:厚|深|thick|deep)|thicker than $"));
  private static final Pattern BED = Pattern.compile("^\\s?(?:宽?的?|大)床|^\\s?(?:wide )?beds?\\b");
  private static final Pattern HOLDS = Pattern.compile("装|拉|放|扛|hold|carry");
  private static final Pattern THERE = Pattern.compile("有货|现货|现成|库存|in stock|available|on hand");

  private static final Pattern VALUE =
      Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)\\s?(" + Unit.ANY + ")?");

  /// One figure of a column's value, in the unit that stands with it or in that of the column.
  record Value(BigDecimal figure, String unit) {}

  /// Of these more is better: who names a figure wants at least that.
  private static final Set<String> MORE =
      Set.of("load", "battery", "brightness", "power", "body_weight", "people", "wash_temp");

  private static final Set<String> DIMENSIONS =
      Set.of("size", "length", "width", "height", "depth", "diameter", "bed_size", "leash_length");
  private static final List<String> LIKELY =
      List.of("capacity", "load", "diameter", "weight", "battery", "power");

  private final Shelf shelf;
  private final Understood understood;

  Measures(Shelf shelf, Understood understood) {
    this.shelf = shelf;
    this.understood = understood;
  }

  /// A wish in which "2米2" is 2.2 metres.
  static String digits(String wish) {
    String text = AND_A_HALF.matcher(Digits.of(wish)).replaceAll("$1.$2米");
    return WASHED_AT.matcher(text).replaceAll("$1$2°");
  }

  List<Condition> in(String wish, Set<String> asked) {
    var conditions = new ArrayList<Condition>();
    for (String clause : Conditions.CLAUSE.split(digits(wish))) {
      int from = 0;
      List<Limit> limits = Limit.in(clause);
      for (int i = 0; i < limits.size(); i++) {
        Limit limit = limits.get(i);
        int to = i + 1 < limits.size() ? limits.get(i + 1).start() : clause.length();
        String before = clause.substring(from, limit.start());
        String after = clause.substring(limit.end(), to);
        Condition condition = condition(limit, before, after, clause, asked);
        if (condition != null) conditions.add(condition);
        from = limit.end();
      }
    }
    return conditions;
  }

  private @Nullable Condition condition(
      Limit limit, String before, String after, String clause, Set<String> asked) {
    String notion = notion(limit, before, after, clause, asked);
    if (notion == null) return null;
    boolean more = MORE.contains(notion);
    String said = understood.figure(notion, limit, more);
    return switch (notion) {
      case "price" -> new Condition(notion, said, it -> limit.met(plain(it.price()), false));
      case "wholesale_price" ->
          new Condition(
              notion,
              said,
              it ->
                  it.wholesalePrice() == null
                      ? null
                      : limit.met(plain(it.wholesalePrice()), false));
      case "moq" ->
          new Condition(
              notion,
              said,
              it -> it.moq() == null ? null : limit.met(BigDecimal.valueOf(it.moq()), false));
      case "stock" ->
          new Condition(notion, said, it -> shelf.enough(it.sku(), limit.value().intValue()));
      default -> new Condition(notion, said, it -> holds(it, notion, limit, more));
    };
  }

  private static BigDecimal plain(Money money) {
    return new BigDecimal(money.plain().replace(",", ""));
  }

  /// Which attribute it is about: what was said right before it or after it, else what was asked,
  /// else the column that is measured so.
  private @Nullable String notion(
      Limit limit, String before, String after, String clause, Set<String> asked) {
    List<String> near = new ArrayList<>(notions(before).reversed());
    near.addAll(notions(after));
    boolean number = limit.unit().isEmpty();
    boolean count = limit.unit().equals("count");
    if (limit.unit().equals("money") || number || count) {
      for (String notion : near) {
        if (notion.equals("moq")) return notion;
        if (notion.equals("wholesale_price") && !count) return notion;
        if (number && !shelf.wares.measures(notion).isEmpty()) return notion;
      }
      if (count) return THERE.matcher(clause).find() ? "stock" : null;
      return "price";
    }
    List<String> kept = shelf.wares.measuredIn(limit.unit());
    if (kept.isEmpty() || limit.unit().equals("pct")) return null;
    if (kept.contains("bed_size") && BED.matcher(after).find()) return "bed_size";
    String side = side(before, after);
    if (side != null && Unit.ratio(limit.unit(), "cm") != null) return side;
    for (String notion : near) if (kept.contains(notion)) return notion;
    boolean mass = Unit.ratio(limit.unit(), "g") != null;
    if (mass && OF_A_BODY.matcher(clause).find()) {
      return kept.contains("body_weight") ? "body_weight" : null;
    }
    if (mass && limit.kind() == Limit.Kind.BARE && kept.contains("body_weight"))
      return "body_weight";
    boolean light = limit.unit().equals("kg") && limit.kind() == Limit.Kind.MOST;
    if (light && kept.contains("weight")) return "weight";
    for (String notion : asked) if (kept.contains(notion)) return notion;
    if (limit.unit().equals("kg") && kept.contains("load") && HOLDS.matcher(clause).find()) {
      return "load";
    }
    if (Unit.ratio(limit.unit(), "cm") != null && kept.contains("size")) return "size";
    List<String> exactly =
        kept.stream().filter(it -> shelf.wares.measures(it).contains(limit.unit())).toList();
    List<String> among = exactly.isEmpty() ? kept : exactly;
    for (String likely : LIKELY) if (among.contains(likely)) return likely;
    return among.getFirst();
  }

  private static @Nullable String side(String before, String after) {
    return SIDES.entrySet().stream()
        .filter(
            side -> side.getValue().matcher(before).find() || side.getValue().matcher(after).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static List<String> notions(String text) {
    return Lexicon.ASKED.spans(text).stream().map(Lexicon.Span::notion).distinct().toList();
  }

  private @Nullable Boolean holds(Listing listing, String notion, Limit limit, boolean more) {
    Boolean own = held(listing, notion, notion, limit, more);
    boolean dimension = DIMENSIONS.contains(notion) && !notion.equals("size");
    return own != null || !dimension ? own : held(listing, "size", notion, limit, more);
  }

  private @Nullable Boolean held(
      Listing listing, String column, String notion, Limit limit, boolean more) {
    Boolean holds = null;
    for (var attribute : listing.attributes().entrySet()) {
      String name = attribute.getKey();
      if (!shelf.columns.notion(name).equals(column)) continue;
      List<BigDecimal> values = values(name, attribute.getValue(), limit.unit());
      if (values.isEmpty()) continue;
      holds =
          DIMENSIONS.contains(notion) ? dimension(notion, values, limit) : met(values, limit, more);
    }
    return holds;
  }

  private List<BigDecimal> values(String column, String value, String unit) {
    var values = new ArrayList<BigDecimal>();
    for (Value one : in(column, value)) {
      BigDecimal ratio = unit.isEmpty() ? BigDecimal.ONE : Unit.ratio(one.unit, unit);
      if (ratio != null && one.figure.signum() > 0) values.add(one.figure.multiply(ratio));
    }
    return values;
  }

  static List<Value> in(String column, String value) {
    var values = new ArrayList<Value>();
    Matcher number = VALUE.matcher(Normal.text(value));
    while (number.find()) {
      String own = Unit.named(number.group(2));
      boolean told = !own.isEmpty() && !own.equals("count");
      values.add(new Value(new BigDecimal(number.group(1)), told ? own : Columns.unit(column)));
    }
    return values;
  }

  /// Two figures are a range: what is wanted lies within.
  private static boolean met(List<BigDecimal> values, Limit limit, boolean more) {
    BigDecimal least = values.getFirst();
    BigDecimal most = values.getLast();
    boolean exact = limit.kind() == Limit.Kind.BARE || limit.kind() == Limit.Kind.ABOUT;
    if (values.size() == 2 && exact && least.compareTo(most) < 0) {
      return limit.value().compareTo(least) >= 0 && limit.value().compareTo(most) <= 0;
    }
    if (more) return limit.met(values.stream().max(BigDecimal::compareTo).orElse(most), true);
    return limit.met(least, false);
  }

  /// Of length, width and height the one that is meant; any of them where none is named.
  private static boolean dimension(String notion, List<BigDecimal> values, Limit limit) {
    BigDecimal most = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    BigDecimal one =
        switch (notion) {
          case "length" -> most;
          case "width" -> values.get(values.size() > 2 ? 1 : 0);
          case "height", "depth" -> values.getLast();
          default -> null;
        };
    if (one != null) return limit.met(one, false);
    return switch (limit.kind()) {
      case LEAST, MOST -> limit.met(most, false);
      case BARE -> values.stream().anyMatch(value -> limit.near(value, "0.02"));
      case ABOUT -> values.stream().anyMatch(value -> limit.met(value, false));
    };
  }
}
