package shopcrew.roles.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopcrew.db.Days;
import shopcrew.db.Lead;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Review;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// Where the books point for something new: what earns, what enquiries ask for, what buyers miss.
final class NewProducts {
  private static final int HALF_A_YEAR = 182;

  private final Store store;
  private final Topics topics = new Topics();
  private final Planted planted = new Planted();

  NewProducts(Store store) {
    this.store = store;
  }

  Told tell(Turn turn, Shelf shelf, Voice voice) {
    LocalDate day = AsOf.of(store, turn.today()).day();
    Days days = Days.endingOn(day, HALF_A_YEAR);
    var lines = new ArrayList<String>();
    lines.add(voice.say("new_title", "from", days.from(), "to", days.to()));
    byProfit(shelf, days).stream()
        .limit(2)
        .forEach(
            category ->
                lines.add(
                    voice.say(
                        "new_earning",
                        "name",
                        category.getKey(),
                        "profit",
                        voice.money(category.getValue()))));
    asked(shelf).stream()
        .limit(2)
        .forEach(
            asked ->
                lines.add(
                    voice.say(
                        "new_asked",
                        "title",
                        asked.getKey().title(voice.language()),
                        "count",
                        asked.getValue())));
    Cover cover = Cover.of(store, day);
    List<String> missed =
        shelf.onSale().stream()
            .filter(product -> product.stock() <= 0 && cover.soldIn90Days(product) > 0)
            .limit(3)
            .map(product -> product.title(voice.language()))
            .toList();
    if (!missed.isEmpty()) lines.add(voice.say("new_missed", "names", voice.list(missed)));
    complaint(days, voice, lines);
    lines.add(voice.say("new_yours"));
    return Told.of(String.join("\n", lines));
  }

  private List<Map.Entry<String, Money>> byProfit(Shelf shelf, Days days) {
    Map<String, Money> profits = new LinkedHashMap<>();
    for (SalesResult row : store.sales().bySku(days)) {
      shelf
          .bySku(row.key())
          .ifPresent(product -> profits.merge(product.category(), row.profit(), Money::plus));
    }
    return profits.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .sorted(Map.Entry.<String, Money>comparingByValue().reversed())
        .toList();
  }

  private List<Map.Entry<Product, Integer>> asked(Shelf shelf) {
    Map<Product, Integer> counts = new LinkedHashMap<>();
    for (Lead lead : store.leads().all()) {
      shelf.bySku(lead.interestSku()).ifPresent(product -> counts.merge(product, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
        .toList();
  }

  private void complaint(Days days, Voice voice, List<String> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Review review : store.reviews().in(days)) {
      if (planted.in(review.content())) continue;
      topics.in(review.content()).forEach(topic -> counts.merge(topic, 1, Integer::sum));
    }
    counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            top ->
                lines.add(
                    voice.say(
                        "new_complaint",
                        "topic",
                        topics.label(top.getKey(), voice.language()),
                        "count",
                        top.getValue())));
  }
}
