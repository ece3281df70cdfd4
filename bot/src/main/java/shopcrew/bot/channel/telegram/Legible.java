package shopcrew.bot.channel.telegram;

/// What of a text Telegram takes, and whether anybody would see something of it.
final class Legible {
  private static final String BLANKS = "\u2800\u3164\uFFA0\u115F\u1160";

  private Legible() {}

  /// Without halves of signs and without control signs, which Telegram refuses or drops.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            sign -> {
              if (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
              } else if (sign == '\n' || sign == '\t' || !Character.isISOControl(sign)) {
                clean.appendCodePoint(sign);
              }
            });
    return clean.toString();
  }

  static String line(String text) {
    return clean(text).replaceAll("\\s+", " ").strip();
  }

  /// A message without one such sign is empty to Telegram.
  static boolean isSeen(int sign) {
    return !Character.isWhitespace(sign)
        && !Character.isSpaceChar(sign)
        && Character.getType(sign) != Character.FORMAT
        && Character.getType(sign) != Character.NON_SPACING_MARK
        && Character.getType(sign) != Character.UNASSIGNED
        && BLANKS.indexOf(sign) < 0;
  }

  static boolean isSeen(String text) {
    return text.codePoints().anyMatch(Legible::isSeen);
  }
}
