package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.words.Normal;

/// Everything that may be told to customers, as it stands now: the listings and the knowledge, each
/// statement with what it is about and where it stands.
final class Shelf {
  static final Pattern SENTENCES =
      Pattern.compile("(?<=[。！？])\\s*|(?<=[\\p{L}0-9)%][.!?])\\s+(?=[A-Z0-9])");
  private static final int MOST_READ = 512;

  final Map<String, Listing> listings = new LinkedHashMap<>();
  final Wares wares;
  final Rulebook rules;
  final List<Line> knowledge;
  final ProductFinder finder;
  final Columns columns;
  private final long revision;
  private final BiPredicate<String, Integer> enough;
  private final Map<String, List<Line>> sentences = new ConcurrentHashMap<>();
  private final Map<String, List<Line>> titles = new ConcurrentHashMap<>();

  /// @param revision of what it is made of, or older
  /// @param day on which it is told
  /// @param before what was read before: what has not changed is not read again
  Shelf(
      long revision,
      LocalDate day,
      List<Listing> listings,
      List<Knowledge.Section> sections,
      BiPredicate<String, Integer> enough,
      @Nullable Shelf before) {
    this.enough = enough;
    this.revision = revision;
    listings.forEach(listing -> this.listings.put(listing.sku(), listing));
    wares = before != null && before.wares.serves(listings) ? before.wares : new Wares(listings);
    boolean same = before != null && before.rules.serves(sections, wares, day);
    rules = before != null && same ? before.rules : new Rulebook(sections, wares, day);
    knowledge = rules.lines;
    finder = wares.finder;
    columns = wares.columns;
  }

  /// Whether so many pieces can be sent today.
  boolean enough(String sku, int pieces) {
    return enough.test(sku, pieces);
  }

  /// Whether it is the shelf of that day, too: nothing has changed, and no line begins or ends.
  boolean serves(long revision, LocalDate day) {
    return this.revision == revision && rules.holds(day);
  }

  @Nullable Listing listing(String sku) {
    return listings.get(sku);
  }

  /// How much a term tells: the rarer, the more.
  double rarity(String key) {
    int all = wares.sentences() + knowledge.size();
    return Math.log((all + 2.0) / (wares.count(key) + rules.count(key) + 1.0));
  }

  boolean known(String key) {
    return wares.count(key) + rules.count(key) > 0;
  }

  List<Line> titles(Listing listing) {
    return kept(titles, listing, List.of(listing.titleZh(), listing.titleEn()));
  }

  /// What its description says, sentence by sentence.
  List<Line> sentences(Listing listing) {
    var sentences = new ArrayList<String>();
    for (String text : List.of(listing.descZh(), listing.descEn())) {
      sentences.addAll(List.of(SENTENCES.split(text)));
    }
    return kept(this.sentences, listing, sentences);
  }

  private static List<Line> kept(
      Map<String, List<Line>> kept, Listing listing, List<String> texts) {
    if (kept.size() > MOST_READ) kept.clear();
    String source = "products.csv#" + listing.sku();
    Set<String> skus = Set.of(listing.sku());
    return kept.computeIfAbsent(
        listing.sku(),
        sku ->
            texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> line(text, source, skus, ""))
                .toList());
  }

  static Line line(String text, String source, Set<String> skus, String title) {
    String normal = Normal.text(text);
    Set<String> notions = new LinkedHashSet<>(Reading.notions(normal));
    // From which sum it is free, and what it costs below.
    boolean sums = Evidence.AMOUNT.matcher(normal).results().limit(2).count() > 1;
    if (notions.contains("free_shipping") && sums) notions.add("ship_fee");
    Lexicon.GOODS.notions(normal).forEach(notion -> notions.add("goods:" + notion));
    if (!title.isEmpty()) {
      Reading.notions(Normal.text(title)).forEach(notion -> notions.add("title:" + notion));
    }
    return Line.of(text, normal, chinese(text), source, notions, Reading.stems(normal), skus);
  }

  /// The words by which a normal text can be told: stems, and single characters and pairs.
  static Set<String> keys(String normal, Set<String> stems) {
    var keys = new LinkedHashSet<>(stems);
    for (int i = 0; i + 1 < normal.length(); i++) {
      if (!Reading.wordless(normal.charAt(i))) continue;
      keys.add(normal.substring(i, i + 2));
      keys.add(normal.substring(i, i + 1));
    }
    return keys;
  }

  static boolean chinese(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return han > 1 && han * 5 > text.codePoints().filter(Character::isLetter).count();
  }
}
