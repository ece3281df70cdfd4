package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.prompts.Prompts;
import shopcrew.roles.words.Fuzzy;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Sounds;

/// Words that mean the same, in any language: "承重", "load", "нагрузка" are one notion. A word with
/// a star stands for all its endings.
public final class Lexicon {
  private static final Comparator<Word> LONGEST_FIRST =
      Comparator.comparingInt((Word word) -> word.text.length()).reversed();

  /// What shops sell.
  public static final Lexicon GOODS = load("shared/goods.yaml");

  /// What is asked of goods and of a shop: attributes, and subjects of rules.
  public static final Lexicon ASKED = load("shared/attributes.yaml", "shared/topics.yaml");

  /// The colours.
  public static final Lexicon COLOURS = load("shared/colours.yaml");

  /// What says nothing of its own: "please", "那个".
  public static final Lexicon FILLERS = load("shared/fillers.yaml");

  private static final int ASCII = 128;
  private static final double ALIKE = 0.84;
  private final Map<Character, List<Word>> byFirst = new HashMap<>();
  private final Map<Integer, List<Word>> bySound = new HashMap<>();

  private record Word(String notion, String text, boolean open) {}

  /// Where a notion stands in a normal text.
  public record Span(String notion, int start, int end) {}

  /// Reads word lists: a map from notion to words, or to a map with `words`.
  public static Lexicon load(String... paths) {
    var lexicon = new Lexicon();
    for (String path : paths) {
      Prompts.terms(path).forEach((notion, words) -> lexicon.add(notion.toString(), words));
    }
    lexicon.byFirst.values().forEach(list -> list.sort(LONGEST_FIRST));
    lexicon.hear();
    return lexicon;
  }

  private void hear() {
    for (List<Word> words : byFirst.values()) {
      for (Word word : words) {
        boolean han = word.text.codePoints().allMatch(Character::isIdeographic);
        if (!han || word.text.length() < 2) continue;
        bySound.computeIfAbsent(Sounds.of(word.text.charAt(0)), c -> new ArrayList<>()).add(word);
      }
    }
  }

  private void add(String notion, Object words) {
    Object list = words instanceof Map<?, ?> map ? map.get("words") : words;
    if (!(list instanceof Collection<?> collection)) return;
    for (Object entry : collection) {
      String word = Normal.text(entry.toString());
      boolean open = word.endsWith("*");
      if (open) word = word.substring(0, word.length() - 1);
      if (word.isEmpty()) continue;
      byFirst
          .computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
          .add(new Word(notion, word, open));
    }
  }

  /// Every notion of a normal text; at one place the longest words win.
  public List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    for (int at = 0; at < text.length(); at++) {
      boolean latin = spaced(text.charAt(at));
      if (latin && at > 0 && spaced(text.charAt(at - 1))) continue;
      for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
        int end = end(text, at, word);
        if (end > 0) spans.add(new Span(word.notion, at, end));
      }
    }
    return longest(spans);
  }

  /// The notion of a word that is nearly this one ("retrun"), or null.
  public @Nullable String nearest(String word) {
    Word best = null;
    double most = ALIKE;
    for (Word known : byFirst.getOrDefault(word.charAt(0), List.of())) {
      if (Math.abs(known.text.length() - word.length()) > 1 || known.text.length() < 5) continue;
      double alike = Fuzzy.same(word, known.text);
      if (alike > most) {
        most = alike;
        best = known;
      }
    }
    return best == null ? null : best.notion;
  }

  /// Words of Chinese characters that only sound as they are written here, at least one character
  /// being right: 食品集 for 食品级. Only what is free is looked at.
  public List<Span> misheard(String text, boolean[] used) {
    var spans = new ArrayList<Span>();
    for (int at = 0; at + 1 < text.length(); at++) {
      Word best = null;
      for (Word word : bySound.getOrDefault(Sounds.of(text.charAt(at)), List.of())) {
        boolean longer = best == null || word.text.length() > best.text.length();
        if (longer && alike(text, at, word.text, used)) best = word;
      }
      if (best == null) continue;
      spans.add(new Span(best.notion, at, at + best.text.length()));
      at += best.text.length() - 1;
    }
    return spans;
  }

  private static boolean alike(String text, int at, String word, boolean[] used) {
    if (at + word.length() > text.length()) return false;
    int wrong = 0;
    for (int i = 0; i < word.length(); i++) {
      char written = text.charAt(at + i);
      if (used[at + i]) return false;
      if (written == word.charAt(i)) continue;
      if (++wrong > 1 || !Sounds.alike(written, word.charAt(i))) return false;
    }
    return wrong == 1;
  }

  public Set<String> notions(String text) {
    return spans(text).stream()
        .map(Span::notion)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// A shorter word inside a longer one says nothing of its own: 充电 in 充电宝.
  private static List<Span> longest(List<Span> spans) {
    return spans.stream()
        .filter(
            span ->
                spans.stream()
                    .noneMatch(
                        other ->
                            other.start <= span.start
                                && other.end >= span.end
                                && other.end - other.start > span.end - span.start))
        .distinct()
        .toList();
  }

  private static int end(String text, int at, Word word) {
    if (!text.startsWith(word.text, at)) return -1;
    int end = at + word.text.length();
    if (!spaced(text.charAt(end - 1))) return end;
    int last = end;
    while (last < text.length() && spaced(text.charAt(last))) last++;
    String ending = text.substring(end, last);
    return word.open || ending.isEmpty() || ending.equals("s") || ending.equals("es") ? last : -1;
  }

  /// Whether the character belongs to a script that writes blanks between words.
  static boolean spaced(char c) {
    if (!Character.isLetterOrDigit(c)) return false;
    if (c < ASCII) return true;
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
      default -> true;
    };
  }
}
