package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.db.Money;
import shopcrew.roles.words.Normal;

/// The bigger or the smaller one of what was just spoken of: "那个大的呢", "and the small one?".
final class Siblings {
  private static final Pattern BIGGER =
      Pattern.compile("大的|大一点|大点|大号|大一号|加大|(?i:\\b(?:big|bigger|biggest|large|larger|largest)\\b)");
  private static final Pattern SMALLER =
      Pattern.compile("小的|小一点|小点|小号|小一号|迷你|(?i:\\b(?:small|smaller|smallest|little|mini)\\b)");
  private static final Pattern LARGE =
      Pattern.compile("大号|加大|大款|特大|(?i:\\b(?:large|xl|xxl|l|big)\\b)");
  private static final Pattern SMALL = Pattern.compile("小号|迷你|小款|(?i:\\b(?:small|mini|s|xs)\\b)");

  private Siblings() {}

  /// Null where the message asks for no other size, or there is none.
  static @Nullable Listing meant(Shelf shelf, Listing before, String message) {
    String text = Normal.text(message);
    boolean bigger = BIGGER.matcher(text).find();
    if (bigger == SMALLER.matcher(text).find()) return null;
    Comparator<Listing> order =
        Comparator.comparing(Listing::price, (a, b) -> plain(a).compareTo(plain(b)));
    List<Listing> others =
        shelf.wares.inCategory(before.category()).stream()
            .map(shelf::listing)
            .filter(it -> it != null && alike(it, before))
            .filter(it -> bigger ? order.compare(it, before) > 0 : order.compare(it, before) < 0)
            .sorted(bigger ? order.reversed() : order)
            .toList();
    Pattern named = bigger ? LARGE : SMALL;
    return others.stream()
        .filter(it -> named.matcher(Normal.text(it.titleZh() + " " + it.titleEn())).find())
        .findFirst()
        .orElse(others.isEmpty() ? null : others.getFirst());
  }

  private static BigDecimal plain(Money price) {
    return new BigDecimal(price.plain().replace(",", ""));
  }

  /// Of another size, but of the same name: half of its characters at least.
  private static boolean alike(Listing one, Listing other) {
    if (one.sku().equals(other.sku())) return false;
    Set<Integer> first = letters(one);
    Set<Integer> second = letters(other);
    Set<Integer> both = new HashSet<>(first);
    both.retainAll(second);
    return both.size() * 2 >= Math.min(first.size(), second.size());
  }

  private static Set<Integer> letters(Listing listing) {
    var letters = new HashSet<Integer>();
    String title = listing.titleZh().isEmpty() ? listing.titleEn() : listing.titleZh();
    Normal.text(title).codePoints().filter(Character::isLetter).forEach(letters::add);
    return letters;
  }
}
