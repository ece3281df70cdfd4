package shopcrew.bot.gate;

import java.util.regex.Pattern;

/// Words from outside on one line of a card: short, without line breaks, lock signs or links, so
/// that they can imitate neither a card nor a button.
final class Plain {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");
  private static final Pattern LOCK =
      Pattern.compile("[🔏-🔓🗝🛡]|g1:|花钱确认|spending check", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("(https?://|www\\.)\\S*", Pattern.CASE_INSENSITIVE);

  private Plain() {}

  static String line(String text, int longest) {
    return cut(clean(CONTROL.matcher(text).replaceAll(" ")), longest);
  }

  /// Several lines, for a message of its own.
  static String lines(String text, int longest) {
    return cut(clean(text), longest);
  }

  private static String clean(String text) {
    return LINK.matcher(LOCK.matcher(text).replaceAll("")).replaceAll("").strip();
  }

  private static String cut(String text, int longest) {
    int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }
}
