package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopcrew.roles.words.Fuzzy;

/// The pairs of characters and the long words of all titles, found again where they are misspelt.
/// Whatever is near a text shares a piece with it, so only those are compared.
final class Spelling {
  private static final double PAIR = 0.85;
  private static final double WORD = 0.84;
  private static final int LONG_WORD = 6;
  private static final int SHARED = 2;
  private static final int KIND = 2; // "h:" or "w:"

  private final Set<String> known = new HashSet<>();
  private final Map<Character, List<String>> pairs = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();

  /// Takes a mark of a title; what is no pair and no long word is left.
  void learn(String key) {
    String term = key.substring(KIND);
    boolean pair = key.startsWith("h:") && term.length() == 2;
    boolean word = key.startsWith("w:") && term.length() >= LONG_WORD;
    if (!pair && !word || !known.add(key)) return;
    if (word) {
      pieces(term).forEach(it -> words.computeIfAbsent(it, k -> new ArrayList<>()).add(key));
      return;
    }
    for (char c : new char[] {term.charAt(0), term.charAt(1)}) {
      pairs.computeIfAbsent(c, k -> new ArrayList<>()).add(key);
    }
  }

  /// The marks whose words stand in the text, or nearly.
  Set<String> near(String text) {
    var near = new HashSet<String>();
    for (int i = 0; i < text.length(); i++) {
      for (String key : pairs.getOrDefault(text.charAt(i), List.of())) {
        if (!near.contains(key) && alike(text, key) >= PAIR) near.add(key);
      }
    }
    var shared = new HashMap<String, Integer>();
    for (String piece : pieces(text)) {
      words.getOrDefault(piece, List.of()).forEach(key -> shared.merge(key, 1, Integer::sum));
    }
    shared.forEach(
        (key, count) -> {
          if (count >= SHARED && alike(text, key) >= WORD) near.add(key);
        });
    return near;
  }

  private static double alike(String text, String key) {
    return Fuzzy.containsNormal(text, key.substring(KIND));
  }

  private static Set<String> pieces(String text) {
    var pieces = new HashSet<String>();
    for (int i = 0; i + 1 < text.length(); i++) pieces.add(text.substring(i, i + 2));
    return pieces;
  }
}
