package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// Takes a text apart into notions and the words that no list knows.
final class Reading {
  /// Parts of things.
  static final Lexicon PARTS = Lexicon.load("shared/parts.yaml");

  private static final Set<String> SLIGHT =
      Set.of(
          "domestic",
          "sunday",
          "saturday",
          "monday",
          "workday",
          "photo",
          "closed",
          "booking",
          "package_list",
          "duration",
          "place",
          "factory",
          "dispatched",
          "sending");
  /// What things look like or are for; the other goods' words are names of things.
  static final Set<String> LOOKS =
      Set.of(
          "size_xl",
          "size_s",
          "light",
          "classic",
          "thick",
          "transparent",
          "outdoor",
          "gift",
          "wheels",
          "beach",
          "offroad",
          "camping",
          "trunk",
          "replacement",
          "wood",
          "pet",
          "kids",
          "pneumatic",
          "canopy",
          "table");
  private static final Pattern LASTING =
      Pattern.compile("多久|多长时间|几天|几个月|几年|多少天|how long|how many (?:days|weeks|months|years)");
  private static final Set<String> MONEY = Set.of("price", "wholesale_price", "moq");
  private static final int ASCII = 128;
  private static final int LONG_WORD = 5;
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]]"
              + "[\\p{L}\\p{M}'&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]-]*");
  private static final Pattern PROPER = Pattern.compile("\\b(?:[A-Z]{2,}[A-Z0-9]*|[A-Z][a-z]+)\\b");

  private Reading() {}

  static Set<String> notions(String normal) {
    return Lexicon.ASKED.notions(normal);
  }

  /// Whether it asks what a product is like, money apart.
  static boolean asksAttribute(String message) {
    return notions(Normal.text(message)).stream()
        .anyMatch(notion -> Columns.isAttribute(notion) && !MONEY.contains(notion));
  }

  static boolean asksMoreThanMoney(String message) {
    return notions(Normal.text(message)).stream().anyMatch(notion -> !MONEY.contains(notion));
  }

  static boolean isPart(Term term) {
    return !term.notion() && !PARTS.notions(term.key()).isEmpty();
  }

  static Set<String> stems(String normal) {
    var stems = new LinkedHashSet<String>();
    Matcher word = WORD.matcher(normal);
    while (word.find()) {
      if (!latin(word.group().charAt(0))) continue;
      stems.add(stem(word.group()));
      for (String part : word.group().split("-")) stems.add(stem(part));
    }
    return stems;
  }

  /// @param typed the message as it was typed: capitals tell names
  /// @param rest the normal text with the product's words blanked out, as long as the normal text
  static List<Term> terms(String typed, String rest) {
    String text = Normal.text(typed);
    boolean blanked = rest.length() == text.length();
    var terms = new ArrayList<Term>();
    boolean[] used = new boolean[text.length()];
    List<Lexicon.Span> spans = Lexicon.ASKED.spans(text);
    for (Lexicon.Span span : spans) {
      if (spans.stream().anyMatch(other -> swallows(other, span))) continue;
      boolean named = blanked && rest.substring(span.start(), span.end()).isBlank();
      boolean slight = SLIGHT.contains(span.notion());
      String said = text.substring(span.start(), span.end());
      terms.add(
          new Term(span.notion(), said, true, named, false, slight, span.start(), span.end()));
      if (LASTING.matcher(said).find() && !span.notion().equals("duration")) {
        terms.add(new Term("duration", said, true, false, false, true, span.start(), span.end()));
      }
      fill(used, span.start(), span.end());
    }
    if (blanked) {
      for (int i = 0; i < rest.length(); i++) if (rest.charAt(i) == ' ') used[i] = true;
    }
    for (Lexicon.Span part : PARTS.spans(text)) {
      boolean named = blanked && rest.substring(part.start(), part.end()).isBlank();
      boolean within =
          spans.stream().anyMatch(s -> s.start() <= part.start() && part.end() <= s.end());
      if (named || within) continue;
      String said = text.substring(part.start(), part.end());
      String key = wordless(said.charAt(0)) ? said : stem(said);
      terms.add(new Term(key, said, false, false, false, false, part.start(), part.end()));
      fill(used, part.start(), part.end());
    }
    for (Lexicon.Span span : longestFirst(Lexicon.FILLERS.spans(text))) {
      boolean mark = mark(typed, text.substring(span.start(), span.end()));
      if (!mark && free(used, span.start(), span.end())) fill(used, span.start(), span.end());
    }
    for (Lexicon.Span span : Lexicon.GOODS.spans(text)) {
      if (span.end() - span.start() < 2
          || LOOKS.contains(span.notion())
          || !free(used, span.start(), span.end())) continue;
      fill(used, span.start(), span.end());
    }
    for (Lexicon.Span span : Lexicon.ASKED.misheard(text, used)) {
      String said = text.substring(span.start(), span.end());
      boolean slight = SLIGHT.contains(span.notion());
      terms.add(
          new Term(span.notion(), said, true, false, false, slight, span.start(), span.end()));
      fill(used, span.start(), span.end());
    }
    words(text, used, proper(typed), terms);
    han(text, used, terms);
    return terms;
  }

  /// 几个颜色 asks for colours, not for how many pieces there are in a set.
  private static boolean swallows(Lexicon.Span other, Lexicon.Span span) {
    boolean overlaps = other.start() < span.end() && span.start() < other.end();
    int longer = other.end() - other.start() - (span.end() - span.start());
    return overlaps && longer > 0 && !other.notion().equals(span.notion());
  }

  private static void words(String text, boolean[] used, Set<String> proper, List<Term> terms) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      int end = word.start();
      while (end < word.end() && (latin(text.charAt(end)) || "'-".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      if (end - word.start() < 4
          && text.charAt(word.start()) < ASCII
          && !proper.contains(text.substring(word.start(), end))) continue;
      if (end - word.start() < 2 || !free(used, word.start(), end)) continue;
      String key = text.substring(word.start(), end);
      String meant =
          key.length() >= LONG_WORD && key.charAt(0) < ASCII ? Lexicon.ASKED.nearest(key) : null;
      if (meant != null && !proper.contains(key)) {
        boolean slight = SLIGHT.contains(meant);
        terms.add(new Term(meant, key, true, false, false, slight, word.start(), end));
        fill(used, word.start(), end);
        continue;
      }
      boolean name = proper.contains(key);
      terms.add(new Term(stem(key), key, false, false, name, false, word.start(), end));
      fill(used, word.start(), end);
    }
  }

  private static void han(String text, boolean[] used, List<Term> terms) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !used[end] && wordless(text.charAt(end))) end++;
      if (end > at) {
        String run = text.substring(at, end);
        boolean kana = run.codePoints().noneMatch(Character::isIdeographic);
        if (!kana || run.length() >= 3) {
          terms.add(new Term(run, run, false, false, false, kana, at, end));
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  /// Whether it is written in capitals among words that are not: GOTS is no "got".
  private static boolean mark(String typed, String word) {
    if (word.length() <= 2 || !latin(word.charAt(0))) return false;
    return typed.contains(word.toUpperCase(Locale.ROOT))
        && typed.matches("(?s).*(?:\\p{Ll}|\\p{IsHan}).*");
  }

  private static Set<String> proper(String typed) {
    String first = typed.strip().split("\\s+", 2)[0];
    return PROPER
        .matcher(typed)
        .results()
        .map(match -> match.group())
        .filter(name -> !name.equals(first) || name.matches("[A-Z]{2,}.*"))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<Lexicon.Span> longestFirst(List<Lexicon.Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparingInt((Lexicon.Span s) -> s.start() - s.end()))
        .toList();
  }

  private static boolean free(boolean[] used, int start, int end) {
    for (int i = start; i < end; i++) if (used[i]) return false;
    return true;
  }

  private static void fill(boolean[] used, int start, int end) {
    for (int i = start; i < end; i++) used[i] = true;
  }

  static String stem(String word) {
    String plain = word.replaceAll("'s?$", "");
    if (plain.length() > 5 && plain.endsWith("ing")) return single(plain, plain.length() - 3);
    if (plain.length() > 4 && plain.endsWith("ed")) return single(plain, plain.length() - 2);
    if (plain.length() > 4 && plain.endsWith("es")) return plain.substring(0, plain.length() - 2);
    return plain.length() > 3 && plain.endsWith("s") && !plain.endsWith("ss")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  /// Its beginning, without a consonant that is doubled for the ending alone: wrapped, wrap.
  private static String single(String word, int end) {
    char last = word.charAt(end - 1);
    boolean doubled = last == word.charAt(end - 2) && "bdgmnprt".indexOf(last) >= 0;
    return word.substring(0, doubled ? end - 1 : end);
  }

  static boolean latin(char c) {
    if (!Character.isLetter(c)) return false;
    if (c < ASCII) return true;
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
      default -> true;
    };
  }

  static boolean wordless(char c) {
    return Character.isLetter(c) && !latin(c);
  }
}
