package shopcrew.bot.channel.whatsapp;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts long words into pieces: after a sentence, else between words, else between two whole signs.
/// The white space at a cut goes.
final class Sentences {
  private static final String EASTERN = "。！？；…";
  private static final String WESTERN = ".!?;";
  private static final String CLOSING = "”’\"')）」』】》";
  private static final String PAUSES = "，、：";

  private final String text;
  private final BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);

  private Sentences(String text) {
    this.text = text;
    signs.setText(text);
  }

  /// @param each how long a piece may be once it is written plainly
  /// @param last the same of the last one
  static List<String> split(String text, int each, int last) {
    String whole = strip(text);
    if (whole.isEmpty()) return List.of();
    return new Sentences(whole).pieces(each, last);
  }

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Marks.space(text.charAt(start))) start++;
    while (end > start && Marks.space(text.charAt(end - 1))) end--;
    return text.substring(start, end);
  }

  private List<String> pieces(int each, int last) {
    var pieces = new ArrayList<String>();
    int at = 0;
    while (!fits(at, last)) {
      int end = fits(at, each) ? beforeTail(at, last) : head(at, each);
      pieces.add(strip(text.substring(at, end)));
      at = end;
      while (Marks.space(text.charAt(at))) at++;
    }
    pieces.add(text.substring(at));
    return pieces;
  }

  private int length(int from, int to) {
    return Marks.plain(strip(text.substring(from, to))).length();
  }

  /// Written plainly nothing gets shorter, so most of a long text need not be written for this.
  private boolean fits(int from, int most) {
    return text.length() - from <= most && length(from, text.length()) <= most;
  }

  /// The end of a piece that starts here.
  private int head(int at, int most) {
    int high = Math.min(at + most, text.length() - 1);
    while (true) {
      int end = cut(at, at + (high - at) / 3, high);
      int over = length(at, end) - most;
      if (over <= 0) return end;
      high = Math.max(at + 1, Math.min(high, end) - over);
    }
  }

  /// Where the last piece starts, so that it fits.
  private int beforeTail(int at, int most) {
    int low = Math.max(at, text.length() - most - 1);
    while (true) {
      int end = cut(low, low, text.length() - 1);
      int over = length(end, text.length()) - most;
      if (over <= 0) return end;
      low = Math.min(text.length() - 2, low + over);
    }
  }

  /// The best place behind `low` and not behind `high`; a sentence must end behind `sentence`.
  private int cut(int low, int sentence, int high) {
    for (int end = high; end > sentence; end--) if (endsSentence(end) && whole(end)) return end;
    for (int end = high; end > low; end--) if (endsWord(end) && whole(end)) return end;
    for (int end = high; end > low; end--) if (whole(end)) return end;
    return Character.isLowSurrogate(text.charAt(high)) && high - 1 > low ? high - 1 : high;
  }

  private boolean whole(int end) {
    return signs.isBoundary(end);
  }

  private boolean endsSentence(int end) {
    if (text.charAt(end - 1) == '\n') return true;
    if (CLOSING.indexOf(text.charAt(end)) >= 0 || EASTERN.indexOf(text.charAt(end)) >= 0)
      return false;
    int stop = end - 1;
    while (stop > 0 && CLOSING.indexOf(text.charAt(stop)) >= 0) stop--;
    return EASTERN.indexOf(text.charAt(stop)) >= 0
        || (WESTERN.indexOf(text.charAt(stop)) >= 0 && Marks.space(text.charAt(end)));
  }

  private boolean endsWord(int end) {
    return Marks.space(text.charAt(end))
        || Marks.space(text.charAt(end - 1))
        || PAUSES.indexOf(text.charAt(end - 1)) >= 0;
  }
}
