package shopcrew.bot.channel.whatsapp;

import java.util.regex.Pattern;

/// Keeps words plain: WhatsApp has no escape sign, it reads `*bold*`, `_italic_`, `~struck~`,
/// backticks and line starts as marks, whoever wrote them.
///
/// - A mark inside a word does nothing there (`SKU_12_b`, `5*3*2`) and stays as it is, so that
///   codes can be copied.
/// - Marks that would make a pair are written with a sign that looks the same (`∗`, `＿`, `∼`, `ˋ`).
///   An invisible sign between would not do: apps are known to take it for the edge of a word.
/// - In a link they are written as the link may write them anyway (`%5F`), so that it still leads
///   there.
/// - Before a mark at the start of a line stands a word joiner, which cannot be seen: the line no
///   longer starts with the mark, and what follows is copied without it.
final class Marks {
  static final char JOINER = '\u2060';

  private static final String PAIRS = "*_~";
  private static final String ALL = "*_~`";
  private static final String ALIKE = "∗＿∼ˋ";
  private static final String[] IN_LINKS = {"%2A", "%5F", "%7E", "%60"};
  private static final Pattern LINK = Pattern.compile("https?://[^\\s/?#]+");
  private static final Pattern START =
      Pattern.compile("^([\\s\\p{Z}]*)(?=>|(?:[-*]|\\d{1,9}\\.)(?:[\\s\\p{Z}]|$))");
  private static final int FIRST_OF_EAST_ASIA = 0x2E80;

  private Marks() {}

  static String plain(String text) {
    if (text.chars().noneMatch(c -> "*_~`>-.".indexOf(c) >= 0)) return text;
    var plain = new StringBuilder(text.length() + 8);
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      plain.append(line(text.substring(at, end)));
      if (end < text.length()) plain.append('\n');
      at = end + 1;
    }
    return plain.toString();
  }

  private static String line(String line) {
    boolean[] makesPair = new boolean[line.length()];
    for (int i = 0; i < PAIRS.length(); i++) pairs(line, PAIRS.charAt(i), makesPair);
    boolean[] inLink = links(line);
    var plain = new StringBuilder(line.length() + 4);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!makesPair[i] && c != '`') plain.append(c);
      else if (inLink[i]) plain.append(IN_LINKS[ALL.indexOf(c)]);
      else plain.append(ALIKE.charAt(ALL.indexOf(c)));
    }
    return START.matcher(plain).replaceFirst("$1" + JOINER);
  }

  /// Marks every sign that could open or close, once one that opens stands before one that closes.
  private static void pairs(String line, char mark, boolean[] makesPair) {
    int first = -1;
    int last = -1;
    for (int i = line.indexOf(mark); i >= 0; i = line.indexOf(mark, i + 1)) {
      if (first < 0 && opens(line, i)) first = i;
      if (closes(line, i)) last = i;
    }
    if (first < 0 || last <= first) return;
    for (int i = first; i <= last; i++) {
      if (line.charAt(i) == mark && (opens(line, i) || closes(line, i))) makesPair[i] = true;
    }
  }

  private static boolean opens(String line, int at) {
    return (at == 0 || edge(line.charAt(at - 1)))
        && at + 1 < line.length()
        && !space(line.charAt(at + 1));
  }

  private static boolean closes(String line, int at) {
    return (at + 1 == line.length() || edge(line.charAt(at + 1)))
        && at > 0
        && !space(line.charAt(at - 1));
  }

  /// Everything but letters and digits ends a word; of Chinese letters apps differ, so they do as
  /// well.
  private static boolean edge(char c) {
    return c >= FIRST_OF_EAST_ASIA || !Character.isLetterOrDigit(c);
  }

  static boolean space(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// What stands behind the address of a link, where a sign may be written by its number.
  private static boolean[] links(String line) {
    boolean[] inside = new boolean[line.length()];
    var link = LINK.matcher(line);
    while (link.find()) {
      for (int i = link.end(); i < line.length() && !space(line.charAt(i)); i++) inside[i] = true;
    }
    return inside;
  }
}
