package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import shopcrew.roles.words.Fuzzy;
import shopcrew.roles.words.Normal;

/// Which products a text means: by SKU or a piece of it, by words of the titles in any language, by
/// sizes and short names ("80L", "加大款", "XL"), with typos forgiven. What is rare among the shop's
/// titles says most; words that only name an attribute ("带刹车") say little.
public final class ProductFinder {
  private static final double LEAST = 1.2;
  private static final double NEARLY = 0.8;
  private static final double ATTRIBUTE = 0.25;
  private static final double SOUNDS_LIKE = 0.55;
  private static final double MORE = 0.3;
  private static final int MOST_TOGETHER = 3;
  private static final Pattern TOGETHER =
      Pattern.compile("[和跟与及比]|还有|还是|哪个|哪款|区别|\\b(?:vs|and|or|versus|y|und|et|и)\\b|と");
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\d+(?:\\.\\d+)?\\s?[\\p{L}]{0,6}?\\s?(?:以上|以下|以内|以外|左右|之内)"
              + "|(?:至少|超过|不超过|大于|小于|不到|低于|高于|最多|under|over|below|above|at least|more than|less"
              + " than|up to|max(?:imum)?|>=?|<=?|≥|≤)\\s?\\d+(?:\\.\\d+)?\\s?\\p{L}*");

  private final Lexicon goods;
  private final Lexicon attributes;
  private final Lexicon fillers;
  private final Skus skus;
  private final Map<String, Map<String, Double>> marksBySku = new LinkedHashMap<>();
  private final Map<String, Double> rarity = new HashMap<>();

  private record Scored(String sku, double score) {}

  public ProductFinder(List<Entry> entries) {
    goods = Lexicon.load("shared/goods.yaml");
    attributes = Lexicon.load("shared/attributes.yaml");
    fillers = Lexicon.load("shared/fillers.yaml");
    skus = new Skus(entries.stream().map(Entry::sku).toList());
    var counts = new HashMap<String, Integer>();
    for (Entry entry : entries) {
      var marks = new HashMap<String, Double>();
      add(marks, entry.more(), MORE);
      add(marks, entry.category(), 0.7);
      add(marks, entry.titleZh() + " " + entry.titleEn(), 1);
      marksBySku.put(entry.sku(), marks);
      marks.keySet().forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    counts.forEach((key, count) -> rarity.put(key, Math.log((entries.size() + 1.0) / count)));
  }

  private void add(Map<String, Double> marks, String text, double field) {
    for (Marks.Mark mark : Marks.of(Normal.text(text), goods, fillers)) {
      if (field == MORE && mark.key().startsWith("u:")) continue;
      marks.merge(mark.key(), field, Math::max);
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
    List<Marks.Mark> marks = Marks.of(text, goods, fillers);
    List<Lexicon.Span> weak = attributes.spans(text);
    var scored = new ArrayList<Scored>();
    for (var product : marksBySku.entrySet()) {
      double score = score(product.getValue(), marks, weak, text);
      if (score >= LEAST) scored.add(new Scored(product.getKey(), score));
    }
    if (scored.isEmpty()) return new Found(List.of(), whole, false);
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    double best = scored.getFirst().score;
    List<String> near =
        scored.stream().filter(s -> s.score >= best * NEARLY).map(Scored::sku).toList();
    return new Found(near, blank(whole, marks, near), true);
  }

  private double score(
      Map<String, Double> own, List<Marks.Mark> marks, List<Lexicon.Span> weak, String text) {
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
    if (strong == 0) strong = typed(own, weak, text);
    return strong == 0 ? 0 : strong + slight + 0.2 * said / (1 + whole(own));
  }

  /// A single character, or a number without its unit: sums and counts have those too.
  private static boolean saysLittle(String key) {
    return key.startsWith("u:")
        || key.startsWith("n:") && Character.isDigit(key.charAt(key.length() - 1));
  }

  /// A pair of characters or a long word that is nearly one of the title's: 鞋和 for 鞋盒.
  private double typed(Map<String, Double> own, List<Lexicon.Span> weak, String whole) {
    double best = 0;
    StringBuilder strong = new StringBuilder(whole);
    for (Lexicon.Span span : weak) {
      for (int i = span.start(); i < span.end(); i++) strong.setCharAt(i, ' ');
    }
    String text = strong.toString();
    for (var mark : own.entrySet()) {
      String key = mark.getKey();
      boolean pair = key.startsWith("h:") && key.length() == 4;
      boolean word = key.startsWith("w:") && key.length() >= 8;
      if (mark.getValue() < 1 || !pair && !word) continue;
      double worth = rarity.getOrDefault(key, 0.0) * SOUNDS_LIKE;
      if (worth <= best) continue;
      double alike = Fuzzy.containsNormal(text, key.substring(2));
      if (alike < (pair ? 0.85 : 0.84)) continue;
      best = worth;
    }
    return best;
  }

  private double whole(Map<String, Double> own) {
    double sum = 0;
    for (var mark : own.entrySet()) {
      if (mark.getValue() >= 1) sum += rarity.getOrDefault(mark.getKey(), 0.0);
    }
    return sum;
  }

  private String blank(String text, List<Marks.Mark> marks, List<String> near) {
    StringBuilder rest = new StringBuilder(text);
    Map<String, Double> own = marksBySku.getOrDefault(near.getFirst(), Map.of());
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
