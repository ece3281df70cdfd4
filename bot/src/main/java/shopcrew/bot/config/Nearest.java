package shopcrew.bot.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody may have meant who mistyped a name.
final class Nearest {
  private Nearest() {}

  /// The likeliest of the known names, if any is near enough to be worth saying.
  static Optional<String> to(String typed, Collection<String> known) {
    int most = Math.max(2, typed.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> steps(typed, name)))
        .filter(name -> steps(typed, name) <= most);
  }

  /// How many letters have to be added, left out or changed.
  private static int steps(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) row[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, corner + change);
        corner = above;
      }
    }
    return row[to.length()];
  }
}
