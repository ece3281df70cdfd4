package shopcrew.roles.words;

import java.util.List;

/// A short text as a small whole number: "12", "三", "a", "twelve".
public final class Numbers {
  private Numbers() {}

  /// -1 where it is none.
  public static int small(String text) {
    String normal = Normal.text(text);
    if (normal.equals("a") || normal.equals("an")) {
      return 1;
    }
    List<EnglishNumbers.Found> english = EnglishNumbers.in(normal);
    return english.isEmpty() ? Numerals.small(normal) : (int) english.getFirst().value();
  }
}
