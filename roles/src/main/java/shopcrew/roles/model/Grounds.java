package shopcrew.roles.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Normal;

/// What a reply may rest on, line by line: a figure belongs to the line that told it, and a no that
/// was told stays a no.
final class Grounds {
  private static final List<List<String>> UNITS =
      List.of(
          List.of("小时", "hour"),
          List.of("分钟", "minute"),
          List.of("天", "日", "day"),
          List.of("个月", "月", "month"),
          List.of("周", "星期", "week"),
          List.of("年", "year"),
          List.of("元", "块", "yuan"),
          List.of("万"),
          List.of("折"),
          List.of("%"),
          List.of("cm", "厘米", "公分"),
          List.of("mm", "毫米"),
          List.of("ml", "毫升"),
          List.of("kg", "公斤", "千克"),
          List.of("寸", "英寸", "inch"));
  private static final List<List<String>> OPPOSITES =
      List.of(
          List.of("多", "少"),
          List.of("涨", "跌"),
          List.of("增", "减"),
          List.of("高", "低"),
          List.of("赚", "亏"),
          List.of("以前", "以后"),
          List.of("之前", "之后"),
          List.of("以上", "以下"),
          List.of("more", "less"),
          List.of("more", "fewer"),
          List.of("higher", "lower"),
          List.of("above", "below"),
          List.of("before", "after"),
          List.of("profit", "loss"));
  private static final Pattern LINES = Pattern.compile("\\n|(?<=[。！？；;])|(?<=[.!?])\\s");
  private static final Pattern CLAUSES =
      Pattern.compile("[，,。！!？?；;\\n]|\\.\\s|\\.$|\\s(?:but|while)\\s|但是?|不过");
  private static final Pattern WORD = Pattern.compile("[a-zа-яё'][a-zа-яё']+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/-]\\d+)*");
  private static final Pattern MEASURED =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(" + String.join("|", units()) + ")");
  private static final Pattern NO =
      Pattern.compile(
          "不(?!错|好意思|仅|只|但|同)|没|无|未|别(?!的|处)|勿|除外|\\b(?:no|not|never|without|cannot|none|except|excluding)\\b|n't");
  private static final Pattern MAY =
      Pattern.compile("可以|能够|[能会可]|\\b(?:can|may|could|will|does|do|is|are)\\b");
  private static final Pattern QUESTION = Pattern.compile("(.)不\\1|是否|[吗?？]");
  private static final int ALIKE = 50;
  private static final int SURELY_ALIKE = 3;
  private static final int STEM = 4;
  private static final int ENOUGH = 4;
  private static final int FOUNDED = 30;

  private final String told;
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
    this.told = text;
    for (String line : LINES.split(text)) add(line, lines);
    for (String clause : CLAUSES.split(text)) add(clause, clauses);
  }

  private static void add(String text, List<Clause> to) {
    if (!text.isBlank()) to.add(Clause.of(text));
  }

  /// What the reply says that was told otherwise.
  List<String> contradicted(String said) {
    var found = new ArrayList<>(mismeasured(digits(said)));
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

  /// What the reply says of its own: clauses of which hardly a word was told or asked.
  List<String> unfounded(String said, String asked) {
    var known = new HashSet<>(words(asked));
    for (Clause line : lines) known.addAll(line.words);
    var found = new ArrayList<String>();
    Set<String> all = words(told);
    if (all.size() >= ENOUGH && Collections.disjoint(all, words(said))) {
      found.add("nothing of what was told");
    }
    for (String text : CLAUSES.split(digits(said))) {
      Set<String> words = words(text);
      if (words.size() < ENOUGH) continue;
      long there = words.stream().filter(known::contains).count();
      if (there * 100 < words.size() * (long) FOUNDED) found.add("not told: " + text.strip());
    }
    return found;
  }

  /// A promise that was told with a figure, and is given without it: free from 99 on is not free.
  List<String> unconditional(String said, Pattern promise) {
    String text = Normal.text(said);
    Set<String> figures = numbers(digits(said));
    var found = new ArrayList<String>();
    Matcher piece = promise.matcher(text);
    while (piece.find()) {
      String word = piece.group();
      List<Clause> told = clauses.stream().filter(clause -> clause.text.contains(word)).toList();
      boolean bound =
          !told.isEmpty()
              && told.stream().noneMatch(clause -> clause.numbers.isEmpty())
              && told.stream().noneMatch(clause -> figures.containsAll(clause.numbers));
      if (bound) found.add("condition of " + word);
    }
    return found;
  }

  /// A figure that was told of days and not of hours.
  private List<String> mismeasured(String said) {
    Map<String, Set<String>> measures = measures(told);
    var found = new ArrayList<String>();
    measures(said)
        .forEach(
            (number, units) -> {
              Set<String> right = measures.getOrDefault(number, Set.of());
              if (!right.isEmpty() && !right.containsAll(units)) found.add("unit of " + number);
            });
    return found;
  }

  private static Map<String, Set<String>> measures(String text) {
    var measures = new HashMap<String, Set<String>>();
    Matcher measured = MEASURED.matcher(text);
    while (measured.find()) {
      String unit = measured.group(2);
      for (List<String> same : UNITS) {
        if (same.contains(unit)) {
          measures.computeIfAbsent(measured.group(1), _ -> new HashSet<>()).add(same.getFirst());
        }
      }
    }
    return measures;
  }

  private static List<String> units() {
    return UNITS.stream().flatMap(List::stream).toList();
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
    Clause best = null;
    int most = 0;
    for (Clause told : clauses) {
      int shared = clause.shared(told);
      boolean closer = best == null || told.words.size() < best.words.size();
      if (shared > most || shared == most && shared > 0 && closer) {
        most = shared;
        best = told;
      }
    }
    if (best == null || best.no == clause.no && !opposite(clause.text, best.text)) return false;
    int smaller = Math.min(clause.words.size(), best.words.size());
    return most >= SURELY_ALIKE || most * 100 >= smaller * ALIKE;
  }

  private static boolean opposite(String said, String told) {
    return OPPOSITES.stream()
        .anyMatch(
            pair -> {
              String one = pair.getFirst();
              String other = pair.getLast();
              boolean turned = said.contains(one) && !said.contains(other);
              boolean back = said.contains(other) && !said.contains(one);
              return turned && told.contains(other) && !told.contains(one)
                  || back && told.contains(one) && !told.contains(other);
            });
  }

  static String digits(String text) {
    var digits = new StringBuilder();
    // A full stop of Chinese would become one of a number.
    for (String line : text.replace("。", "\n").split("\\n", -1))
      digits.append(Digits.of(line)).append('\n');
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
    normal = MAY.matcher(normal).replaceAll(" ");
    var words = new HashSet<String>();
    for (int i = 0; i + 1 < normal.length(); i++) {
      if (han(normal.charAt(i)) && han(normal.charAt(i + 1))) words.add(normal.substring(i, i + 2));
    }
    Matcher word = WORD.matcher(normal);
    while (word.find()) {
      String letters = word.group();
      if (letters.length() > 2) words.add(letters.substring(0, Math.min(STEM, letters.length())));
    }
    return words;
  }

  private static boolean han(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
