package shopcrew.roles.product;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.db.Days;
import shopcrew.db.Product;
import shopcrew.db.Review;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Dates;

/// What buyers complain about: topics counted in the reviews, with a sentence of evidence each.
/// Text that tries to give orders is counted apart and never shown.
final class Complaints {
  private static final Pattern PRAISE =
      Pattern.compile("好评|夸|喜欢哪|最喜欢|优点|(?i:people like|love|praise|positive)");
  private static final int MOST_TOPICS = 6;
  private static final int BAD = 3;
  private static final int QUOTE = 40;

  private final Store store;
  private final Topics topics = new Topics();
  private final Planted planted = new Planted();

  Complaints(Store store) {
    this.store = store;
  }

  Told tell(Turn turn, Shelf shelf, Voice voice) {
    Shelf.Meant meant = shelf.meant(turn);
    Days days =
        Dates.in(turn.text(), AsOf.of(store, turn.today()).day())
            .map(range -> new Days(range.start(), range.end()))
            .orElse(Days.always());
    List<String> skus = meant.products().stream().map(Product::sku).toList();
    List<Review> all =
        store.reviews().in(days).stream()
            .filter(review -> meant.nothing() || skus.contains(review.sku()))
            .toList();
    List<Review> honest = all.stream().filter(review -> !planted.in(review.content())).toList();
    var lines = new ArrayList<String>();
    String about =
        meant.nothing()
            ? voice.say("all_products")
            : !meant.category().isEmpty()
                ? meant.category()
                : voice.list(
                    meant.products().stream()
                        .limit(3)
                        .map(p -> p.title(voice.language()))
                        .toList());
    if (honest.isEmpty()) return Told.of(voice.say("reviews_none", "about", about));
    long bad = honest.stream().filter(review -> review.rating() <= BAD).count();
    int stars = honest.stream().mapToInt(Review::rating).sum();
    lines.add(
        voice.say(
            "reviews",
            "about",
            about,
            "count",
            honest.size(),
            "bad",
            bad,
            "stars",
            average(stars, honest.size())));
    boolean praise = PRAISE.matcher(turn.text()).find();
    var facts = new ArrayList<Told.Fact>();
    if (praise) {
      honest.stream()
          .filter(review -> review.rating() == 5)
          .limit(MOST_TOPICS)
          .forEach(review -> lines.add("· “" + Planted.quoted(review.content(), QUOTE) + "”"));
    } else {
      topics(honest, lines, facts, voice);
      if (meant.nothing()) lines.add(worst(honest, shelf, voice));
    }
    int orders = all.size() - honest.size();
    if (orders > 0) lines.add(voice.say("reviews_planted", "count", orders));
    return new Told(String.join("\n", lines), facts);
  }

  private void topics(
      List<Review> reviews, List<String> lines, List<Told.Fact> facts, Voice voice) {
    Map<String, List<Review>> byTopic = new LinkedHashMap<>();
    for (Review review : reviews) {
      for (String topic : topics.in(review.content())) {
        byTopic.computeIfAbsent(topic, key -> new ArrayList<>()).add(review);
      }
    }
    if (byTopic.isEmpty()) lines.add(voice.say("no_topics"));
    byTopic.entrySet().stream()
        .sorted(Comparator.comparingInt(topic -> -topic.getValue().size()))
        .limit(MOST_TOPICS)
        .forEach(
            topic -> {
              Review evidence = topic.getValue().getFirst();
              lines.add(
                  voice.say(
                      "topic",
                      "topic",
                      topics.label(topic.getKey(), voice.language()),
                      "count",
                      topic.getValue().size(),
                      "quote",
                      Planted.quoted(evidence.content(), QUOTE),
                      "id",
                      evidence.id()));
              facts.add(
                  new Told.Fact(topic.getValue().size() + "", "reviews#topic " + topic.getKey()));
            });
  }

  private static String worst(List<Review> reviews, Shelf shelf, Voice voice) {
    Map<String, int[]> sums = new LinkedHashMap<>();
    for (Review review : reviews) {
      int[] sum = sums.computeIfAbsent(review.sku(), key -> new int[2]);
      sum[0]++;
      if (review.rating() <= BAD) sum[1]++;
    }
    List<String> names =
        sums.entrySet().stream()
            .filter(sum -> sum.getValue()[0] >= 5)
            .sorted(Comparator.comparingInt(sum -> -100 * sum.getValue()[1] / sum.getValue()[0]))
            .limit(3)
            .map(
                sum ->
                    shelf
                            .bySku(sum.getKey())
                            .map(p -> p.title(voice.language()))
                            .orElse(sum.getKey())
                        + " ("
                        + Voice.percent(sum.getValue()[1], sum.getValue()[0])
                        + ")")
            .toList();
    return names.isEmpty() ? "" : voice.say("worst_rated", "names", voice.list(names));
  }

  private static String average(int stars, int count) {
    return new java.math.BigDecimal(stars)
        .divide(new java.math.BigDecimal(count), 1, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
