package shopcrew.roles.model;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.catalogue.Lexicon;
import shopcrew.roles.words.Normal;

/// A message as a set of small features: Chinese characters alone, in pairs and in threes; words of
/// other scripts alone and in pairs, with their stems; and marks for sums, counts and ids.
final class Features {
  private static final int LONGEST = 600;
  private static final Lexicon TRADE = Lexicon.load("shared/trade.yaml");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:[¥$€]|rmb|cny|usd)\\s*\\d[\\d,.]*|\\d[\\d,.]*\\s*(?:元|块|rmb|cny|usd|yuan|dollars?)");
  private static final Pattern SIZE = Pattern.compile("\\d[\\d.]*\\s*(?:kg|ml|cm|mm|l|g|m)\\b");
  private static final Pattern CODE =
      Pattern.compile("\\b(?=[a-z0-9-]*\\d)[a-z][a-z0-9]*[-\\d][a-z0-9-]*\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");
  private static final Pattern TOKEN = Pattern.compile("<[a-z]+>|[\\p{L}']+|[?!%]");

  private Features() {}

  /// With the notions of another list of words, which count twice as much as a word.
  static Set<String> of(String message, @Nullable Lexicon also) {
    Set<String> features = of(message);
    if (also == null) return features;
    for (String notion : also.notions(Normal.text(message))) {
      features.add("@" + notion);
      features.add("@@" + notion);
    }
    return features;
  }

  static Set<String> of(String message) {
    String text = Normalizer.normalize(message, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST) text = text.substring(0, LONGEST);
    text = MONEY.matcher(text).replaceAll(" <money> ");
    text = SIZE.matcher(text).replaceAll(" <size> ");
    text = CODE.matcher(text).replaceAll(" <code> ");
    text = NUMBER.matcher(text).replaceAll(" <n> ");
    var features = new LinkedHashSet<String>();
    features.add("<bias>");
    features.add(text.length() < 6 ? "<short>" : text.length() > 40 ? "<long>" : "<middle>");
    notions(text, features);
    String before = "^";
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      if (isHan(token.codePointAt(0))) {
        han(token, features);
        before = token.substring(token.length() - 1);
      } else {
        features.add(token);
        features.add(before + " " + token);
        if (token.length() > 5) features.add(token.substring(0, 5) + "~");
        before = token;
      }
    }
    return features;
  }

  /// The notions of the trade, alone and each with the next.
  private static void notions(String text, Set<String> features) {
    String before = "^";
    for (Lexicon.Span span : TRADE.spans(text)) {
      String notion = "#" + span.notion();
      features.add(notion);
      features.add(notion + "+");
      if (!notion.equals(before)) features.add(before + notion);
      before = notion;
    }
  }

  private static void han(String run, Set<String> features) {
    for (int i = 0; i < run.length(); i++) {
      for (int length = 1; length <= 3 && i + length <= run.length(); length++) {
        features.add(run.substring(i, i + length));
      }
    }
    features.add("^" + run.substring(0, Math.min(2, run.length())));
    features.add(run.substring(Math.max(0, run.length() - 2)) + "$");
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
