package shopcrew.roles.customerservice;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Identification;
import shopcrew.db.Listing;
import shopcrew.db.MyOrder;
import shopcrew.db.MyOrders;
import shopcrew.db.OrderState;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// A customer's own orders. Of any other order it says neither what it is nor whether it exists.
final class OrderDesk {
  private static final Pattern ID =
      Pattern.compile(
          "(?<![\\p{Alnum}-])[A-Za-z]{0,6}[-_#]?\\d{4,}(?:[-_]\\d{1,10})*(?![\\p{Alnum}-])");
  private static final Pattern LAST_FOUR =
      Pattern.compile("(?<![\\p{Alnum}-])\\d{4}(?![\\p{Alnum}-])");
  private static final Pattern WAITING =
      Pattern.compile(
          "(?i)发货|没发|还没发|发了没|寄|shipped|ship|sent|dispatch|enviad|отправ|発送|versand|expédi");
  private static final Pattern REFUND =
      Pattern.compile("(?i)退款|退了|退多少|赔|refund|reembols|возврат|返金|erstatt|rembours");
  private static final int MOST_TRIES = 5;

  private final Words words;
  private final Identification identification;

  OrderDesk(Words words, Identification identification) {
    this.words = words;
    this.identification = identification;
  }

  /// The identified customer's own orders.
  Outcome status(
      String message, MyOrders mine, Set<String> skus, Turn turn, Shelf shelf, String language) {
    List<String> ids = ids(message);
    if (ids.isEmpty()) ids = earlierIds(turn, mine);
    if (ids.isEmpty()) {
      return newest(message, mine.all(), skus)
          .map(order -> answer(order, shelf, language))
          .orElseGet(() -> new Outcome.Answer(Told.of(words.say(language, "no_orders"))));
    }
    Optional<MyOrder> order = ids.stream().flatMap(id -> named(id, mine).stream()).findFirst();
    if (order.isPresent()) return answer(order.get(), shelf, language);
    return new Outcome.Answer(Told.of(words.say(language, "not_yours")));
  }

  /// The identified customer wants something changed about an own order: the owner gets it with the
  /// order and how it stands, the customer the rule and that a person does it.
  ///
  /// @param rule what the shop's rules say about it, if they do
  Outcome change(
      String message,
      MyOrders mine,
      Set<String> skus,
      Turn turn,
      Shelf shelf,
      String language,
      @Nullable Said rule) {
    List<String> ids = ids(message);
    if (ids.isEmpty()) ids = earlierIds(turn, mine);
    List<MyOrder> all = mine.all();
    Optional<MyOrder> named = ids.stream().flatMap(id -> named(id, mine).stream()).findFirst();
    if (named.isEmpty() && !ids.isEmpty()) {
      return new Outcome.Answer(Told.of(words.say(language, "not_yours")));
    }
    Optional<MyOrder> meant = named.or(() -> changeable(all, skus));
    String person = words.say(language, "order_wish");
    var say = new StringBuilder();
    var sources = new ArrayList<Told.Fact>();
    meant.ifPresent(
        order -> {
          Told state = answer(order, shelf, language).told();
          say.append(state.say()).append('\n');
          sources.addAll(state.facts());
        });
    say.append(person);
    if (rule != null) {
      say.append('\n').append(rule.text());
      sources.addAll(rule.facts());
    }
    String about = meant.map(order -> order.id() + " (" + order.status() + "): ").orElse("");
    return new Outcome.ToPerson(
        new Told(say.toString(), sources), new Outcome.Wish("order", about + message, false));
  }

  /// The newest that is not on its way yet, for that can still be changed; else the newest.
  private static Optional<MyOrder> changeable(List<MyOrder> all, Set<String> skus) {
    List<MyOrder> with =
        all.stream()
            .filter(order -> order.lines().stream().anyMatch(line -> skus.contains(line.sku())))
            .toList();
    List<MyOrder> among = with.isEmpty() ? all : with;
    return among.stream()
        .filter(order -> order.state() == OrderState.UNPAID || order.state() == OrderState.TO_SHIP)
        .findFirst()
        .or(() -> among.stream().findFirst());
  }

  /// A guest: first who it is, by an order number and the last four digits of its phone.
  Outcome verify(
      String message,
      Turn turn,
      java.util.function.Function<String, MyOrders> orders,
      Shelf shelf,
      String language) {
    List<String> ids = ids(message);
    Matcher digits =
        LAST_FOUR.matcher(ids.stream().reduce(message, (text, id) -> text.replace(id, " ")));
    if (ids.isEmpty()) {
      ids =
          turn.history().reversed().stream()
              .filter(said -> !said.byUs())
              .flatMap(said -> ids(said.text()).stream())
              .limit(1)
              .toList();
    }
    if (ids.isEmpty() || !digits.find()) {
      return new Outcome.Answer(Told.of(words.say(language, "verify")));
    }
    long tries =
        turn.history().stream()
            .filter(said -> !said.byUs() && LAST_FOUR.matcher(said.text()).find())
            .count();
    if (tries >= MOST_TRIES) {
      var wish = new Outcome.Wish("privacy", message, false);
      return new Outcome.ToPerson(Told.of(words.say(language, "verify_too_often")), wish);
    }
    for (String id : ids) {
      Optional<String> customer = identification.verify(id, digits.group());
      if (customer.isEmpty()) continue;
      Optional<MyOrder> order = orders.apply(customer.get()).byId(id);
      String hello = words.say(language, "recognised");
      if (order.isEmpty()) return new Outcome.Recognises(Told.of(hello), customer.get());
      Told status = answer(order.get(), shelf, language).told();
      return new Outcome.Recognises(
          new Told(hello + "\n" + status.say(), status.facts()), customer.get());
    }
    return new Outcome.Answer(Told.of(words.say(language, "verify_failed")));
  }

  /// All that the order is, whatever of it was asked: what state it is in, what is in it, its days,
  /// its parcel and its money.
  private Outcome.Answer answer(MyOrder order, Shelf shelf, String language) {
    var facts = new Facts(words, shelf.columns, language);
    String word = "state_" + order.state().name().toLowerCase(Locale.ROOT);
    String state = words.say(language, word, "status", order.status());
    var lines = new ArrayList<String>();
    lines.add(words.say(language, "order_is", "order", order.id(), "state", state));
    String goods =
        order.lines().stream()
            .map(line -> title(shelf, line.sku(), language) + " × " + line.qty())
            .collect(Collectors.joining("; "));
    if (!goods.isEmpty()) lines.add(words.say(language, "order_lines", "lines", goods));
    var days = new ArrayList<String>();
    days.add(words.say(language, "order_placed", "day", order.createdAt().toLocalDate()));
    LocalDate shipped = order.shippedOn();
    if (shipped != null) days.add(words.say(language, "order_shipped_on", "day", shipped));
    String carrier = order.carrier();
    String number = order.trackingNo();
    if (!number.isBlank()) {
      days.add(words.say(language, "order_tracking", "carrier", carrier, "number", number));
    } else if (!carrier.isBlank()) {
      days.add(words.say(language, "order_carrier", "carrier", carrier));
    }
    LocalDate delivered = order.deliveredOn();
    if (delivered != null) days.add(words.say(language, "order_delivered_on", "day", delivered));
    String joint = words.say(language, "order_joint");
    lines.add(String.join(joint, days));
    var money = new ArrayList<String>();
    money.add(words.say(language, "order_paid", "paid", facts.money(order.paid())));
    if (order.refunded().isPositive()) {
      money.add(words.say(language, "order_refunded", "sum", facts.money(order.refunded())));
    }
    lines.add(String.join(joint, money));
    String fact = order.id() + " " + order.status() + " " + number;
    return new Outcome.Answer(
        new Told(String.join("\n", lines), List.of(new Told.Fact(fact, "orders#" + order.id()))));
  }

  private static String title(Shelf shelf, String sku, String language) {
    Listing listing = shelf.listing(sku);
    return listing == null ? sku : listing.title(language) + " (" + sku + ")";
  }

  private static Optional<MyOrder> newest(String message, List<MyOrder> orders, Set<String> skus) {
    List<MyOrder> with =
        orders.stream()
            .filter(order -> order.lines().stream().anyMatch(line -> skus.contains(line.sku())))
            .toList();
    List<MyOrder> among = with.isEmpty() ? orders : with;
    if (REFUND.matcher(message).find()) {
      Optional<MyOrder> refunded =
          among.stream().filter(order -> order.refunded().isPositive()).findFirst();
      if (refunded.isPresent()) return refunded;
    }
    if (WAITING.matcher(message).find() && message.matches("(?s).*(?:还不|还没|怎么不|没发|not).*")) {
      Optional<MyOrder> waiting =
          among.stream().filter(order -> order.state() == OrderState.TO_SHIP).findFirst();
      if (waiting.isPresent()) return waiting;
    }
    return among.stream().findFirst();
  }

  /// By its whole number, or by the end of it if no other order of theirs ends so.
  private static Optional<MyOrder> named(String id, MyOrders mine) {
    Optional<MyOrder> exact = mine.byId(id);
    if (exact.isPresent()) return exact;
    String end = id.toUpperCase(Locale.ROOT);
    List<MyOrder> ending =
        mine.all().stream()
            .filter(order -> order.id().toUpperCase(Locale.ROOT).endsWith(end))
            .toList();
    return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
  }

  /// Whether one of their orders was spoken of before.
  boolean spokenOf(Turn turn, MyOrders mine) {
    return !earlierIds(turn, mine).isEmpty();
  }

  private static List<String> earlierIds(Turn turn, MyOrders mine) {
    return turn.history().reversed().stream()
        .flatMap(said -> ids(said.text()).stream())
        .filter(id -> mine.byId(id).isPresent())
        .limit(1)
        .toList();
  }

  static List<String> ids(String text) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher id = ID.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (id.find()) if (id.group().replaceAll("\\D", "").length() >= 5) ids.add(id.group());
    return List.copyOf(ids);
  }
}
