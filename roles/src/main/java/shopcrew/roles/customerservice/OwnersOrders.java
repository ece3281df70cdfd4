package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Customer;
import shopcrew.db.Money;
import shopcrew.db.Order;
import shopcrew.db.OrderState;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Amounts;

/// Orders as the owners ask for them, and the refund that an owner wants to give.
final class OwnersOrders {
  private static final int MOST = 8;
  private static final Pattern ALL = Pattern.compile("(?i)全额|全退|全款|full refund|in full|everything");
  private static final Pattern HALF = Pattern.compile("(?i)一半|半价|half");
  private static final Pattern GIVING =
      Pattern.compile(
          "(?i)退.{0,20}(?:\\d|一半|全额|差价|运费)|(?:赔|补偿|返现|返).{0,10}\\d|全额|refund|compensate|money"
              + " back");

  private final Store store;
  private final Words words;

  OwnersOrders(Store store, Words words) {
    this.store = store;
    this.words = words;
  }

  Told status(String message, String language) {
    List<Order> orders = named(message);
    if (orders.isEmpty()) {
      List<Order> waiting = store.orders().withState(OrderState.TO_SHIP);
      if (waiting.isEmpty()) return Told.of(words.say(language, "nothing_to_ship"));
      return list(words.say(language, "to_ship", "count", waiting.size()), waiting, language);
    }
    return list("", orders, language);
  }

  private Told list(String head, List<Order> orders, String language) {
    var say = new StringBuilder(head);
    var facts = new ArrayList<Told.Fact>();
    for (Order order : orders.subList(0, Math.min(MOST, orders.size()))) {
      if (!say.isEmpty()) say.append('\n');
      String state =
          words.say(
              language,
              "state_" + order.state().name().toLowerCase(Locale.ROOT),
              "status",
              order.status());
      say.append(words.say(language, "order_is", "order", order.id(), "state", state));
      LocalDate shipped = order.shippedOn();
      String joint = words.say(language, "order_joint");
      if (shipped != null) {
        say.append(joint).append(words.say(language, "order_shipped_on", "day", shipped));
      }
      if (!order.trackingNo().isBlank()) {
        say.append(joint)
            .append(
                words.say(
                    language,
                    "order_tracking",
                    "carrier",
                    order.carrier(),
                    "number",
                    order.trackingNo()));
      }
      facts.add(new Told.Fact(order.id() + " " + order.status(), "orders#" + order.id()));
    }
    return new Told(say.toString(), facts);
  }

  /// Null where no refund is meant.
  @Nullable Outcome refund(String message, Turn turn) {
    if (!GIVING.matcher(message).find()) return null;
    String language = turn.language();
    List<Order> orders = named(message);
    if (orders.isEmpty()) return ask(language, "refund_whom", List.of("who"), List.of());
    if (orders.size() > 1 && OrderDesk.ids(message).isEmpty()) {
      List<Order> paid =
          orders.stream().filter(order -> left(order).isPositive()).limit(4).toList();
      if (paid.size() > 1 && customers(orders).size() > 1) {
        return ask(
            language, "refund_which", List.of("target"), paid.stream().map(Order::id).toList());
      }
      orders = paid.isEmpty() ? orders : paid;
    }
    Order order = orders.getFirst();
    Money left = left(order);
    if (!left.isPositive())
      return new Outcome.Answer(
          Told.of(words.say(language, "refund_nothing", "order", order.id())));
    Optional<Money> wanted = wanted(message, order, left);
    if (wanted.isEmpty()) return ask(language, "refund_how_much", List.of("amount"), List.of());
    Money sum = wanted.get();
    if (sum.moreThan(left)) {
      return new Outcome.AsksBack(
          Told.of(
              words.say(language, "refund_too_much", "order", order.id(), "left", left.plain())),
          List.of("amount"),
          List.of());
    }
    var refund =
        new Proposal.Refund(
            order.id(), order.id() + " " + order.customerId(), message, sum, List.of());
    return new Outcome.Proposes(
        refund,
        Told.of(
            words.say(
                language,
                "refund_proposed",
                "order",
                order.id(),
                "sum",
                sum.plain(),
                "currency",
                sum.currency())));
  }

  private static Optional<Money> wanted(String message, Order order, Money left) {
    if (ALL.matcher(message).find()) return Optional.of(left);
    if (HALF.matcher(message).find()) {
      return Optional.of(Money.of(order.paid().minor() / 2, order.paid().currency()));
    }
    String rest =
        OrderDesk.ids(message).stream().reduce(message, (text, id) -> text.replace(id, " "));
    return Amounts.in(rest, order.paid().currency(), true).stream()
        .filter(amount -> amount.known())
        .map(amount -> amount.money())
        .findFirst();
  }

  private static Money left(Order order) {
    return order.paid().minus(order.refunded());
  }

  private static Set<String> customers(List<Order> orders) {
    var customers = new LinkedHashSet<String>();
    orders.forEach(order -> customers.add(order.customerId()));
    return customers;
  }

  /// The orders that a message names: by number, else the newest of the customer it names.
  private List<Order> named(String message) {
    var found = new ArrayList<Order>();
    for (String id : OrderDesk.ids(message)) store.orders().byId(id).ifPresent(found::add);
    if (!found.isEmpty()) return found;
    for (Customer customer : store.customers().all()) {
      boolean said =
          customer.name().length() > 1 && message.contains(customer.name())
              || message.contains(customer.id());
      if (said) found.addAll(store.orders().ofCustomer(customer.id()));
    }
    return found.stream()
        .sorted((a, b) -> b.createdAt().compareTo(a.createdAt()))
        .limit(MOST)
        .toList();
  }

  private Outcome ask(String language, String key, List<String> missing, List<String> choices) {
    return new Outcome.AsksBack(Told.of(words.say(language, key)), missing, choices);
  }
}
