package shopcrew.roles.words;

/// How nearly a term stands in a text, typos and sound-alikes forgiven: 1 for the term itself, 0
// for
/// nothing like it. "鞋和" holds 鞋盒 (a character that sounds the same costs little), "wagn" holds
// wagon.
public final class Fuzzy {
  private static final int EDIT = 100;
  private static final int SOUNDS_ALIKE = 25;
  private static final int SWAPPED = 60;
  private static final int LONGEST_TERM = 64;
  private static final int LONGEST_TEXT = 400;

  private Fuzzy() {}

  /// The best likeness of any stretch of the text with the whole term. Both are normalised here; a
  // Latin
  /// term has to begin at the beginning of a word.
  public static double contains(String text, String term) {
    return containsNormal(Normal.text(text), Normal.text(term));
  }

  /// The same for texts that are normal already, for callers with many terms.
  public static double containsNormal(String normalText, String normalTerm) {
    String text =
        normalText.length() > LONGEST_TEXT ? normalText.substring(0, LONGEST_TEXT) : normalText;
    String term =
        normalTerm.length() > LONGEST_TERM ? normalTerm.substring(0, LONGEST_TERM) : normalTerm;
    if (term.isEmpty() || text.isEmpty()) {
      return 0;
    }
    boolean latin = latin(term.charAt(0));
    if (!latin && text.contains(term)) {
      return 1;
    }
    return Math.max(0, 1 - cheapest(text, term, latin) / (double) (EDIT * term.length()));
  }

  /// The likeness of two whole words.
  public static double same(String a, String b) {
    String left = Normal.text(a);
    String right = Normal.text(b);
    int longer = Math.max(left.length(), right.length());
    if (longer == 0 || longer > LONGEST_TEXT) {
      return left.equals(right) ? 1 : 0;
    }
    int[] row = whole(left, right);
    return Math.max(0, 1 - row[right.length()] / (double) (EDIT * longer));
  }

  private static int cheapest(String text, String term, boolean latin) {
    int n = term.length();
    int[] before = new int[n + 1];
    int[] last = new int[n + 1];
    int[] row = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      last[j] = j * EDIT;
    }
    int best = Integer.MAX_VALUE;
    for (int i = 1; i <= text.length(); i++) {
      boolean wordStart =
          i == text.length() || !latin || !latin(text.charAt(i - 1)) || !latin(text.charAt(i));
      row[0] = wordStart || !latin ? 0 : last[0] + EDIT;
      step(text, term, i, before, last, row);
      boolean wordEnd = !latin || i == text.length() || !latin(text.charAt(i));
      best = Math.min(best, row[n] + (wordEnd ? 0 : plural(text, i) ? EDIT / 5 : EDIT));
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return best;
  }

  private static int[] whole(String text, String term) {
    int n = term.length();
    int[] before = new int[n + 1];
    int[] last = new int[n + 1];
    int[] row = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      last[j] = j * EDIT;
    }
    for (int i = 1; i <= text.length(); i++) {
      row[0] = i * EDIT;
      step(text, term, i, before, last, row);
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last;
  }

  private static void step(String text, String term, int i, int[] before, int[] last, int[] row) {
    char c = text.charAt(i - 1);
    for (int j = 1; j <= term.length(); j++) {
      char t = term.charAt(j - 1);
      int cost =
          Math.min(last[j - 1] + change(c, t), Math.min(last[j] + gap(c), row[j - 1] + gap(t)));
      boolean crossed =
          i > 1 && j > 1 && c == term.charAt(j - 2) && text.charAt(i - 2) == t && c != t;
      row[j] = crossed ? Math.min(cost, before[j - 2] + SWAPPED) : cost;
    }
  }

  private static int change(char a, char b) {
    return a == b ? 0 : Sounds.alike(a, b) ? SOUNDS_ALIKE : EDIT;
  }

  private static int gap(char c) {
    return c == ' ' || c == '-' ? EDIT / 10 : EDIT;
  }

  private static boolean plural(String text, int at) {
    int end = text.startsWith("es", at) ? at + 2 : text.charAt(at) == 's' ? at + 1 : at;
    return end > at && (end == text.length() || !latin(text.charAt(end)));
  }

  private static boolean latin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
