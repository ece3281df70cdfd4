package shopcrew.roles.customerservice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Entry;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.words.Normal;

/// What all listings say in words, read once: which products say something of a notion, look like
/// it, carry a mark. It serves as long as no text has changed, whatever prices and stock do.
final class Wares {
  private static final Pattern MARKS = Pattern.compile("[;；,，、\\s/]+");
  private static final Pattern NOT_BARE = Pattern.compile("[^a-z0-9]");
  private static final Pattern CATEGORY = Pattern.compile("[/|>]");
  private static final char BETWEEN = '\n';

  final ProductFinder finder;
  final Columns columns;
  private final List<Listing> listings;
  private final Map<String, String> clauses = new HashMap<>();
  private final Map<String, Map<String, Boolean>> told = new HashMap<>();
  private final Map<String, Map<String, Boolean>> looks = new HashMap<>();
  private final Map<String, Set<String>> ofCategory = new LinkedHashMap<>();
  private final Map<String, Set<String>> categoryNouns = new HashMap<>();
  private final Map<String, Set<String>> titleNouns = new HashMap<>();
  private final Map<String, Set<String>> certified = new LinkedHashMap<>();
  private final Map<String, Hues> hues = new HashMap<>();
  private final Set<String> flagged = new HashSet<>();
  private final Set<String> values = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Map<String, Set<String>> units = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> colourNames;
  private int sentences;

  /// The colours of one value of a column: all, and those of each of its parts.
  record Hues(String normal, Set<String> all, List<Set<String>> parts) {}

  Wares(List<Listing> listings) {
    this.listings = List.copyOf(listings);
    columns =
        new Columns(
            listings.stream()
                .flatMap(listing -> listing.attributes().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    finder = new ProductFinder(listings.stream().map(Wares::entry).toList());
    listings.forEach(this::read);
    colourNames = namesOf(hues.values());
  }

  private static Entry entry(Listing listing) {
    return new Entry(
        listing.sku(),
        listing.category(),
        listing.titleZh(),
        listing.titleEn(),
        listing.descZh() + " " + listing.descEn());
  }

  /// Whether these listings say the same in words.
  boolean serves(List<Listing> now) {
    if (now.size() != listings.size()) return false;
    for (int i = 0; i < now.size(); i++) {
      if (!words(now.get(i)).equals(words(listings.get(i)))) return false;
    }
    return true;
  }

  private static List<Object> words(Listing it) {
    return List.of(
        it.sku(),
        it.category(),
        it.titleZh(),
        it.titleEn(),
        it.descZh(),
        it.descEn(),
        it.attributes());
  }

  private void read(Listing listing) {
    String sku = listing.sku();
    var all = new StringBuilder();
    String title = Normal.text(listing.titleZh() + ", " + listing.titleEn());
    String category = Normal.text(listing.category());
    look(sku, category, affirms(category));
    for (String name : List.of(listing.titleZh(), listing.titleEn()))
      count(clauses(sku, name, all));
    for (String text : List.of(listing.descZh(), listing.descEn())) {
      for (String sentence : Shelf.SENTENCES.split(text)) count(clauses(sku, sentence, all));
    }
    String written = Normal.text(String.join(", ", listing.attributes().values()));
    for (String clause : Conditions.CLAUSE.split(written)) all.append(clause).append(BETWEEN);
    clauses.put(sku, all.toString());
    for (String name : CATEGORY.split(category)) {
      add(ofCategory, name.strip(), sku);
    }
    nouns(categoryNouns, category, sku);
    nouns(titleNouns, title, sku);
    listing.attributes().forEach((column, value) -> value(sku, column, value));
  }

  private Set<String> clauses(String sku, String text, StringBuilder all) {
    var keys = new LinkedHashSet<String>();
    if (text.isBlank()) return keys;
    for (String clause : Conditions.CLAUSE.split(Normal.text(text))) {
      boolean yes = affirms(clause);
      Set<String> notions = Reading.notions(clause);
      for (String notion : notions) {
        told.computeIfAbsent(notion, n -> new HashMap<>()).putIfAbsent(sku, yes);
      }
      look(sku, clause, yes);
      keys.addAll(notions);
      keys.addAll(Shelf.keys(clause, Reading.stems(clause)));
      all.append(clause).append(BETWEEN);
    }
    return keys;
  }

  private void look(String sku, String clause, boolean yes) {
    for (String look : Lexicon.GOODS.notions(clause)) {
      if (!Reading.LOOKS.contains(look)) continue;
      looks.computeIfAbsent(look, l -> new HashMap<>()).putIfAbsent(sku, yes);
    }
  }

  private static boolean affirms(String clause) {
    return !Conditions.NOT.matcher(clause).find();
  }

  private void count(Set<String> keys) {
    if (keys.isEmpty()) return;
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    sentences++;
  }

  private static void nouns(Map<String, Set<String>> nouns, String name, String sku) {
    for (String noun : Lexicon.GOODS.notions(name)) add(nouns, noun, sku);
  }

  private void value(String sku, String column, String value) {
    String notion = columns.notion(column);
    if (Facts.flag(value) != null) flagged.add(notion);
    measure(notion, column, value);
    if (read.add(value)) {
      String normal = Normal.text(value);
      values.addAll(Shelf.keys(normal, Reading.stems(normal)));
    }
    if (notion.equals("colors")) hues.computeIfAbsent(value, Wares::read);
    if (!notion.equals("certificate")) return;
    for (String mark : MARKS.split(value)) {
      if (!bare(mark).isEmpty()) add(certified, bare(mark), sku);
    }
  }

  private void measure(String notion, String column, String value) {
    for (Measures.Value one : Measures.in(column, value)) {
      units.computeIfAbsent(notion, n -> new LinkedHashSet<>()).add(one.unit());
    }
  }

  /// The units in which the shop measures it; none where it has no figures of it.
  Set<String> measures(String notion) {
    return units.getOrDefault(notion, Set.of());
  }

  /// What the shop measures in that unit or in one that can be converted.
  List<String> measuredIn(String unit) {
    return units.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(own -> Unit.ratio(own, unit) != null))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Hues read(String colours) {
    String normal = Normal.text(colours);
    return new Hues(
        normal, hues(normal), Arrays.stream(normal.split("[;,/]")).map(Wares::hues).toList());
  }

  private static Set<String> hues(String normal) {
    return Lexicon.COLOURS.notions(normal.replace("+", ";"));
  }

  private static void add(Map<String, Set<String>> skus, String key, String sku) {
    skus.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(sku);
  }

  static String bare(String text) {
    return NOT_BARE.matcher(Normal.text(text)).replaceAll("");
  }

  int sentences() {
    return sentences;
  }

  /// In how many sentences a word or a notion stands.
  int count(String key) {
    return counts.getOrDefault(key, 0);
  }

  /// Whether any listing says something of it in its title or description.
  boolean tells(String notion) {
    return told.containsKey(notion);
  }

  /// Whether the first thing that a listing says of it is yes; null where it says nothing.
  @Nullable Boolean says(String sku, String notion) {
    return told.getOrDefault(notion, Map.of()).get(sku);
  }

  boolean looks(String sku, String look) {
    return looks.getOrDefault(look, Map.of()).getOrDefault(sku, false);
  }

  /// Whether some listing has a yes or a no in the column for it.
  boolean flags(String notion) {
    return flagged.contains(notion);
  }

  /// The marks of the certificates, as bare letters and digits, with who carries them.
  Map<String, Set<String>> certified() {
    return certified;
  }

  /// The names that the shop gives its colours, the longest first.
  List<String> colourNames() {
    return colourNames;
  }

  private static List<String> namesOf(Collection<Hues> hues) {
    return hues.stream()
        .flatMap(value -> Arrays.stream(value.normal.split("[;,/]")))
        .map(String::strip)
        .filter(name -> name.length() > 1)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  Hues hues(Listing listing) {
    for (var attribute : listing.attributes().entrySet()) {
      if (!columns.notion(attribute.getKey()).equals("colors")) continue;
      Hues known = hues.get(attribute.getValue());
      return known == null ? read(attribute.getValue()) : known;
    }
    return read("");
  }

  /// The products whose category the normal text names, or ends: 水壶 of 电水壶.
  Set<String> inCategoryNamed(String text) {
    var skus = new LinkedHashSet<String>();
    int longest = 0;
    for (String category : ofCategory.keySet()) longest = Math.max(longest, ended(text, category));
    if (longest > 0) {
      for (var those : ofCategory.entrySet()) {
        if (ended(text, those.getKey()) == longest) skus.addAll(those.getValue());
      }
      return skus;
    }
    ofCategory.forEach(
        (category, those) -> {
          if (category.length() > 1 && text.contains(category)) skus.addAll(those);
        });
    return skus;
  }

  /// How long an end of a Chinese category stands in the text; at least two characters.
  private static int ended(String text, String category) {
    if (category.isEmpty() || !Reading.wordless(category.charAt(category.length() - 1))) return 0;
    for (int from = 0; from + 1 < category.length(); from++) {
      if (text.contains(category.substring(from))) return category.length() - from;
    }
    return 0;
  }

  /// The products whose category ends with a character of the text: 壶 of 茶壶. The last of them in
  /// the text counts, for it is what is wanted; the rest says what kind.
  Set<String> headed(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      String head = text.substring(i, i + 1);
      if (!Reading.wordless(head.charAt(0))) continue;
      var skus = new LinkedHashSet<String>();
      ofCategory.forEach(
          (category, those) -> {
            if (category.length() > 1 && category.endsWith(head)) skus.addAll(those);
          });
      if (!skus.isEmpty()) return skus;
    }
    return Set.of();
  }

  /// The products of a noun: by category, else by title.
  Collection<String> of(String noun) {
    Set<String> byCategory = categoryNouns.getOrDefault(noun, Set.of());
    return byCategory.isEmpty() ? titleNouns.getOrDefault(noun, Set.of()) : byCategory;
  }

  Set<String> inCategory(String category) {
    String first = CATEGORY.split(Normal.text(category))[0].strip();
    return ofCategory.getOrDefault(first, Set.of());
  }

  /// Whether the first clause with that word says yes to it; null where it stands nowhere.
  @Nullable Boolean stands(String sku, String word) {
    String text = clauses.getOrDefault(sku, "");
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!whole(text, at, word)) continue;
      int start = text.lastIndexOf(BETWEEN, at) + 1;
      int end = text.indexOf(BETWEEN, at);
      return affirms(text.substring(start, end < 0 ? text.length() : end));
    }
    return null;
  }

  boolean standsSomewhere(String word) {
    if (!Reading.wordless(word.charAt(0))) return stands(word);
    for (int i = 0; i + 1 < word.length(); i++) {
      if (!stands(word.substring(i, i + 2))) return false;
    }
    return listings.stream().anyMatch(listing -> stands(listing.sku(), word) != null);
  }

  private boolean stands(String key) {
    return counts.containsKey(key) || values.contains(key);
  }

  /// A word of an alphabet has to stand as a word, whatever its ending.
  private static boolean whole(String text, int at, String word) {
    if (Reading.wordless(word.charAt(0))) return true;
    if (at > 0 && Reading.latin(text.charAt(at - 1))) return false;
    int end = at + word.length();
    while (end < text.length() && Reading.latin(text.charAt(end))) end++;
    return Reading.stem(text.substring(at, end)).equals(word);
  }
}
