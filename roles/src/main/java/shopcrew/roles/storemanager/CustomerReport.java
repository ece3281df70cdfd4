package shopcrew.roles.storemanager;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.db.Customer;
import shopcrew.db.Days;
import shopcrew.db.Order;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.CustomerFinder;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Dates;

/// Who the shop lives from: the best customers, those who stopped coming, and one in detail.
final class CustomerReport {
  private static final Pattern GONE =
      Pattern.compile("流失|没来|不来|没下单|没买|很久|好久|沉默|(?i:lost|lapsed|stopped|inactive|haven't|gone)");
  private static final Pattern RETURNING =
      Pattern.compile("退货|退款|难伺候|(?i:returns?\\b|refunds?\\b)");
  private static final Pattern TRADE =
      Pattern.compile("批发|经销|分销|代理|拿货|(?i:wholesale|reseller|dealer|trade\\b)");
  private static final int MOST = 6;
  private static final int QUIET_DAYS = 90;

  private final Store store;

  CustomerReport(Store store) {
    this.store = store;
  }

  private record Ranked(Customer customer, SalesResult result, LocalDate last) {}

  Told best(Turn turn, Voice voice) {
    String text = turn.text();
    LocalDate day = AsOf.of(store, turn.today()).day();
    Days days =
        Dates.in(text, day)
            .map(found -> new Days(found.start(), found.end()))
            .orElseGet(() -> Days.endingOn(day, 365));
    List<Ranked> all = ranked(days, TRADE.matcher(text).find());
    if (GONE.matcher(text).find()) return list("customers_gone", gone(day, all), days, voice);
    if (RETURNING.matcher(text).find()) {
      List<Ranked> returning =
          all.stream()
              .filter(one -> one.result.refunded().isPositive())
              .sorted(Comparator.comparing((Ranked one) -> one.result.refunded()).reversed())
              .toList();
      return list("customers_returning", returning, days, voice);
    }
    Told best = list("customers_best", all, days, voice);
    long again = all.stream().filter(one -> one.result.orders() > 1).count();
    String loyal =
        voice.say(
            "customers_loyal",
            "all",
            all.size(),
            "again",
            again,
            "share",
            Voice.percent(again, all.size()));
    String visit =
        all.stream()
            .filter(one -> ChronoUnit.DAYS.between(one.last, day) <= QUIET_DAYS)
            .findFirst()
            .map(one -> voice.say("customers_visit", "name", name(one.customer)))
            .orElse("");
    return new Told((best.say() + "\n" + visit + "\n" + loyal).strip(), best.facts());
  }

  private List<Ranked> ranked(Days days, boolean trade) {
    Map<String, Customer> byId = new HashMap<>();
    for (Customer customer : store.customers().all()) byId.put(customer.id(), customer);
    Map<String, LocalDate> last = new HashMap<>();
    for (Order order : store.orders().in(days)) {
      last.merge(
          order.customerId(), order.createdAt().toLocalDate(), (a, b) -> a.isAfter(b) ? a : b);
    }
    var ranked = new ArrayList<Ranked>();
    for (SalesResult result : store.sales().byCustomer(days)) {
      Customer customer = byId.get(result.key());
      LocalDate day = last.get(result.key());
      if (customer == null || day == null) continue;
      if (trade && !trades(customer)) continue;
      ranked.add(new Ranked(customer, result, day));
    }
    ranked.sort(Comparator.comparing((Ranked one) -> one.result.profit()).reversed());
    return ranked;
  }

  private static boolean trades(Customer customer) {
    return customer.type().equals("wholesale") || customer.type().equals("reseller");
  }

  private static List<Ranked> gone(LocalDate day, List<Ranked> all) {
    return all.stream()
        .filter(one -> one.result.orders() > 1)
        .filter(one -> ChronoUnit.DAYS.between(one.last, day) > QUIET_DAYS)
        .toList();
  }

  private static Told list(String title, List<Ranked> ranked, Days days, Voice voice) {
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    String empty = ranked.isEmpty() ? "customers_none" : title;
    lines.add(voice.say(empty, "from", days.from(), "to", days.to(), "count", ranked.size()));
    for (Ranked one : ranked.stream().limit(MOST).toList()) {
      lines.add(
          voice.say(
              "customer_line",
              "name",
              name(one.customer),
              "id",
              one.customer.id(),
              "orders",
              one.result.orders(),
              "net",
              voice.money(one.result.net()),
              "refunded",
              voice.money(one.result.refunded()),
              "profit",
              voice.money(one.result.profit()),
              "last",
              one.last));
      facts.add(new Told.Fact(one.customer.id(), "customers#" + one.customer.id()));
    }
    return new Told(String.join("\n", lines), facts);
  }

  Outcome detail(Turn turn, Voice voice) {
    List<Customer> found = new CustomerFinder(store.customers().all()).find(turn.text());
    if (found.size() == 1) return new Outcome.Answer(of(found.getFirst(), turn, voice));
    List<String> choices =
        found.stream().limit(4).map(customer -> customer.id() + " " + name(customer)).toList();
    String key = found.isEmpty() ? "customer_unknown" : "customer_which";
    return new Outcome.AsksBack(
        Told.of(voice.say(key, "names", voice.list(choices))), List.of("who"), choices);
  }

  private Told of(Customer customer, Turn turn, Voice voice) {
    LocalDate day = AsOf.of(store, turn.today()).day();
    SalesResult result = store.sales().ofCustomer(customer.id(), Days.always());
    List<Order> orders = store.orders().ofCustomer(customer.id());
    if (orders.isEmpty() || result.orders() == 0) {
      return Told.of(
          voice.say("customer_empty", "name", name(customer), "id", customer.id()),
          customer.id(),
          "customers#" + customer.id());
    }
    LocalDate last = orders.getFirst().createdAt().toLocalDate();
    long quiet = ChronoUnit.DAYS.between(last, day);
    String verdict =
        result.profit().isNegative()
            ? "visit_loses"
            : result.orders() == 1
                ? "visit_once"
                : quiet > QUIET_DAYS ? "visit_quiet" : "visit_yes";
    String say =
        voice.say(
                "customer_detail",
                "name",
                name(customer),
                "id",
                customer.id(),
                "place",
                (customer.country() + " " + customer.city()).strip(),
                "orders",
                result.orders(),
                "net",
                voice.money(result.net()),
                "refunded",
                voice.money(result.refunded()),
                "profit",
                voice.money(result.profit()),
                "last",
                last,
                "quiet",
                quiet)
            + "\n"
            + voice.say(verdict, "quiet", quiet);
    return Told.of(say, result.net().decimalText(), "orders#customer " + customer.id());
  }

  private static String name(Customer customer) {
    String name = customer.company().isEmpty() ? customer.name() : customer.company();
    return name.isEmpty() ? customer.id() : name;
  }
}
