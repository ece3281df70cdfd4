package shopcrew.bot.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What buyers wrote about what they got; those who got money back are not pleased.
final class ReviewBook {
  static final List<String> COLUMNS =
      List.of(
          "review_id",
          "date",
          "order_id",
          "customer_id",
          "sku",
          "rating",
          "lang",
          "content",
          "reply");
  private static final int PERMILLE_OF_ORDERS = 430;

  private final Words words;
  private final Dice dice;
  private final List<Map<String, String>> sentences;

  private record Review(LocalDate day, Sale sale, String sku, int rating, String text) {}

  ReviewBook(Words words, Dice dice) throws IOException {
    this.words = words;
    this.dice = dice;
    this.sentences = Sheet.read("seed/reviews.csv");
  }

  List<List<?>> about(List<Sale> sales) {
    var reviews = new ArrayList<Review>();
    for (Sale sale : sales) {
      if (sale.fate().delivered().isEmpty() || !dice.chance(PERMILLE_OF_ORDERS)) continue;
      var day = LocalDate.parse(sale.fate().delivered()).plusDays(dice.between(0, 6));
      if (!day.isAfter(SampleShop.TODAY)) reviews.add(review(sale, day));
    }
    reviews.sort(Comparator.comparing(Review::day));
    var rows = new ArrayList<List<?>>();
    for (Review review : reviews) rows.add(row(rows.size() + 1, review));
    return rows;
  }

  private Review review(Sale sale, LocalDate day) {
    Ware ware = dice.pick(sale.lines()).ware();
    boolean pot = ware.sku().startsWith("XM-CH-20");
    int badPermille = sale.fate().refund() > 0 ? 900 : pot ? 330 : 110;
    String mood = dice.chance(badPermille) ? "bad" : dice.chance(130) ? "mixed" : "good";
    int rating =
        switch (mood) {
          case "bad" -> dice.between(1, 2);
          case "mixed" -> dice.between(3, 4);
          default -> dice.chance(800) ? 5 : 4;
        };
    String lang = lang(sale);
    String text = sentence(ware.category(), mood, lang);
    if (dice.chance(400)) text += (lang.equals("zh") ? "，" : " ") + sentence("*", mood, lang);
    return new Review(day, sale, ware.sku(), rating, text);
  }

  private static String lang(Sale sale) {
    return sale.buyer().is("overseas") ? "en" : "zh";
  }

  private String sentence(String group, String mood, String lang) {
    var fitting =
        sentences.stream()
            .filter(s -> Ware.cell(s, "mood").equals(mood) && Ware.cell(s, "lang").equals(lang))
            .toList();
    var own = fitting.stream().filter(s -> Ware.cell(s, "group").equals(group)).toList();
    var any = fitting.stream().filter(s -> Ware.cell(s, "group").equals("*")).toList();
    return Ware.cell(dice.pick(own.isEmpty() ? any : own), "text");
  }

  private List<?> row(int number, Review review) {
    boolean answered = review.rating() < 3 && lang(review.sale()).equals("zh") && dice.chance(400);
    return List.of(
        "R" + (100_000 + number + "").substring(1),
        review.day(),
        review.sale().id(),
        review.sale().buyer().id(),
        review.sku(),
        review.rating(),
        lang(review.sale()),
        review.text(),
        answered ? dice.pick(words.list("reply")) : "");
  }
}
