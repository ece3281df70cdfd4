package shopcrew.roles.words;

import java.text.Normalizer;
import java.util.Locale;

/// One spelling for matching: half-width, lower case, simplified characters, single blanks.
/// All positions that the parsers of this package return are positions in the normal text, and
/// the normal text of a normal text is itself.
public final class Normal {
  public static final int LONGEST = 4_000;

  private Normal() {}

  public static String text(String typed) {
    String cut = typed.length() <= LONGEST ? typed : cut(typed, LONGEST);
    String folded = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder normal = new StringBuilder(folded.length());
    boolean blank = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = !normal.isEmpty();
      } else if (!unseen(c)) {
        if (blank) {
          normal.append(' ');
          blank = false;
        }
        normal.append(plain(c));
      }
    }
    return cut(normal.toString(), LONGEST).strip();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private static boolean unseen(char c) {
    return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
  }

  private static char plain(char c) {
    return switch (c) {
      case '。', '｡' -> '.';
      case '、' -> ',';
      case '“', '”', '「', '」', '『', '』' -> '"';
      case '‘', '’' -> '\'';
      case '〜', '∼' -> '~';
      case '–', '—', '―', '−', '‐', '‑', '‒' -> '-';
      case '￥' -> '¥';
      case '【' -> '[';
      case '】' -> ']';
      default -> Simplified.of(c);
    };
  }
}
