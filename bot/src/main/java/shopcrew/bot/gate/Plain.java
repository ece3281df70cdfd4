package shopcrew.bot.gate;

import java.util.regex.Pattern;

/// Words from outside on one line of a card: short, without line breaks, lock signs or links, so
/// that they can imitate neither a card nor a button.
final class Plain {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");
  /// What is the gate's alone, also with invisible signs between its letters.
  private static final Pattern LOCK =
      Pattern.compile(
          "[🔏-🔓🗝🛡]|"
              + parted("g", "1", ":")
              + "|"
              + parted("花", "[钱錢]", "[确確]", "[认認]")
              + "|"
              + parted("spending".split(""))
              + "[\\s\\p{Zs}\\p{Cf}]*"
              + parted("check".split("")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LINK =
      Pattern.compile("(https?://|www\\.)\\S*", Pattern.CASE_INSENSITIVE);

  /// Stands where something was taken out, so that the rest never closes up to a mark again.
  private static final String GAP = "·";

  private Plain() {}

  static String line(String text, int longest) {
    return cut(clean(CONTROL.matcher(text).replaceAll(" ")), longest);
  }

  /// Several lines, for a message of its own.
  static String lines(String text, int longest) {
    return cut(clean(text), longest);
  }

  /// Anybody's words as they are, but for what would look like the gate speaking.
  static String unmarked(String text) {
    return LOCK.matcher(text).replaceAll(GAP);
  }

  private static String clean(String text) {
    return LINK.matcher(unmarked(text)).replaceAll(GAP).strip();
  }

  private static String parted(String... letters) {
    return String.join("\\p{Cf}*", letters);
  }

  private static String cut(String text, int longest) {
    int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }
}
