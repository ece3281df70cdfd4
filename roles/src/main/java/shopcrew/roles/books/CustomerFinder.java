package shopcrew.roles.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shopcrew.db.Customer;
import shopcrew.roles.words.Normal;

/// Which customer an owner means: by number, or by what stands in name, company and place.
public final class CustomerFinder {
  private static final Pattern ID = Pattern.compile("(?<![\\w-])[A-Za-z]{1,4}-?\\d{2,}(?![\\w-])");
  private static final Pattern SPACED = Pattern.compile("[a-zà-ÿа-яё]{3,}");
  private static final int LEAST = 2;
  private static final List<String> COMMON =
      List.of(
          "客户", "公司", "有限", "老板", "the", "and", "gmbh", "ltd", "inc", "customer", "shop", "store");

  private final List<Customer> customers;

  public CustomerFinder(List<Customer> customers) {
    this.customers = customers;
  }

  private record Scored(Customer customer, int score) {}

  /// The likeliest; several where the words fit several equally well.
  public List<Customer> find(String message) {
    List<String> ids = ID.matcher(message).results().map(match -> match.group()).toList();
    List<Customer> byId =
        customers.stream()
            .filter(customer -> ids.stream().anyMatch(id -> id.equalsIgnoreCase(customer.id())))
            .toList();
    if (!byId.isEmpty() || !ids.isEmpty()) return byId;
    String text = Normal.text(message);
    var scored = new ArrayList<Scored>();
    for (Customer customer : customers) {
      int score = score(customer, text);
      if (score >= LEAST) scored.add(new Scored(customer, score));
    }
    int best = scored.stream().mapToInt(Scored::score).max().orElse(0);
    return scored.stream()
        .filter(one -> one.score == best)
        .sorted(Comparator.comparing(one -> one.customer.id()))
        .map(Scored::customer)
        .toList();
  }

  private static int score(Customer customer, String text) {
    int who = Math.max(alike(customer.company(), text), alike(customer.name(), text));
    if (who < LEAST) return 0;
    int where =
        Stream.of(customer.city(), customer.province(), customer.country())
                .filter(place -> place.length() >= 2)
                .anyMatch(place -> text.contains(place.toLowerCase(Locale.ROOT)))
            ? 1
            : 0;
    return 2 * who + where;
  }

  /// The longest stretch of the name that was said; words of other scripts count whole.
  private static int alike(String name, String text) {
    String normal = Normal.text(name);
    int best = 0;
    var words = SPACED.matcher(normal);
    while (words.find()) {
      String word = words.group();
      if (!COMMON.contains(word) && text.matches("(?s).*(?<![a-z])" + word + "(?![a-z]).*")) {
        best += 2;
      }
    }
    for (int from = 0; from < normal.length(); from++) {
      if (Character.UnicodeScript.of(normal.charAt(from)) != Character.UnicodeScript.HAN) continue;
      for (int to = from + LEAST; to <= normal.length(); to++) {
        String piece = normal.substring(from, to);
        if (!text.contains(piece)) break;
        if (!COMMON.contains(piece)) best = Math.max(best, piece.length());
      }
    }
    return best;
  }
}
