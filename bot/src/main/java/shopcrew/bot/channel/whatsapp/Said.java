package shopcrew.bot.channel.whatsapp;

/// Words as they can travel.
final class Said {
  private Said() {}

  /// Without control signs and without halves of a sign, which no JSON can carry.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean next = i + 1 < text.length();
      if (Character.isHighSurrogate(c) && next && Character.isLowSurrogate(text.charAt(i + 1))) {
        clean.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        clean.append('\ufffd');
      } else if (c == '\r') {
        if (!next || text.charAt(i + 1) != '\n') clean.append('\n');
      } else {
        clean.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return clean.toString();
  }
}
