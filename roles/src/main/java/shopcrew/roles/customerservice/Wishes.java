package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Told;
import shopcrew.roles.catalogue.Found;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// Finds what fits a wish: every condition must hold, and what the data does not say counts as not
/// known, never as fitting.
final class Wishes {
  private static final int MOST = 5;
  private static final int MOST_NEAR = 3;
  private static final Pattern VALUE =
      Pattern.compile("(?:哪些|哪个|哪里|哪国|什么|哪几[种个款]|几[种个]|多少|what|which)\\s?$");
  private static final Pattern SEARCHING =
      Pattern.compile(
          "有没有.*的|有.{1,14}的(?:吗|嘛|么|没|不)|有.{1,8}的.{1,8}(?:吗|嘛|么|没有?)[?？]?$|哪款|哪个|哪些|哪种|推荐|想要|想买|想找|需要|要(?:个|一个|能|可以|带).*|求|找一?[个款]|什么可以买|适合|(?i:looking"
              + " for|recommend|suggest|which|i need|i want|do you have|have you got|got any|any"
              + " |anything|something"
              + "|busco|necesito|recomien|suche|empfehl|cherche|recommand|ищу|нужен|нужна|посовет|procuro|cerco|探し|おすすめ|欲しい)");

  private final Shelf shelf;
  private final Words words;
  private final String language;
  private final Facts facts;
  private final Understood understood;

  /// What came of it: the answer, and whether anything fits.
  record Result(Told told, boolean fits) {}

  Wishes(Shelf shelf, Words words, String language) {
    this.shelf = shelf;
    this.words = words;
    this.language = language;
    this.facts = new Facts(words, shelf.columns, language);
    this.understood = new Understood(words, language);
  }

  /// Whether it names a figure to reach or to keep under.
  static boolean limited(String message) {
    return Limit.in(Measures.digits(message)).stream()
        .anyMatch(limit -> limit.kind() != Limit.Kind.BARE);
  }

  /// Whether the value of an attribute is asked for ("有哪些尺码"), not a product that has it.
  static boolean asksValue(String message) {
    String text = Normal.text(message);
    for (Lexicon.Span span : Lexicon.ASKED.spans(text)) {
      if (!Columns.isAttribute(span.notion())) continue;
      String before = text.substring(0, span.start());
      if (VALUE.matcher(before).find() || text.startsWith("有哪些", span.end())) return true;
    }
    return false;
  }

  /// Whether it names several: nobody asks a rule that way.
  static boolean limitedTwice(String message) {
    return Limit.in(Measures.digits(message)).stream()
            .filter(limit -> limit.kind() != Limit.Kind.BARE)
            .count()
        > 1;
  }

  static boolean searching(String message) {
    return SEARCHING.matcher(message).find();
  }

  /// Null where the message is no wish: no condition and no kind of thing.
  ///
  /// @param strict whether a condition must be named: a kind of thing alone is no wish
  @Nullable Result find(String wish, boolean strict) {
    List<Listing> kind = kind(wish);
    Found found = shelf.finder.find(wish);
    List<Listing> among = kind.isEmpty() ? all() : kind;
    List<Condition> conditions = new Conditions(shelf, among, understood).in(wish, found.rest());
    Superlative most = Superlative.in(wish);
    if (conditions.isEmpty() && most == null && (strict || kind.isEmpty() || more(wish, found)))
      return null;
    List<Condition> untold = untold(among, conditions);
    List<Condition> asked = conditions.stream().filter(it -> !untold.contains(it)).toList();
    var fitting = new ArrayList<Listing>();
    int unknown = 0;
    for (Listing listing : among) {
      Boolean all = all(listing, asked);
      if (all == null) unknown++;
      else if (all) fitting.add(listing);
    }
    if (most != null && !fitting.isEmpty()) {
      return new Result(list(most.of(fitting, shelf.columns), conditions, untold, 0), true);
    }
    if (fitting.isEmpty()) {
      String none = words.say(language, unknown > 0 ? "none_known" : "none_fits");
      return new Result(none(none, kind, conditions), false);
    }
    return new Result(list(fitting, conditions, untold, unknown), true);
  }

  /// The words of the wish of which no listing says anything that meets the rest of it: what cannot
  /// be looked up excludes nothing, but it is told.
  private static List<Condition> untold(List<Listing> among, List<Condition> conditions) {
    List<Condition> hard = conditions.stream().filter(it -> !it.soft()).toList();
    List<Listing> left = among.stream().filter(it -> Boolean.TRUE.equals(all(it, hard))).toList();
    var untold = new ArrayList<Condition>();
    for (Condition word : conditions) {
      if (!word.soft()) continue;
      List<Listing> with = left.stream().filter(it -> Boolean.TRUE.equals(word.holds(it))).toList();
      if (with.isEmpty()) untold.add(word);
      else left = with;
    }
    return hard.isEmpty() && left.size() == among.size() ? List.of() : untold;
  }

  /// What surely fits one row of a list, the article that it names before all others of its kind.
  List<Listing> fitting(String wish) {
    Found found = shelf.finder.find(wish);
    List<Listing> named =
        found.skus().stream().map(shelf::listing).filter(Objects::nonNull).toList();
    List<Listing> kind = kind(wish);
    List<Listing> among = named.size() == 1 ? named : kind.isEmpty() ? named : kind;
    List<Condition> conditions = new Conditions(shelf, among, understood).in(wish, found.rest());
    List<Listing> from = among.isEmpty() && !conditions.isEmpty() ? all() : among;
    List<Listing> fitting =
        from.stream().filter(one -> Boolean.TRUE.equals(all(one, conditions))).toList();
    List<Listing> nearest = fitting.stream().filter(named::contains).toList();
    return nearest.isEmpty() ? fitting : nearest;
  }

  private List<Listing> all() {
    return List.copyOf(shelf.listings.values());
  }

  /// The things of the kind that is wished for: by the name of the category, else by the nouns of
  /// the wish in category and title.
  private List<Listing> kind(String wish) {
    String text = withoutAttributes(Normal.text(wish));
    Set<String> unwanted = unwanted(text);
    return among(text).stream().filter(it -> !unwanted.contains(it.sku())).toList();
  }

  /// What is said not to be wanted: 不要罐子.
  private Set<String> unwanted(String text) {
    var skus = new LinkedHashSet<String>();
    for (Lexicon.Span span : Lexicon.GOODS.spans(text)) {
      boolean no = Conditions.UNWANTED.matcher(text.substring(0, span.start())).find();
      if (no && !Reading.LOOKS.contains(span.notion())) skus.addAll(shelf.wares.of(span.notion()));
    }
    return skus;
  }

  private List<Listing> among(String text) {
    Set<String> literal = shelf.wares.inCategoryNamed(text);
    if (!literal.isEmpty()) return listings(literal);
    Set<String> nouns = new LinkedHashSet<>(Lexicon.GOODS.notions(text));
    nouns.removeAll(Reading.LOOKS);
    for (String noun : nouns) {
      Collection<String> those = shelf.wares.of(noun);
      if (!those.isEmpty()) return listings(those);
    }
    Set<String> beside = new LinkedHashSet<>();
    for (String sku : shelf.finder.find(text).skus()) {
      Listing listing = shelf.listing(sku);
      if (listing != null) beside.addAll(shelf.wares.inCategory(listing.category()));
    }
    return listings(beside.isEmpty() ? shelf.wares.headed(text) : beside);
  }

  private List<Listing> listings(Collection<String> skus) {
    return skus.stream().map(shelf::listing).filter(Objects::nonNull).toList();
  }

  boolean namesAKind(String wish) {
    return !kind(wish).isEmpty();
  }

  /// 洗碗机 is no bowl.
  private static String withoutAttributes(String text) {
    StringBuilder rest = new StringBuilder(text);
    for (Lexicon.Span span : Lexicon.ASKED.spans(text)) {
      if (span.end() - span.start() < 2) continue;
      for (int i = span.start(); i < span.end(); i++) rest.setCharAt(i, ' ');
    }
    return rest.toString();
  }

  /// Whether it asks for something that no condition could be made of.
  private static boolean more(String wish, Found found) {
    return Reading.terms(wish, found.rest()).stream()
        .anyMatch(term -> term.required() && !term.notion() && term.key().length() > 1);
  }

  private static @Nullable Boolean all(Listing listing, List<Condition> conditions) {
    boolean unknown = false;
    for (Condition condition : conditions) {
      Boolean holds = condition.holds(listing);
      if (holds == null) unknown = true;
      else if (!holds) return false;
    }
    return unknown ? null : Boolean.TRUE;
  }

  /// What comes nearest, with what it misses; by name alone, for it is no answer to the wish.
  private Told none(String none, List<Listing> kind, List<Condition> conditions) {
    var say = new StringBuilder(none);
    if (!conditions.isEmpty()) say.append('\n').append(understood.all(conditions));
    List<String> near =
        kind.stream()
            .filter(listing -> missed(listing, conditions).size() == 1 && conditions.size() > 1)
            .limit(MOST_NEAR)
            .map(listing -> near(listing, missed(listing, conditions).getFirst()))
            .toList();
    if (!near.isEmpty()) say.append('\n').append(words.say(language, "nearest"));
    near.forEach(line -> say.append('\n').append(line));
    return Told.of(say.toString());
  }

  private static List<Condition> missed(Listing listing, List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> !Boolean.TRUE.equals(condition.holds(listing)))
        .toList();
  }

  private String near(Listing listing, Condition missed) {
    String key = missed.holds(listing) == null ? "near_unknown" : "near_missed";
    return words.say(language, key, "name", listing.title(language), "condition", missed.said());
  }

  private Told list(
      List<Listing> fitting, List<Condition> conditions, List<Condition> untold, int unknown) {
    var say = new StringBuilder();
    if (!conditions.isEmpty()) say.append(understood.all(conditions)).append('\n');
    say.append(words.say(language, "these_fit"));
    var sources = new ArrayList<Told.Fact>();
    for (Listing listing : fitting.subList(0, Math.min(MOST, fitting.size()))) {
      Set<String> notions = new LinkedHashSet<>(List.of("price"));
      conditions.forEach(condition -> notions.add(condition.notion()));
      var values = new ArrayList<String>();
      for (String notion : notions) {
        Facts.Fact fact = notion.isEmpty() ? null : facts.own(listing, notion);
        if (fact == null) continue;
        values.add(fact.say());
        sources.add(new Told.Fact(fact.value(), "products.csv#" + listing.sku()));
      }
      String name = listing.title(language) + " (" + listing.sku() + ")";
      say.append('\n')
          .append(
              words.say(language, "of_product", "name", name, "what", String.join("; ", values)));
    }
    if (!untold.isEmpty()) {
      say.append('\n').append(words.say(language, "not_written", "what", understood.list(untold)));
    }
    if (fitting.size() > MOST) {
      say.append('\n').append(words.say(language, "more_fit", "count", fitting.size() - MOST));
    }
    if (unknown > 0)
      say.append('\n').append(words.say(language, "unknown_left_out", "count", unknown));
    return new Told(say.toString(), sources);
  }
}
