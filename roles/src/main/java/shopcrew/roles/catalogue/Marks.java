package shopcrew.roles.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks by which a text can be told: pairs of characters, words, sizes and notions, each with
/// its place. Two texts that share rare marks speak of the same thing.
final class Marks {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("升", "l"),
          Map.entry("liter", "l"),
          Map.entry("litre", "l"),
          Map.entry("liters", "l"),
          Map.entry("litres", "l"),
          Map.entry("litros", "l"),
          Map.entry("毫升", "ml"),
          Map.entry("公斤", "kg"),
          Map.entry("千克", "kg"),
          Map.entry("kilo", "kg"),
          Map.entry("kilos", "kg"),
          Map.entry("克", "g"),
          Map.entry("厘米", "cm"),
          Map.entry("公分", "cm"),
          Map.entry("毫米", "mm"),
          Map.entry("寸", "inch"),
          Map.entry("英寸", "inch"),
          Map.entry("л", "l"),
          Map.entry("кг", "kg"),
          Map.entry("см", "cm"),
          Map.entry("リットル", "l"),
          Map.entry("米", "m"),
          Map.entry("片", "pcs"),
          Map.entry("只", "pcs"),
          Map.entry("只装", "pcs"),
          Map.entry("件套", "pcs"),
          Map.entry("件", "pcs"),
          Map.entry("pack", "pcs"),
          Map.entry("pieces", "pcs"),
          Map.entry("码", "size"));
  private static final Pattern SIZE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s?(毫升|毫米|公斤|千克|厘米|公分|英寸|リットル|只装|件套|升|克|寸|米|片|只|件|码"
              + "|(?:ml|l|kg|g|cm|mm|m|inch|inches|liters?|litres?|litros|kilos?|pack|pieces|w|v|oz|л|кг|см)(?![\\p{L}]))?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

  /// One mark: its key, its place, and how much it says by its kind.
  record Mark(String key, int start, int end, double weight) {}

  private Marks() {}

  static List<Mark> of(String text, Lexicon goods, Lexicon fillers) {
    var marks = new ArrayList<Mark>();
    sizes(text, marks);
    boolean[] idle = new boolean[text.length()];
    for (Lexicon.Span filler : fillers.spans(text)) {
      for (int i = filler.start(); i < filler.end(); i++) idle[i] = true;
    }
    words(text, idle, marks);
    han(text, idle, marks);
    for (Lexicon.Span span : goods.spans(text)) {
      marks.add(new Mark("c:" + span.notion(), span.start(), span.end(), 0.9));
    }
    return marks;
  }

  private static void sizes(String text, List<Mark> marks) {
    Matcher size = SIZE.matcher(text);
    while (size.find()) {
      String number = size.group(1).replaceAll("\\.0+$", "");
      String unit = size.group(2);
      if (unit == null) {
        marks.add(new Mark("n:" + number, size.start(), size.end(), 0.5));
      } else {
        String plain = UNITS.getOrDefault(unit, unit);
        marks.add(new Mark("n:" + number + plain, size.start(), size.end(), 1.1));
        marks.add(new Mark("n:" + number, size.start(), size.end(), 0.4));
      }
    }
  }

  private static void words(String text, boolean[] idle, List<Mark> marks) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (idle[word.start()] || !Lexicon.spaced(text.charAt(word.start()))) continue;
      int end = word.start();
      while (end < word.end() && Lexicon.spaced(text.charAt(end))) end++;
      if (end - word.start() < 2) continue;
      String stem = stem(text.substring(word.start(), end));
      marks.add(new Mark("w:" + stem, word.start(), end, 1));
    }
  }

  static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies"))
      return word.substring(0, word.length() - 3) + "y";
    if (word.length() > 4 && word.matches(".*(?:s|x|z|ch|sh)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static void han(String text, boolean[] idle, List<Mark> marks) {
    for (int i = 0; i < text.length(); i++) {
      if (!wordless(text, i)) continue;
      if (!idle[i]) marks.add(new Mark("u:" + text.charAt(i), i, i + 1, 0.25));
      if (i + 1 < text.length() && wordless(text, i + 1)) {
        marks.add(new Mark("h:" + text.substring(i, i + 2), i, i + 2, 1));
        if (i + 2 < text.length() && wordless(text, i + 2)) {
          marks.add(new Mark("h:" + text.substring(i, i + 3), i, i + 3, 0.5));
        }
      }
    }
  }

  private static boolean wordless(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetter(c) && !Lexicon.spaced(c);
  }
}
