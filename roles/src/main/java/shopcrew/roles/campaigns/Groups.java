package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.db.Customer;
import shopcrew.db.Days;
import shopcrew.db.Order;
import shopcrew.db.OrderState;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.DateRange;
import shopcrew.roles.words.Dates;
import shopcrew.roles.words.Normal;

/// Who is meant by "上个月买过车的", "半年没来的批发客户", "our overseas customers", "上海的". Several marks in one
/// sentence narrow each other.
final class Groups {
  private static final List<String> TYPES = List.of("wholesale", "reseller", "retail", "overseas");
  private static final Pattern BOUGHT =
      Pattern.compile(
          "买过|买了|购买|下过单|下单|拍过|订过|bought|purchased|ordered|buyers? of|owners? of|who have");

  private static final Pattern BOUGHT_WHAT =
      Pattern.compile("(?:买过|买了|购买过?|订过|下单过?)([\\p{IsHan}a-z]{1,8}?)的");

  private final Store store;
  private final Shelf.Kept shelf;
  private final Map<String, Pattern> words;

  Groups(Store store, Shelf.Kept shelf) {
    this.store = store;
    this.shelf = shelf;
    this.words = words();
  }

  Group all(Voice voice) {
    return new Group(
        "all_customers", voice.say("all_customers"), store.customers().all(), true, false);
  }

  Group meant(String said, LocalDate today, Voice voice) {
    String text = Normal.text(said);
    List<String> ids = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Predicate<Customer>> marks = new ArrayList<>();
    boolean sure = true;
    for (String type : TYPES) {
      if (has(type, text)) {
        ids.add(type);
        labels.add(voice.say(type));
        marks.add(customer -> customer.type().equals(type));
      }
    }
    if (ids.size() > 1) {
      List<Predicate<Customer>> types = List.copyOf(marks);
      marks.clear();
      marks.add(customer -> types.stream().anyMatch(type -> type.test(customer)));
    }
    Map<String, List<Order>> orders = orders();
    LocalDate gone = Lapses.since(text, today);
    if (gone != null) {
      ids.add("lapsed");
      labels.add(voice.say("lapsed", "day", gone));
      marks.add(customer -> lapsed(orders.getOrDefault(customer.id(), List.of()), gone));
    } else if (BOUGHT.matcher(text).find()) {
      Set<String> skus = goods(text);
      DateRange when = Dates.in(text, today).orElse(null);
      Days days = when == null ? Days.always() : new Days(when.start(), when.end());
      ids.add(skus.size() == 1 ? "bought_" + skus.iterator().next() : "bought");
      String goods = label(text, skus, voice);
      labels.add(voice.say("bought", "goods", goods, "when", when == null ? "" : when.label()));
      marks.add(customer -> bought(orders.getOrDefault(customer.id(), List.of()), skus, days));
    }
    if (has("regular", text)) {
      ids.add("regulars");
      labels.add(voice.say("regulars"));
      marks.add(customer -> counted(orders.getOrDefault(customer.id(), List.of())).count() >= 2);
      sure = false;
    }
    if (has("best", text)) {
      Set<String> best = best(orders);
      ids.add("best");
      labels.add(voice.say("best_customers"));
      marks.add(customer -> best.contains(customer.id()));
      sure = false;
    }
    String place = place(text);
    if (!place.isEmpty()) {
      ids.add(place);
      labels.add(place);
      marks.add(customer -> places(customer).contains(place));
    }
    boolean named = !ids.isEmpty() || has("all", text);
    String id = ids.isEmpty() ? "all_customers" : String.join("+", ids);
    String label = labels.isEmpty() ? voice.say("all_customers") : voice.list(labels);
    List<Customer> members =
        store.customers().all().stream()
            .filter(c -> marks.stream().allMatch(mark -> mark.test(c)))
            .toList();
    return new Group(id, label, members, sure, named);
  }

  /// The goods that were bought: a whole category for "买过车的", else what the words name.
  private Set<String> goods(String text) {
    Shelf now = shelf.now();
    Matcher named = BOUGHT_WHAT.matcher(text);
    String word = named.find() ? named.group(1) : "";
    List<Product> all = now.products();
    List<Product> found =
        all.stream()
            .filter(p -> !word.isEmpty() && Normal.text(p.category()).contains(word))
            .toList();
    if (found.isEmpty()) {
      found = now.meant(text).products();
    }
    return found.stream().map(Product::sku).collect(Collectors.toSet());
  }

  private static String label(String text, Set<String> skus, Voice voice) {
    Matcher named = BOUGHT_WHAT.matcher(text);
    return named.find() ? named.group(1) : voice.list(skus.stream().sorted().limit(4).toList());
  }

  private Map<String, List<Order>> orders() {
    return store.orders().in(Days.always()).stream()
        .collect(Collectors.groupingBy(Order::customerId));
  }

  private static Stream<Order> counted(List<Order> orders) {
    return orders.stream()
        .filter(
            order -> order.state() != OrderState.CANCELLED && order.state() != OrderState.UNPAID);
  }

  private static boolean bought(List<Order> orders, Set<String> skus, Days days) {
    return counted(orders)
        .filter(
            order ->
                !order.createdAt().toLocalDate().isBefore(days.from())
                    && !order.createdAt().toLocalDate().isAfter(days.to()))
        .anyMatch(
            order ->
                skus.isEmpty()
                    || order.lines().stream().anyMatch(line -> skus.contains(line.sku())));
  }

  /// Who bought before, and not since that day.
  private static boolean lapsed(List<Order> orders, LocalDate since) {
    return !orders.isEmpty()
        && orders.stream().allMatch(order -> order.createdAt().toLocalDate().isBefore(since));
  }

  /// The tenth of the customers that paid most.
  private static Set<String> best(Map<String, List<Order>> orders) {
    Map<String, Long> paid = new HashMap<>();
    orders.forEach(
        (id, theirs) ->
            paid.put(
                id, theirs.stream().mapToLong(o -> o.paid().minor() - o.refunded().minor()).sum()));
    return paid.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(Math.max(1, paid.size() / 10))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private String place(String text) {
    Set<String> places = new HashSet<>();
    store.customers().all().forEach(customer -> places.addAll(places(customer)));
    return places.stream()
        .filter(
            place ->
                place.length() >= 2 && !place.equals("中国") && text.contains(Normal.text(place)))
        .max(
            (a, b) ->
                a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b))
        .orElse("");
  }

  private static Set<String> places(Customer customer) {
    return Stream.of(customer.city(), customer.province(), customer.country())
        .filter(place -> !place.isBlank())
        .collect(Collectors.toSet());
  }

  private boolean has(String list, String text) {
    return Objects.requireNonNull(words.get(list), list).matcher(text).find();
  }

  private static Map<String, Pattern> words() {
    Map<String, Pattern> patterns = new HashMap<>();
    Prompts.terms("campaigns/groups.yaml")
        .forEach(
            (list, terms) ->
                patterns.put(
                    list.toString(),
                    Pattern.compile(
                        ((Collection<?>) terms)
                            .stream().map(Object::toString).collect(Collectors.joining("|")))));
    return patterns;
  }
}
