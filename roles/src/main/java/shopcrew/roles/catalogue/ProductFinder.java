package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import shopcrew.roles.words.Normal;

/// Which products a text means: by SKU or a piece of it, by words of the titles in any language, by
/// sizes and short names ("80L", "加大款", "XL"), with typos forgiven. What is rare among the shop's
/// titles says most; words that only name an attribute ("带刹车") say little.
public final class ProductFinder {
  private static final int[] NONE = {};
  private static final Lexicon ATTRIBUTES = Lexicon.load("shared/attributes.yaml");
  private static final double LEAST = 1.2;
  private static final double NEARLY = 0.8;
  private static final double ATTRIBUTE = 0.25;
  private static final double SOUNDS_LIKE = 0.55;
  private static final Double MORE = 0.3;
  private static final Double CATEGORY = 0.7;
  private static final Double TITLE = 1.0;
  private static final int MOST_TOGETHER = 3;
  private static final Pattern TOGETHER =
      Pattern.compile("[和跟与及比]|还有|还是|哪个|哪款|区别|\\b(?:vs|and|or|versus|y|und|et|и)\\b|と");
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\d+(?:\\.\\d+)?\\s?[\\p{L}]{0,6}?\\s?(?:以上|以下|以内|以外|左右|之内)"
              + "|(?:至少|超过|不超过|大于|小于|不到|低于|高于|最多|under|over|below|above|at least|more than|less"
              + " than|up to|max(?:imum)?|>=?|<=?|≥|≤)\\s?\\d+(?:\\.\\d+)?\\s?\\p{L}*");

  private final Skus skus;
  private final List<Own> products = new ArrayList<>();
  private final Map<String, int[]> having = new HashMap<>();
  private final Map<String, Double> rarity = new HashMap<>();
  private final Spelling spelling = new Spelling();

  /// What a product can be told by.
  ///
  /// @param marks how much each says by the place where it stands
  /// @param titles what all marks of its titles say together
  private record Own(String sku, Map<String, Double> marks, double titles) {}

  private record Scored(Own product, double score) {}

  public ProductFinder(List<Entry> entries) {
    skus = new Skus(entries.stream().map(Entry::sku).toList());
    var keys = new HashMap<String, String>();
    var counts = new HashMap<String, Integer>();
    var all = new ArrayList<Map<String, Double>>();
    for (Entry entry : entries) {
      var marks = new HashMap<String, Double>();
      add(marks, keys, entry.more(), MORE);
      add(marks, keys, entry.category(), CATEGORY);
      add(marks, keys, entry.titleZh() + " " + entry.titleEn(), TITLE);
      marks.keySet().forEach(key -> counts.merge(key, 1, Integer::sum));
      all.add(Map.copyOf(marks));
    }
    counts.forEach((key, count) -> rarity.put(key, Math.log((all.size() + 1.0) / count)));
    for (int i = 0; i < all.size(); i++) {
      Map<String, Double> marks = all.get(i);
      products.add(new Own(entries.get(i).sku(), marks, titles(marks)));
      for (var mark : marks.entrySet()) {
        String key = mark.getKey();
        int[] those = having.computeIfAbsent(key, k -> new int[counts.getOrDefault(k, 0)]);
        those[those.length - counts.merge(key, -1, Integer::sum) - 1] = i;
        if (mark.getValue() >= TITLE) spelling.learn(key);
      }
    }
  }

  /// @param keys each key once: thousands of products have the same ones
  private void add(Map<String, Double> marks, Map<String, String> keys, String text, Double field) {
    for (Marks.Mark mark : Marks.of(Normal.text(text), Lexicon.GOODS, Lexicon.FILLERS)) {
      if (field < CATEGORY && mark.key().startsWith("u:")) continue;
      String key = keys.computeIfAbsent(mark.key(), k -> k);
      Double before = marks.get(key);
      if (before == null || before < field) marks.put(key, field);
    }
  }

  /// What the message itself names.
  public Found find(String message) {
    String text = Normal.text(message);
    Skus.Found bySku = skus.in(text);
    if (!bySku.skus().isEmpty()) return new Found(bySku.skus(), bySku.rest(), true);
    var found = new ArrayList<String>();
    String rest = text;
    int rounds = TOGETHER.matcher(text).find() ? MOST_TOGETHER : 1;
    for (int round = 0; round < rounds; round++) {
      Found next = once(rest, LIMIT.matcher(rest).replaceAll(m -> " ".repeat(m.group().length())));
      if (next.nothing() || round > 0 && next.several()) break;
      next.skus().stream().filter(sku -> !found.contains(sku)).forEach(found::add);
      rest = next.rest();
    }
    return new Found(found, rest, !found.isEmpty());
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
    Map<Integer, Double> typed = typed(weak, text);
    var possible = new BitSet();
    typed.keySet().forEach(possible::set);
    for (Marks.Mark mark : marks) {
      for (int i : having.getOrDefault(mark.key(), NONE)) possible.set(i);
    }
    var scored = new ArrayList<Scored>();
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      double score = score(products.get(i), marks, weak, typed.getOrDefault(i, 0.0));
      if (score >= LEAST) scored.add(new Scored(products.get(i), score));
    }
    if (scored.isEmpty()) return new Found(List.of(), whole, false);
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    double best = scored.getFirst().score;
    List<Own> near =
        scored.stream().filter(s -> s.score >= best * NEARLY).map(Scored::product).toList();
    return new Found(
        near.stream().map(Own::sku).toList(), blank(whole, marks, near.getFirst().marks), true);
  }

  private double score(Own product, List<Marks.Mark> marks, List<Lexicon.Span> weak, double typed) {
    Map<String, Double> own = product.marks;
    double strong = 0;
    double slight = 0;
    double said = 0;
    Set<String> counted = new HashSet<>();
    for (Marks.Mark mark : marks) {
      Double field = own.get(mark.key());
      if (field == null || !counted.add(mark.key())) continue;
      double worth = field * mark.weight() * rarity.getOrDefault(mark.key(), 0.0);
      boolean attribute =
          weak.stream()
              .anyMatch(
                  w ->
                      field < 0.5
                          ? w.start() < mark.end() && mark.start() < w.end()
                          : w.start() <= mark.start() && mark.end() <= w.end());
      if (attribute) slight += worth * ATTRIBUTE;
      else if (saysLittle(mark.key())) slight += worth;
      else if (field < 0.5 && mark.key().startsWith("h:")) slight += worth;
      else strong += worth;
      if (field >= 1) said += worth;
    }
    if (strong == 0) strong = typed;
    return strong == 0 ? 0 : strong + slight + 0.2 * said / (1 + product.titles);
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
      double worth = rarity.getOrDefault(key, 0.0) * SOUNDS_LIKE;
      for (int i : having.getOrDefault(key, NONE)) {
        boolean inTitle = products.get(i).marks.getOrDefault(key, 0.0) >= TITLE;
        if (inTitle && worth > 0) typed.merge(i, worth, Math::max);
      }
    }
    return typed;
  }

  /// In a fixed order, so that the same shop always comes to the same sum.
  private double titles(Map<String, Double> own) {
    return own.entrySet().stream()
        .filter(mark -> mark.getValue() >= TITLE)
        .map(Map.Entry::getKey)
        .sorted()
        .mapToDouble(key -> rarity.getOrDefault(key, 0.0))
        .sum();
  }

  private static String blank(String text, List<Marks.Mark> marks, Map<String, Double> own) {
    StringBuilder rest = new StringBuilder(text);
    for (Marks.Mark mark : marks) {
      boolean names = own.getOrDefault(mark.key(), 0.0) >= 0.5 && !mark.key().startsWith("u:");
      for (int i = mark.start(); names && i < mark.end(); i++) rest.setCharAt(i, ' ');
    }
    String named = rest.toString();
    for (Marks.Mark mark : marks) {
      boolean beside =
          mark.start() > 0 && named.charAt(mark.start() - 1) == ' '
              || mark.end() < named.length() && named.charAt(mark.end()) == ' ';
      if (!mark.key().startsWith("u:") || !beside) continue;
      if (own.getOrDefault(mark.key(), 0.0) >= 0.5) rest.setCharAt(mark.start(), ' ');
    }
    return rest.toString();
  }
}
