package shopcrew.bot.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Tastes.Taste;

/// Puts a text as the owners like it. Links, codes, what is quoted and what is called so stay
/// letter by letter.
final class Rewording {
  /// What stands in for a part that stays: it means nothing to anybody.
  private static final char HELD = '\uE000';

  private static final int MOST_HELD = 1_000;
  private static final Pattern AS_IT_IS =
      Pattern.compile(
          "(?:https?://|www\\.)[^\\s，。；）]+|[\\w.+-]+@[\\w-]+\\.[\\w.]+"
              + "|(?=[\\w!-]*\\d)\\w+(?:[!-]+\\w+)+"
              + "|“[^”\\n]*”|「[^」\\n]*」|『[^』\\n]*』|《[^》\\n]*》|\"[^\"\\n]*\"");

  private static final String SPACE = "[ \\t\\u00A0\\u202F]*";
  private static final Pattern EXCLAIMED = Pattern.compile("¡|" + SPACE + "(?:[！!‼❗❕]\\uFE0F?)+");
  private static final Pattern PICTURE =
      Pattern.compile(
          SPACE
              + "(?:(?:\\p{IsEmoji_Presentation}|\\p{IsExtended_Pictographic}\\uFE0F"
              + "|[\\u2600-\\u27BF&&[^★☆]&&\\p{IsExtended_Pictographic}])"
              + "[\\p{IsEmoji_Modifier}\\uFE0F\\u200D]*"
              + SPACE
              + ")+");
  private static final Pattern KEY = Pattern.compile("(?<=[0-9#*])\\uFE0F?\\u20E3");
  private static final Pattern YOU = Pattern.compile("(?<!迷)你(?!们)");

  private Rewording() {}

  /// @param names that stay as they are
  static String of(String text, List<Taste> tastes, List<String> names) {
    List<Taste> meant = tastes.stream().filter(taste -> meant(taste, text)).toList();
    if (meant.isEmpty()) return text;
    var held = new ArrayList<String>();
    String written = text;
    for (String name : names) written = hold(written, Pattern.compile(Pattern.quote(name)), held);
    written = hold(written, AS_IT_IS, held);
    for (Taste taste : meant) written = kept(written, taste);
    for (int i = held.size() - 1; i >= 0; i--) {
      written = written.replace(Character.toString(HELD + i), held.get(i));
    }
    return written.isBlank() ? text : written;
  }

  /// Most texts have nothing in them that anybody dislikes: a glance is enough.
  private static boolean meant(Taste taste, String text) {
    return switch (taste.kind()) {
      case NO_EXCLAMATION -> text.chars().anyMatch(letter -> "!！¡‼❗❕".indexOf(letter) >= 0);
      case NO_EMOJI -> text.codePoints().anyMatch(Rewording::perhapsPicture);
      case NEVER_WORD -> text.toLowerCase(Locale.ROOT).contains(taste.word());
      case POLITE_YOU -> text.indexOf('你') >= 0;
      case FREE -> false;
    };
  }

  private static boolean perhapsPicture(int letter) {
    return letter >= 0x203C && letter < 0x2E80 || letter == 0xFE0F || letter >= 0x1F000;
  }

  private static String hold(String text, Pattern what, List<String> held) {
    return what.matcher(text)
        .replaceAll(
            found -> {
              if (held.size() >= MOST_HELD) return Matcher.quoteReplacement(found.group());
              held.add(found.group());
              return Character.toString(HELD + held.size() - 1);
            });
  }

  private static String kept(String text, Taste taste) {
    return switch (taste.kind()) {
      case NO_EXCLAMATION -> EXCLAIMED.matcher(text).replaceAll(mark -> calm(mark, text));
      case NO_EMOJI -> {
        String plain = KEY.matcher(text).replaceAll("");
        yield PICTURE.matcher(plain).replaceAll(picture -> unpictured(picture, plain));
      }
      case NEVER_WORD -> Sayings.without(text, taste.word());
      case POLITE_YOU -> YOU.matcher(text).replaceAll("您");
      case FREE -> text;
    };
  }

  /// A full stop of the sentence's own script, and none where the sentence is over already.
  private static String calm(MatchResult mark, String text) {
    char before = at(text, mark.start() - 1);
    boolean over =
        "\n。.？?，,；;：:…".indexOf(before) >= 0 || "？?。.".indexOf(at(text, mark.end())) >= 0;
    if (over || mark.group().equals("¡")) return "";
    return han(before) || mark.group().contains("！") ? "。" : ".";
  }

  /// Where a picture was all that stood between two Chinese sentences, a comma stands there.
  private static String unpictured(MatchResult picture, String text) {
    char before = at(text, picture.start() - 1);
    char after = at(text, picture.end());
    if (before == '\n' || after == '\n') return "";
    if (han(before) && said(before) && said(after)) return "，";
    return picture.group().matches(".*[ \\t\\u00A0\\u202F].*") && !han(before) ? " " : "";
  }

  private static char at(String text, int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\n';
  }

  private static boolean said(char letter) {
    return Character.isLetterOrDigit(letter) || letter >= HELD && letter < HELD + MOST_HELD;
  }

  private static boolean han(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN
        || letter >= '\u3000' && letter <= '\u303F'
        || letter >= '\uFF00' && letter <= '\uFFEF';
  }
}
