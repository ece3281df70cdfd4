package shopcrew.roles.customerservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Listing;
import shopcrew.db.MyOrder;
import shopcrew.db.MyOrders;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;
import shopcrew.roles.catalogue.Found;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Normal;

/// Answers that lie ready for the owners to send with a tap. They hold what any customer may know,
/// or what this one's own order says, and nothing that somebody would have to decide first.
public final class Replies {
  private static final int MOST = 3;
  private static final int FEW = 3;

  private final Words words;
  private final Counter counter;
  private final Function<String, MyOrders> ordersOf;

  public Replies(Shelves shelves, Function<String, MyOrders> ordersOf, Words words) {
    this.words = words;
    this.counter = new Counter(shelves, words);
    this.ordersOf = ordersOf;
  }

  /// @param key which of them it is, the same in every language
  public record Ready(String key, Told told) {}

  /// At most three, in that language; the ones with facts first.
  public List<Ready> to(Turn turn, Outcome.Wish wish, String language) {
    String in = language.equals("zh") ? "zh" : "en";
    var replies = new ArrayList<Ready>();
    switch (wish.kind()) {
      case "deal", "custom" -> {
        add(replies, "reply_deal_price", goods(turn, wish, in, true), in);
        add(
            replies,
            "reply_deal_rule",
            counter.rule(say(in, "reply_deal_subject"), in, turn.today()),
            in);
        add(replies, "reply_deal_ask", in);
        if (replies.size() < MOST) add(replies, "reply_deal_look", in);
      }
      case "complaint", "refund", "order", "safety" -> {
        add(
            replies,
            "reply_grievance_rule",
            counter.grievance(wish.summary(), in, turn.today()),
            in);
        add(replies, "reply_grievance_order", order(turn, in), in);
        add(replies, wish.kind().equals("safety") ? "reply_safety" : "reply_grievance_photo", in);
        if (replies.size() < MOST) add(replies, "reply_look", in);
      }
      case "privacy", "attack", "legal" -> add(replies, "reply_look", in);
      default -> {
        add(replies, "reply_question_facts", goods(turn, wish, in, false), in);
        add(replies, "reply_question_look", in);
        add(replies, "reply_question_more", in);
      }
    }
    return List.copyOf(replies);
  }

  private String say(String language, String key) {
    return words.say(language, key);
  }

  private void add(List<Ready> replies, String key, String language) {
    replies.add(new Ready(key, Told.of(words.say(language, key))));
  }

  /// A rule of which a person decides in each case says nothing to a customer who waits for one.
  private void add(List<Ready> replies, String key, @Nullable Said facts, String language) {
    if (facts == null || facts.ofUs() || replies.size() >= MOST) return;
    String said = facts.text().replace("\n", " ");
    if (language.equals("en") && Shelf.chinese(said)) return;
    String text = words.say(language, key, "facts", said);
    replies.add(new Ready(key, new Told(text, facts.facts())));
  }

  /// The listings that are meant, if they are few.
  static List<Listing> meant(Shelf shelf, Turn turn, Outcome.Wish wish) {
    String asked = withoutCounts(wish.summary());
    Found here = shelf.finder.find(asked);
    Found found =
        here.nothing()
            ? shelf.finder.find(asked, turn.history().stream().map(Turn.Said::text).toList())
            : here;
    if (found.skus().size() > FEW) return List.of();
    return found.skus().stream().map(shelf::listing).filter(Objects::nonNull).toList();
  }

  /// 三个 is no bowl with three parts: a count names nothing.
  private static String withoutCounts(String asked) {
    var text = new StringBuilder(Normal.text(asked));
    for (Count count : Counts.in(asked)) {
      boolean thing = !count.unit().isEmpty() && count.unit().charAt(0) < 128;
      int end = thing ? count.end() - count.unit().length() : count.end();
      for (int i = count.start(); i < end; i++) text.setCharAt(i, ' ');
    }
    return text.toString();
  }

  /// How many are asked for, or 0.
  static long count(Outcome.Wish wish) {
    return Counts.in(wish.summary()).stream().mapToLong(Count::value).max().orElse(0);
  }

  List<Listing> meant(Turn turn, Outcome.Wish wish) {
    return meant(counter.shelf(turn.today()), turn, wish);
  }

  /// Price, and the price for many where so many are asked for, or whether there are any.
  private @Nullable Said goods(Turn turn, Outcome.Wish wish, String language, boolean many) {
    Shelf shelf = counter.shelf(turn.today());
    var facts = new Facts(words, shelf.columns, language);
    var lines = new ArrayList<String>();
    var sources = new ArrayList<Told.Fact>();
    for (Listing listing : meant(shelf, turn, wish)) {
      var notions = new ArrayList<String>(List.of("price"));
      Integer moq = listing.moq();
      if (many && moq != null && count(wish) >= moq) notions.add("wholesale_price");
      if (!many) notions.add("stock");
      var says = new ArrayList<String>();
      for (String notion : notions) {
        Facts.Fact fact = facts.own(listing, notion);
        if (fact == null) continue;
        says.add(fact.say());
        sources.add(
            new Told.Fact(fact.value(), "products.csv#" + listing.sku() + "." + fact.notion()));
      }
      String what = new Voice(words, language).list(says);
      lines.add(words.say(language, "of_product", "name", listing.title(language), "what", what));
    }
    return lines.isEmpty()
        ? null
        : new Said(String.join(language.equals("zh") ? "；" : "; ", lines), sources, false);
  }

  /// The customer's own newest order, once they have shown who they are.
  private @Nullable Said order(Turn turn, String language) {
    if (!(turn.speaker() instanceof Speaker.Customer(String customer)) || customer == null) {
      return null;
    }
    List<MyOrder> all = ordersOf.apply(customer).all();
    if (all.isEmpty()) return null;
    MyOrder order = all.getFirst();
    var says = new ArrayList<String>();
    says.add(
        words.say(language, "order_placed", "day", order.createdAt().toLocalDate().toString()));
    if (order.shippedOn() != null) {
      says.add(words.say(language, "order_shipped_on", "day", order.shippedOn()));
    }
    if (order.deliveredOn() != null) {
      says.add(words.say(language, "order_delivered_on", "day", order.deliveredOn()));
    }
    String text = order.id() + " " + new Voice(words, language).list(says);
    return new Said(text, List.of(new Told.Fact(order.id(), "orders#" + order.id())), false);
  }
}
