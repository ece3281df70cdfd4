package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Normal;

/// What a reply may rest on, line by line: a figure belongs to the line that told it, and a no that
/// was told stays a no.
final class Grounds {
  private static final Pattern LINES = Pattern.compile("\\n|(?<=[。！？；;])|(?<=[.!?])\\s");
  private static final Pattern CLAUSES =
      Pattern.compile("[，,。！!？?；;：:、\\n]|\\.\\s|\\.$|\\s(?:and|but|while|或者|而)\\s");
  private static final Pattern WORD = Pattern.compile("[a-zа-яё'][a-zа-яё']+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/-]\\d+)*");
  private static final Pattern NO =
      Pattern.compile(
          "不(?!错|好意思|过|仅|只|但|同)|没|无|未|别(?!的|处)|勿|\\b(?:no|not|never|without|cannot|none)\\b|n't");
  private static final Pattern QUESTION = Pattern.compile("(.)不\\1|是否|[吗?？]");
  private static final int ALIKE = 50;
  private static final int SURELY_ALIKE = 3;

  private final List<Clause> lines = new ArrayList<>();
  private final List<Clause> clauses = new ArrayList<>();

  /// A stretch of text with what it says.
  private record Clause(String text, Set<String> words, Set<String> numbers, boolean no) {
    static Clause of(String text) {
      return new Clause(text, Grounds.words(text), Grounds.numbers(text), NO.matcher(text).find());
    }

    int shared(Clause other) {
      int shared = 0;
      for (String word : words) if (other.words.contains(word)) shared++;
      return shared;
    }
  }

  Grounds(String told) {
    String text = digits(told);
    for (String line : LINES.split(text)) add(line, lines);
    for (String clause : CLAUSES.split(text)) add(clause, clauses);
  }

  private static void add(String text, List<Clause> to) {
    if (!text.isBlank()) to.add(Clause.of(text));
  }

  /// What the reply says that was told otherwise.
  List<String> contradicted(String said) {
    var found = new ArrayList<String>();
    for (String text : CLAUSES.split(digits(said))) {
      if (text.isBlank()) continue;
      Clause clause = Clause.of(text);
      for (String number : clause.numbers) {
        if (elsewhere(number, clause)) found.add("figure of something else: " + number);
      }
      if (turned(clause)) found.add("the opposite of what was told: " + text.strip());
    }
    return found;
  }

  /// Whether another line fits the clause better than every line with that figure.
  private boolean elsewhere(String number, Clause clause) {
    int with = -1;
    int best = 0;
    for (Clause line : lines) {
      int shared = clause.shared(line);
      if (line.numbers.contains(number)) with = Math.max(with, shared);
      best = Math.max(best, shared);
    }
    return with >= 0 && best > with;
  }

  /// Whether it says yes where the clause that is most like it says no, or the other way round.
  private boolean turned(Clause clause) {
    if (QUESTION.matcher(clause.text).find() || clause.words.size() < 2) return false;
    Set<String> best = Set.of();
    int most = 0;
    boolean same = false;
    for (Clause told : clauses) {
      int shared = clause.shared(told);
      if (shared > most) {
        most = shared;
        best = told.words;
        same = told.no == clause.no;
      } else if (shared == most && told.no == clause.no) {
        same = true;
      }
    }
    int smaller = Math.min(clause.words.size(), best.size());
    boolean alike = most >= SURELY_ALIKE || most > 0 && most * 100 >= smaller * ALIKE;
    return alike && !same;
  }

  static String digits(String text) {
    var digits = new StringBuilder();
    for (String line : text.split("\\n", -1)) digits.append(Digits.of(line)).append('\n');
    return digits.toString();
  }

  static Set<String> numbers(String text) {
    var numbers = new HashSet<String>();
    Matcher number = NUMBER.matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", ""));
    while (number.find()) {
      numbers.add(number.group().replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", ""));
    }
    return numbers;
  }

  /// Pairs of Han characters and words of letters, without what only denies.
  private static Set<String> words(String text) {
    String normal = NO.matcher(Normal.text(text)).replaceAll(" ");
    var words = new HashSet<String>();
    for (int i = 0; i + 1 < normal.length(); i++) {
      if (han(normal.charAt(i)) && han(normal.charAt(i + 1))) words.add(normal.substring(i, i + 2));
    }
    Matcher word = WORD.matcher(normal);
    while (word.find()) if (word.group().length() > 2) words.add(word.group());
    return words;
  }

  private static boolean han(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
