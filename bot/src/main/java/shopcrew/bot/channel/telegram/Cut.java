package shopcrew.bot.channel.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a long text where a reader would pause: after a sentence, else between words, else
/// between two signs, never within one.
final class Cut {
  /// A sign may go on behind the limit: families of emoji do.
  private static final int LOOK_AHEAD = 256;

  private static final String FULL_STOPS = "。！？…；\n";
  private static final String STOPS_BEFORE_A_SPACE = ".!?;:";
  private static final String CLOSING = "”’」』）】》)]}\"'";
  private static final String PAUSES = "，、,：:";

  private Cut() {}

  /// Pieces of at most so many UTF-16 units, none blank; only white space is lost between them.
  static List<String> pieces(String text, int most) {
    var pieces = new ArrayList<String>();
    String rest = text.strip();
    while (rest.length() > most) {
      int at = place(rest, most);
      String head = rest.substring(0, at).stripTrailing();
      if (!head.isEmpty()) pieces.add(head);
      rest = rest.substring(at).stripLeading();
    }
    if (!rest.isEmpty()) pieces.add(rest);
    return pieces;
  }

  /// The beginning of a text, with a sign that it goes on.
  static String beginning(String text, int most) {
    if (text.length() <= most) return text;
    return text.substring(0, between(signs(text, most - 1), text, most - 1)) + "…";
  }

  private static int place(String text, int most) {
    BreakIterator signs = signs(text, most);
    for (int at = most; at > most / 2; at--) {
      if (endsSentence(text, at) && signs.isBoundary(at)) return at;
    }
    for (int at = most; at > most / 2; at--) {
      char before = text.charAt(at - 1);
      boolean parts = Character.isWhitespace(before) || PAUSES.indexOf(before) >= 0;
      if (parts && !insideNumber(text, at) && signs.isBoundary(at)) return at;
    }
    return between(signs, text, most);
  }

  private static BreakIterator signs(String text, int most) {
    var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text.substring(0, Math.min(text.length(), most + LOOK_AHEAD)));
    return signs;
  }

  /// The last place up to `most` between two signs; one that fills all of it is cut somewhere.
  private static int between(BreakIterator signs, String text, int most) {
    int at = signs.isBoundary(most) ? most : signs.preceding(most);
    if (at > 0) return at;
    return Character.isSurrogatePair(text.charAt(most - 1), text.charAt(most)) ? most - 1 : most;
  }

  private static boolean endsSentence(String text, int at) {
    int last = at - 1;
    if (text.charAt(last) == '\n') return true;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) last--;
    char stop = text.charAt(last);
    if (FULL_STOPS.indexOf(stop) >= 0) return CLOSING.indexOf(text.charAt(at)) < 0;
    return STOPS_BEFORE_A_SPACE.indexOf(stop) >= 0 && Character.isWhitespace(text.charAt(at));
  }

  /// 1,200 is one number.
  private static boolean insideNumber(String text, int at) {
    return text.charAt(at - 1) == ',' && Character.isDigit(text.charAt(at));
  }
}
