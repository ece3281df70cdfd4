package shopcrew.roles.customerservice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Catalogue;
import shopcrew.db.DraftOrder;
import shopcrew.db.Listing;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.catalogue.Found;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Moments;
import shopcrew.roles.words.Normal;

/// Makes a draft of what a customer wants to order: which goods, how many, at their list price.
/// What
/// could mean several things is asked back; what the shop may not have goes to a person.
final class Ordering {
  private static final int MOST_LINES = 5;
  private static final int MOST_PIECES = 99;
  private static final int MOST_CHOICES = 4;
  private static final int SHORT_TITLE = 24;
  private static final int SHORTEST_TITLE = 4;
  private static final Pattern OF_THEM = Pattern.compile("(?<![\\w.-])(\\d{1,4}) of\\b");
  private static final Pattern PARTS =
      Pattern.compile("[,，、;；。\\n]+|和|还有|以及|外加|\\s+(?:and|plus)\\s+");

  private final Counter counter;
  private final Catalogue catalogue;
  private final Supplier<Duration> hold;
  private final Words words;

  /// @param hold how long goods are kept for somebody
  Ordering(Counter counter, Catalogue catalogue, Supplier<Duration> hold, Words words) {
    this.counter = counter;
    this.catalogue = catalogue;
    this.hold = hold;
    this.words = words;
  }

  /// What came of one piece of the message: a line, or what is said instead.
  private sealed interface Piece {
    record Line(DraftOrder.Line line, Listing listing) implements Piece {}

    record Other(Outcome outcome) implements Piece {}
  }

  Outcome take(String message, Turn turn) {
    String language = Counter.language(message, turn);
    Shelf shelf = counter.shelf(turn.today());
    List<String> parts = parts(shelf, message);
    var lines = new ArrayList<Piece.Line>();
    if (parts.size() > MOST_LINES) return person(message, words.say(language, "order_by_hand"));
    for (String part : parts) {
      switch (piece(shelf, part, turn, language, message)) {
        case Piece.Line line -> lines.add(line);
        case Piece.Other(Outcome outcome) -> {
          boolean one = parts.size() == 1;
          if (one || outcome instanceof Outcome.ToPerson) return outcome;
          return person(message, words.say(language, "order_by_hand"));
        }
      }
    }
    return draft(shelf, lines, message, turn, language);
  }

  /// The pieces that each name goods and a number of their own; else all of it is one.
  private static List<String> parts(Shelf shelf, String message) {
    List<String> parts =
        PARTS
            .splitAsStream(message)
            .filter(part -> !shelf.finder.find(part).nothing())
            .filter(part -> !Counts.in(shelf.finder.find(part).rest()).isEmpty())
            .toList();
    return parts.size() < 2 ? List.of(message) : parts;
  }

  private Piece piece(Shelf shelf, String part, Turn turn, String language, String message) {
    Found found = shelf.finder.find(part, turn.history().stream().map(Turn.Said::text).toList());
    List<Listing> meant =
        found.skus().stream().map(shelf::listing).filter(Objects::nonNull).toList();
    if (meant.size() > 1) {
      List<Listing> ofColour =
          meant.stream().filter(one -> new Colours(shelf, one).fits(found.rest())).toList();
      if (!ofColour.isEmpty()) meant = ofColour;
    }
    if (meant.isEmpty()) {
      return asks("which_product", words.say(language, "order_what"), List.of());
    }
    if (meant.size() > 1) {
      List<String> choices =
          meant.stream().limit(MOST_CHOICES).map(one -> choice(one, language)).toList();
      return asks("which_sku", words.say(language, "order_which"), choices);
    }
    Listing listing = meant.getFirst();
    int qty = count(withoutTitles(found.rest(), listing));
    if (qty == 0) {
      String say = words.say(language, "order_how_many", "name", name(listing, language));
      return asks("qty", say, choices(language));
    }
    Integer moq = listing.moq();
    if (qty > MOST_PIECES || moq != null && moq > 1 && qty >= moq) {
      var wish = new Outcome.Wish("deal", message, false);
      return new Piece.Other(
          new Outcome.ToPerson(Told.of(words.say(language, "order_bulk")), wish));
    }
    int there = catalogue.available(listing.sku());
    if (there < qty) return new Piece.Other(person(message, tooFew(listing, there, qty, language)));
    return coloured(new Colours(shelf, listing), listing, found.rest(), qty, language);
  }

  private Piece coloured(Colours colours, Listing listing, String rest, int qty, String language) {
    List<String> meant = colours.meant(rest);
    if (meant.size() == 1) {
      return new Piece.Line(
          new DraftOrder.Line(listing.sku(), meant.getFirst(), qty, listing.price()), listing);
    }
    List<String> choices =
        (meant.isEmpty() ? colours.all() : meant)
            .stream().map(colour -> shown(colour, language)).toList();
    String list = String.join(language.equals("zh") ? "、" : ", ", choices);
    String key = meant.isEmpty() ? "order_no_colour" : "order_colour";
    String say = words.say(language, key, "name", name(listing, language), "colours", list);
    return asks("colour", say, choices.stream().limit(MOST_CHOICES).toList());
  }

  private static String shown(String colour, String language) {
    return language.equals("zh") ? colour : Facts.english(colour);
  }

  private Outcome draft(
      Shelf shelf, List<Piece.Line> lines, String message, Turn turn, String language) {
    List<DraftOrder.Line> goods = lines.stream().map(Piece.Line::line).toList();
    Instant until = turn.now().plus(hold.get());
    var items = DraftOrder.of(goods, null, "", until).items();
    boolean elsewhere =
        Places.named(message)
            || turn.history().stream().anyMatch(said -> !said.byUs() && Places.named(said.text()));
    var shipping = elsewhere ? null : Postage.of(items, shelf.knowledge, language);
    DraftOrder draft = DraftOrder.of(goods, shipping, payment(shelf, language), until);
    Told gone = Told.of(words.say(language, "order_gone"));
    return new Outcome.Orders(told(shelf, lines, draft, turn, language), gone, draft, message);
  }

  /// What the shop's own page says first about paying; empty where it says nothing, or a person.
  private static String payment(Shelf shelf, String language) {
    return shelf.knowledge.stream()
        .filter(line -> line.chinese() == language.equals("zh"))
        .filter(line -> line.has("title:payment"))
        .findFirst()
        .map(Line::text)
        .filter(text -> !Answers.PERSON.matcher(text).find())
        .orElse("");
  }

  private Told told(
      Shelf shelf, List<Piece.Line> lines, DraftOrder draft, Turn turn, String language) {
    var facts = new Facts(words, shelf.columns, language);
    var say = new StringBuilder(words.say(language, "order_request"));
    var sources = new ArrayList<Told.Fact>();
    for (Piece.Line piece : lines) {
      DraftOrder.Line line = piece.line();
      Listing listing = piece.listing();
      String colour = line.variant();
      String name = name(listing, language);
      if (!colour.isEmpty()) name += " " + shown(colour, language);
      say.append('\n')
          .append(
              words.say(
                  language,
                  "order_item",
                  "name",
                  name,
                  "count",
                  line.qty(),
                  "price",
                  facts.money(line.price())));
      sources.add(new Told.Fact(facts.money(line.price()), "products.csv#" + line.sku()));
    }
    var shipping = draft.shipping();
    var total = draft.total();
    String items = facts.money(draft.items());
    say.append('\n')
        .append(
            shipping == null || total == null
                ? words.say(language, "order_sum", "items", items)
                : words.say(
                    language,
                    shipping.isZero() ? "order_total_free" : "order_total",
                    "items",
                    items,
                    "shipping",
                    facts.money(shipping),
                    "total",
                    facts.money(total)));
    String until = Moments.say(draft.heldUntil(), turn.zone(), language);
    say.append('\n').append(words.say(language, "order_held", "until", until));
    return new Told(say.toString(), sources);
  }

  private String tooFew(Listing listing, int there, int wanted, String language) {
    return words.say(
        language,
        there == 0 ? "order_none_left" : "order_too_few",
        "name",
        name(listing, language),
        "there",
        there,
        "wanted",
        wanted);
  }

  /// How many; 0 where it is not said, or said in two ways.
  private static int count(String rest) {
    List<Count> counts = Counts.in(rest, true);
    List<Count> measured = counts.stream().filter(count -> !count.unit().isEmpty()).toList();
    List<Count> best = measured.isEmpty() ? counts : measured;
    if (best.isEmpty()) {
      Matcher of = OF_THEM.matcher(Digits.of(rest));
      return of.find() ? Integer.parseInt(of.group(1)) : 0;
    }
    boolean clear = best.stream().map(Count::value).distinct().count() == 1;
    if (!clear || best.getFirst().each()) return 0;
    return (int) Math.min(best.getFirst().value(), Integer.MAX_VALUE);
  }

  /// A title such as "Set of 4" says nothing about how many are wanted; where it was chosen, its
  /// beginning stands in the text.
  private static String withoutTitles(String text, Listing listing) {
    String rest = text;
    for (String title : List.of(listing.titleZh(), listing.titleEn())) {
      String normal = Normal.text(title);
      for (int length = normal.length(); length >= SHORTEST_TITLE; length--) {
        String start = normal.substring(0, length);
        if (!rest.contains(start)) continue;
        rest = rest.replace(start, " ");
        break;
      }
    }
    return rest;
  }

  private List<String> choices(String language) {
    return List.of(1, 2, 3).stream()
        .map(count -> words.say(language, "order_pieces", "count", count))
        .toList();
  }

  private static String choice(Listing listing, String language) {
    String title = listing.title(language);
    return listing.sku() + " " + title.substring(0, Math.min(SHORT_TITLE, title.length()));
  }

  private static String name(Listing listing, String language) {
    return listing.title(language) + " (" + listing.sku() + ")";
  }

  private static Piece asks(String missing, String say, List<String> choices) {
    return new Piece.Other(new Outcome.AsksBack(Told.of(say), List.of(missing), choices));
  }

  private static Outcome person(String message, String say) {
    return new Outcome.ToPerson(Told.of(say), new Outcome.Wish("purchase", message, false));
  }
}
