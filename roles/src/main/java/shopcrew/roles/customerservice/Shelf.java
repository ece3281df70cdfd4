package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge;
import shopcrew.db.Listing;
import shopcrew.roles.catalogue.Entry;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.words.Normal;

/// Everything that may be told to customers, as it stands now: the listings and the knowledge, each
/// statement with what it is about and where it stands.
final class Shelf {
  private static final Pattern SENTENCES =
      Pattern.compile("(?<=[。！？])\\s*|(?<=[\\p{L}0-9)%][.!?])\\s+(?=[A-Z0-9])");
  private static final Pattern SHORT_SKU = Pattern.compile("[a-z]{1,6}-?\\d{2,6}");
  private static final Pattern MIXED = Pattern.compile("。\\s*[A-Z]");
  private static final int LONG_LINE = 110;

  final Map<String, Listing> listings = new LinkedHashMap<>();
  final List<Line> knowledge = new ArrayList<>();
  final Map<String, List<Line>> sentences = new LinkedHashMap<>();
  final Map<String, List<Line>> titles = new LinkedHashMap<>();
  final ProductFinder finder;
  final Columns columns;
  private final long revision;
  private final LocalDate day;
  private LocalDate over = LocalDate.MAX;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<String>> named = new ConcurrentHashMap<>();
  private int all;

  /// @param revision of what it is made of, or older
  /// @param day on which it is told: a line that is not valid then is not on the shelf
  Shelf(long revision, LocalDate day, List<Listing> listings, List<Knowledge.Section> sections) {
    this.revision = revision;
    this.day = day;
    var names = new LinkedHashSet<String>();
    var entries = new ArrayList<Entry>();
    for (Listing listing : listings) {
      this.listings.put(listing.sku(), listing);
      names.addAll(listing.attributes().keySet());
      entries.add(
          new Entry(
              listing.sku(),
              listing.category(),
              listing.titleZh(),
              listing.titleEn(),
              listing.descZh() + " " + listing.descEn()));
    }
    columns = new Columns(names);
    finder = new ProductFinder(entries);
    for (Listing listing : listings) describe(listing);
    for (Knowledge.Section section : sections) {
      for (Knowledge.Line line : section.lines()) stand(section, line);
    }
  }

  /// The products that a line names in whatever words; looked for once.
  List<String> named(Line line) {
    return named.computeIfAbsent(line.text(), text -> finder.find(text).skus());
  }

  /// Whether it is the shelf of that day, too: nothing has changed, and no line begins or ends.
  boolean serves(long revision, LocalDate day) {
    return this.revision == revision && !day.isBefore(this.day) && day.isBefore(over);
  }

  private void stand(Knowledge.Section section, Knowledge.Line line) {
    LocalDate from = line.from();
    LocalDate until = line.until();
    if (from != null && from.isAfter(day)) over = from.isBefore(over) ? from : over;
    if (!line.validOn(day)) return;
    if (until != null && until.isBefore(over)) over = until.plusDays(1);
    learn(section, line.text());
    if (!line.other().isEmpty()) learn(section, line.other());
  }

  @Nullable Listing listing(String sku) {
    return listings.get(sku);
  }

  /// How much a term tells: the rarer, the more.
  double rarity(String key) {
    return Math.log((all + 2.0) / (counts.getOrDefault(key, 0) + 1.0));
  }

  boolean known(String key) {
    return counts.containsKey(key);
  }

  private void describe(Listing listing) {
    var lines = new ArrayList<Line>();
    for (String title : List.of(listing.titleZh(), listing.titleEn())) {
      if (title.isBlank()) continue;
      titles
          .computeIfAbsent(listing.sku(), sku -> new ArrayList<>())
          .add(line(title, "products.csv#" + listing.sku(), Set.of(listing.sku()), ""));
    }
    for (String text : List.of(listing.descZh(), listing.descEn())) {
      for (String sentence : SENTENCES.split(text)) {
        if (sentence.isBlank()) continue;
        lines.add(line(sentence, "products.csv#" + listing.sku(), Set.of(listing.sku()), ""));
      }
    }
    sentences.put(listing.sku(), lines);
  }

  private void learn(Knowledge.Section section, String text) {
    String source = "knowledge.md#" + section.number();
    boolean chinese = chinese(text);
    // What an owner taught is one statement: half of it could be wrong.
    boolean whole =
        section.number() == Knowledge.OWNERS_SECTION
            || chinese && text.length() <= LONG_LINE && !MIXED.matcher(text).find();
    String[] parts = whole ? new String[] {text} : SENTENCES.split(text);
    for (String part : parts) {
      if (part.isBlank()) continue;
      boolean mixed = chinese && !chinese(part);
      knowledge.add(line(part.strip(), source, skus(part), mixed ? "" : section.title()));
    }
  }

  private Line line(String text, String source, Set<String> skus, String title) {
    String normal = Normal.text(text);
    Set<String> notions = new LinkedHashSet<>(Reading.notions(normal));
    Set<String> stems = Reading.stems(normal);
    var keys = new LinkedHashSet<String>(notions);
    keys.addAll(stems);
    for (int i = 0; i + 1 < normal.length(); i++) {
      if (!Reading.wordless(normal.charAt(i))) continue;
      keys.add(normal.substring(i, i + 2));
      keys.add(normal.substring(i, i + 1));
    }
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    all++;
    Lexicon.GOODS.notions(normal).forEach(notion -> notions.add("goods:" + notion));
    if (!title.isEmpty()) {
      Reading.notions(Normal.text(title)).forEach(notion -> notions.add("title:" + notion));
    }
    return Line.of(text, normal, chinese(text), source, notions, stems, skus);
  }

  private Set<String> skus(String text) {
    var skus = new LinkedHashSet<String>();
    var pieces = SHORT_SKU.matcher(Normal.text(text));
    while (pieces.find()) skus.addAll(finder.find(pieces.group()).skus());
    return skus;
  }

  static boolean chinese(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return han > 1 && han * 5 > text.codePoints().filter(Character::isLetter).count();
  }
}
