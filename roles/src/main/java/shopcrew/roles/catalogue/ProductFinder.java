package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.catalogue.Postings.Place;
import shopcrew.roles.words.Normal;

/// Which products a text means: by SKU or a piece of it, by words of the titles in any language, by
/// sizes and short names ("80L", "加大款", "XL"), with typos forgiven. What is rare among the shop's
/// titles says most; words that only name an attribute ("带刹车") say little.
public final class ProductFinder {
  private static final Lexicon ATTRIBUTES = Lexicon.load("shared/attributes.yaml");
  private static final double LEAST = 1.2;
  private static final double NEARLY = 0.8;
  private static final double ATTRIBUTE = 0.25;
  private static final double SOUNDS_LIKE = 0.55;
  private static final int MOST_TOGETHER = 3;
  private static final int REMEMBERED = 64;
  private static final Pattern TOGETHER =
      Pattern.compile("[和跟与及比]|还有|还是|哪个|哪款|区别|\\b(?:vs|and|or|versus|y|und|et|и)\\b|と");
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\d+(?:\\.\\d+)?\\s?[\\p{L}]{0,6}?\\s?(?:以上|以下|以内|以外|左右|之内)"
              + "|(?:至少|超过|不超过|大于|小于|不到|低于|高于|最多|under|over|below|above|at least|more than|less"
              + " than|up to|max(?:imum)?|>=?|<=?|≥|≤)\\s?\\d+(?:\\.\\d+)?\\s?\\p{L}*");

  private final Skus skus;
  private final List<String> products;
  private final double[] titles;
  private final Map<String, Postings> having = new HashMap<>();
  private final Spelling spelling = new Spelling();
  private final Map<String, Found> lately = Collections.synchronizedMap(new Few());

  /// What was looked for last.
  private static final class Few extends LinkedHashMap<String, Found> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
      return size() > REMEMBERED;
    }
  }

  /// What a text says of the products that it may mean.
  private static final class Tally {
    final Map<Integer, Double> typed;
    final double[] strong;
    final double[] slight;
    final double[] said;

    Tally(int products, Map<Integer, Double> typed) {
      this.typed = typed;
      strong = new double[products];
      slight = new double[products];
      said = new double[products];
    }
  }

  private record Scored(int product, double score) {}

  public ProductFinder(List<Entry> entries) {
    products = entries.stream().map(Entry::sku).toList();
    skus = new Skus(products);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      add(i, entry.titleZh() + " " + entry.titleEn(), Place.TITLE);
      add(i, entry.category(), Place.CATEGORY);
      add(i, entry.more(), Place.MORE);
    }
    having.values().forEach(Postings::close);
    titles = titles();
  }

  private void add(int product, String text, Place place) {
    for (Marks.Mark mark : Marks.of(Normal.text(text), Lexicon.GOODS, Lexicon.FILLERS)) {
      if (place == Place.MORE && mark.key().startsWith("u:")) continue;
      having.computeIfAbsent(mark.key(), key -> new Postings()).add(product, place);
      if (place == Place.TITLE) spelling.learn(mark.key());
    }
  }

  private double rarity(@Nullable Postings those) {
    return those == null ? 0 : Math.log((products.size() + 1.0) / those.size());
  }

  /// What the message itself names. The same text is asked about several times on its way.
  public Found find(String message) {
    Found known = lately.get(message);
    if (known != null) return known;
    Found found = looked(message);
    lately.put(message, found);
    return found;
  }

  private Found looked(String message) {
    String text = Normal.text(message);
    Skus.Found bySku = skus.in(text);
    if (!bySku.skus().isEmpty()) return new Found(bySku.skus(), bySku.rest(), true);
    var found = new LinkedHashSet<String>();
    String rest = text;
    int rounds = TOGETHER.matcher(text).find() ? MOST_TOGETHER : 1;
    for (int round = 0; round < rounds; round++) {
      Found next = once(rest, LIMIT.matcher(rest).replaceAll(m -> " ".repeat(m.group().length())));
      if (next.nothing() || round > 0 && next.several()) break;
      found.addAll(next.skus());
      rest = next.rest();
    }
    return new Found(List.copyOf(found), rest, !found.isEmpty());
  }

  /// What the message names, else what was named last before it.
  ///
  /// @param earlier what was said before, the oldest first
  public Found find(String message, List<String> earlier) {
    Found found = find(message);
    for (int i = earlier.size() - 1; found.nothing() && i >= 0; i--) {
      Found before = find(earlier.get(i));
      if (!before.nothing()) return new Found(before.skus(), found.rest(), false);
    }
    return found;
  }

  private Found once(String whole, String text) {
    List<Marks.Mark> marks = Marks.of(text, Lexicon.GOODS, Lexicon.FILLERS);
    List<Lexicon.Span> weak = ATTRIBUTES.spans(text);
    var tally = new Tally(products.size(), typed(weak, text));
    var possible = new BitSet();
    tally.typed.keySet().forEach(possible::set);
    Set<String> counted = new HashSet<>();
    for (Marks.Mark mark : marks) {
      Postings those = having.get(mark.key());
      if (those != null && counted.add(mark.key())) count(mark, those, weak, tally, possible);
    }
    List<Scored> scored = scored(tally, possible);
    if (scored.isEmpty()) return new Found(List.of(), whole, false);
    double best = scored.getFirst().score;
    List<Integer> near =
        scored.stream().filter(s -> s.score >= best * NEARLY).map(Scored::product).toList();
    return new Found(
        near.stream().map(products::get).toList(), blank(whole, marks, near.getFirst()), true);
  }

  /// What one mark says of all products that have it.
  private void count(
      Marks.Mark mark, Postings those, List<Lexicon.Span> weak, Tally tally, BitSet possible) {
    boolean touches = weak.stream().anyMatch(w -> w.start() < mark.end() && mark.start() < w.end());
    boolean inside =
        weak.stream().anyMatch(w -> w.start() <= mark.start() && mark.end() <= w.end());
    boolean little = saysLittle(mark.key());
    boolean pair = mark.key().startsWith("h:");
    double rare = mark.weight() * rarity(those);
    for (int at = 0; at < those.size(); at++) {
      int product = those.product(at);
      Place place = those.place(at);
      double worth = place.worth * rare;
      possible.set(product);
      boolean more = place == Place.MORE;
      if (more ? touches : inside) tally.slight[product] += worth * ATTRIBUTE;
      else if (little || more && pair) tally.slight[product] += worth;
      else tally.strong[product] += worth;
      if (place == Place.TITLE) tally.said[product] += worth;
    }
  }

  /// The likeliest first.
  private List<Scored> scored(Tally tally, BitSet possible) {
    var scored = new ArrayList<Scored>();
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      double strong = tally.strong[i] == 0 ? tally.typed.getOrDefault(i, 0.0) : tally.strong[i];
      if (strong == 0) continue;
      double score = strong + tally.slight[i] + 0.2 * tally.said[i] / (1 + titles[i]);
      if (score >= LEAST) scored.add(new Scored(i, score));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored;
  }

  /// A single character, or a number without its unit: sums and counts have those too.
  private static boolean saysLittle(String key) {
    return key.startsWith("u:")
        || key.startsWith("n:") && Character.isDigit(key.charAt(key.length() - 1));
  }

  /// A pair of characters or a long word that is nearly one of a title's: 鞋和 for 鞋盒. What that
  /// says of each product, by its number.
  private Map<Integer, Double> typed(List<Lexicon.Span> weak, String whole) {
    var strong = new StringBuilder(whole);
    for (Lexicon.Span span : weak) {
      for (int i = span.start(); i < span.end(); i++) strong.setCharAt(i, ' ');
    }
    var typed = new HashMap<Integer, Double>();
    for (String key : spelling.near(strong.toString())) {
      Postings those = having.get(key);
      double worth = rarity(those) * SOUNDS_LIKE;
      for (int at = 0; those != null && worth > 0 && at < those.size(); at++) {
        if (those.place(at) == Place.TITLE) typed.merge(those.product(at), worth, Math::max);
      }
    }
    return typed;
  }

  /// What all marks of a product's titles say together; in a fixed order, so that the same shop
  /// always comes to the same sum.
  private double[] titles() {
    var sums = new double[products.size()];
    for (String key : having.keySet().stream().sorted().toList()) {
      Postings those = having.get(key);
      for (int at = 0; those != null && at < those.size(); at++) {
        if (those.place(at) == Place.TITLE) sums[those.product(at)] += rarity(those);
      }
    }
    return sums;
  }

  private String blank(String text, List<Marks.Mark> marks, int product) {
    StringBuilder rest = new StringBuilder(text);
    for (Marks.Mark mark : marks) {
      boolean names = worth(mark, product) >= 0.5 && !mark.key().startsWith("u:");
      for (int i = mark.start(); names && i < mark.end(); i++) rest.setCharAt(i, ' ');
    }
    String named = rest.toString();
    for (Marks.Mark mark : marks) {
      boolean beside =
          mark.start() > 0 && named.charAt(mark.start() - 1) == ' '
              || mark.end() < named.length() && named.charAt(mark.end()) == ' ';
      if (!mark.key().startsWith("u:") || !beside) continue;
      if (worth(mark, product) >= 0.5) rest.setCharAt(mark.start(), ' ');
    }
    return rest.toString();
  }

  private double worth(Marks.Mark mark, int product) {
    Postings those = having.get(mark.key());
    return those == null ? 0 : those.worth(product);
  }
}
