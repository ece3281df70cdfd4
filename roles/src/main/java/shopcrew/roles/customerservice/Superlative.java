package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;

/// The most or the least of something: the cheapest, the lightest, the biggest.
record Superlative(String notion, boolean least) {
  private static final Map<Pattern, Superlative> KINDS =
      Map.of(
          Pattern.compile(
              "(?i)最便宜|最实惠|价格最低|cheapest|lowest priced|least expensive|más barat|günstigst|moins"
                  + " cher"),
          new Superlative("price", true),
          Pattern.compile("(?i)最贵|most expensive"),
          new Superlative("price", false),
          Pattern.compile("(?i)最轻|lightest|más liger|leichtest|plus lég"),
          new Superlative("weight", true),
          Pattern.compile("(?i)容量最大|装得最多|最能装|largest capacity|biggest capacity|most capacity"),
          new Superlative("capacity", false),
          Pattern.compile("(?i)承重最[大高强]|最承重|最能扛|highest load|strongest|carries the most"),
          new Superlative("load", false));
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  static @Nullable Superlative in(String message) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().matcher(message).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /// The one that has it most; of those whose figure is known.
  List<Listing> of(List<Listing> listings, Columns columns) {
    Comparator<Listing> order =
        Comparator.comparing(listing -> figure(listing, columns).orElse(BigDecimal.ZERO));
    return listings.stream()
        .filter(listing -> figure(listing, columns).isPresent())
        .sorted(least ? order : order.reversed())
        .limit(1)
        .toList();
  }

  private Optional<BigDecimal> figure(Listing listing, Columns columns) {
    if (notion.equals("price")) {
      return Optional.of(new BigDecimal(listing.price().plain().replace(",", "")));
    }
    return listing.attributes().entrySet().stream()
        .filter(attribute -> columns.notion(attribute.getKey()).equals(notion))
        .flatMap(attribute -> number(attribute.getValue()).stream())
        .findFirst();
  }

  private static Optional<BigDecimal> number(String value) {
    Matcher number = NUMBER.matcher(value);
    return number.find() ? Optional.of(new BigDecimal(number.group())) : Optional.empty();
  }
}
