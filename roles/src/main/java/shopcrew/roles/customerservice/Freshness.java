package shopcrew.roles.customerservice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import shopcrew.db.FactTimes;
import shopcrew.db.Listing;
import shopcrew.db.TimeLimits;
import shopcrew.db.TimeLimits.Kind;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Moments;
import shopcrew.roles.words.Normal;

/// What is older than the owners' limit for its kind is said with its time; what is older than
/// twice
/// the limit is not said, but asked of a person.
final class Freshness {
  private static final String PRODUCT = "products.csv#";
  private static final Set<String> DELIVERY = Set.of("ship_time", "delivery_time", "lead_time");

  private final TimeLimits limits;
  private final FactTimes times;
  private final Words words;

  Freshness(TimeLimits limits, FactTimes times, Words words) {
    this.limits = limits;
    this.times = times;
    this.words = words;
  }

  Outcome checked(Outcome outcome, String message, Shelf shelf, Turn turn, String language) {
    if (!(outcome instanceof Outcome.Answer || outcome instanceof Outcome.Orders)) return outcome;
    Map<Kind, Instant> old = old(outcome, message, shelf, turn.now(), language);
    if (old.isEmpty()) return outcome;
    var notes = new ArrayList<String>();
    for (var fact : old.entrySet()) {
      Kind kind = fact.getKey();
      String time = Moments.say(fact.getValue(), turn.zone(), language);
      Duration limit = limits.of(kind).orElseThrow();
      if (age(fact.getValue(), turn.now()).compareTo(limit.multipliedBy(2)) > 0) {
        return new Outcome.ToPerson(
            Told.of(words.say(language, "stale_" + word(kind), "time", time)),
            new Outcome.Wish("question", message, false));
      }
      notes.add(words.say(language, "as_of_" + word(kind), "time", time));
    }
    String note = "\n" + String.join("\n", notes);
    return outcome instanceof Outcome.Orders orders
        ? new Outcome.Orders(
            with(orders.told(), note), orders.gone(), orders.draft(), orders.asked())
        : new Outcome.Answer(with(outcome.told(), note));
  }

  /// The kinds of which something beyond its limit would be said, each with its oldest time.
  private Map<Kind, Instant> old(
      Outcome outcome, String message, Shelf shelf, Instant now, String language) {
    var old = new EnumMap<Kind, Instant>(Kind.class);
    for (Kind kind : List.of(Kind.STOCK, Kind.PRICE, Kind.DELIVERY)) {
      Duration limit = limits.of(kind).orElse(null);
      if (limit == null) continue;
      for (Told.Fact fact : outcome.told().facts()) {
        if (!is(kind, fact, outcome, message, shelf, language)) continue;
        times
            .of(kind, sku(fact))
            .filter(at -> age(at, now).compareTo(limit) > 0)
            .ifPresent(
                at -> old.merge(kind, at, (one, other) -> one.isBefore(other) ? one : other));
      }
    }
    return old;
  }

  private boolean is(
      Kind kind, Told.Fact fact, Outcome outcome, String message, Shelf shelf, String language) {
    Listing listing = shelf.listing(sku(fact));
    return switch (kind) {
      case PRICE ->
          listing != null
              && fact.value()
                  .equals(new Facts(words, shelf.columns, language).money(listing.price()));
      case STOCK ->
          outcome instanceof Outcome.Orders
              || fact.value().equals(words.say(language, "in_stock"))
              || fact.value().equals(words.say(language, "out_of_stock"));
      case DELIVERY -> Reading.notions(Normal.text(message)).stream().anyMatch(DELIVERY::contains);
      case HOLD -> false;
    };
  }

  private static String sku(Told.Fact fact) {
    return fact.source().startsWith(PRODUCT) ? fact.source().substring(PRODUCT.length()) : "";
  }

  private static Duration age(Instant at, Instant now) {
    return Duration.between(at, now);
  }

  private static Told with(Told told, String note) {
    return new Told(told.say() + note, told.facts());
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
