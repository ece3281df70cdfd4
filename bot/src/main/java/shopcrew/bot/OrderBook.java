package shopcrew.bot;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.DraftOrder;
import shopcrew.db.DraftOrders;
import shopcrew.db.DraftOrders.Asked;
import shopcrew.db.DraftOrders.State;
import shopcrew.db.Listing;
import shopcrew.db.Money;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Outbox.Tone;
import shopcrew.db.People.Kind;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.db.Tasks.Task;
import shopcrew.roles.words.Moments;

/// Orders by chat: the owners are asked, and before one of them has said yes nothing is sold. What
/// nobody decides on in time is given back by the clock.
final class OrderBook {
  private static final Pattern TAP = Pattern.compile("order:(\\d{1,9}):(yes|no)");
  private static final String CLOCK = "clock";

  private final Rooms rooms;
  private final Store store;
  private final DraftOrders drafts;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Bundle words = new Bundle("orders");

  OrderBook(Rooms rooms, Store store, InstantSource clock, ZoneId zone) {
    this.rooms = rooms;
    this.store = store;
    this.drafts = new DraftOrders(rooms.database(), rooms.shop());
    this.clock = clock;
    this.zone = zone;
  }

  /// Holds the goods and asks the owners. False: they cannot be held any more.
  boolean ask(Conversation from, DraftOrder order, String cause) {
    Instant now = clock.instant();
    OptionalInt number = drafts.ask(from.id(), from.customer(), order, cause, now);
    if (number.isEmpty()) return false;
    if (rooms.tasks().ofSubject(subject(number.getAsInt())).isPresent()) return true;
    int task =
        rooms
            .tasks()
            .add(
                "order",
                goods(order),
                from.id(),
                from.customer(),
                subject(number.getAsInt()),
                false,
                now);
    for (Conversation to : rooms.owners()) card(to, from, number.getAsInt(), order, task);
    return true;
  }

  private void card(Conversation to, Conversation from, int number, DraftOrder order, int task) {
    String language = to.language();
    Money total = order.total();
    Money shipping = order.shipping();
    String sum =
        total == null || shipping == null
            ? words.say(language, "sum.open", "items", money(order.items(), language))
            : words.say(
                language,
                "sum",
                "items",
                money(order.items(), language),
                "shipping",
                money(shipping, language),
                "total",
                money(total, language));
    String text =
        words.say(
            language,
            "card",
            "number",
            task,
            "name",
            from.name().isEmpty() ? words.say(language, "a_customer") : Gate.unmarked(from.name()),
            "lines",
            lines(order, language),
            "sum",
            sum,
            "until",
            Moments.say(order.heldUntil(), zone, language));
    List<Button> buttons =
        List.of(
            new Button(words.say(language, "yes"), "order:" + number + ":yes", Tone.YES),
            new Button(words.say(language, "no"), "order:" + number + ":no", Tone.NO),
            new Button(words.say(language, "reply"), "task:" + task + ":reply"));
    rooms.outbox().add(to.id(), "service", "task", text, buttons, "task:" + task, "", "");
  }

  /// True if the tapped button was an owner's yes or no to an order.
  boolean tap(Conversation in, String person, String token, long seq) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return false;
    boolean owner = rooms.people().find(person).filter(who -> who.kind() == Kind.OWNER).isPresent();
    Asked asked = drafts.find(Integer.parseInt(tap.group(1))).orElse(null);
    if (!owner || asked == null) return false;
    boolean yes = tap.group(2).equals("yes");
    String lacking = yes ? lacking(asked.order(), in.language()) : "";
    if (asked.state() != State.ASKED) {
      answer(in, seq, words.say(in.language(), "over." + word(asked.state())));
    } else if (!lacking.isEmpty()) {
      answer(in, seq, words.say(in.language(), "lacking", "goods", lacking));
    } else if (drafts.decide(
        asked.number(), yes ? State.ACCEPTED : State.DECLINED, person, clock.instant())) {
      decided(in, person, asked, yes, seq);
    }
    return true;
  }

  private void decided(Conversation in, String person, Asked asked, boolean yes, long seq) {
    DraftOrder order = asked.order();
    if (yes) takeOff(order, asked.number());
    tick(asked, person, yes ? "accepted" : "declined");
    tellCustomer(asked, yes ? "accepted" : "declined");
    answer(in, seq, words.say(in.language(), yes ? "done.yes" : "done.no"));
    String name = rooms.people().name(person).orElse(person);
    for (Conversation to : rooms.owners()) {
      if (to.id().equals(in.id())) continue;
      String text =
          words.say(
              to.language(), yes ? "told.yes" : "told.no", "name", name, "goods", goods(order));
      rooms.outbox().add(to.id(), "service", text, List.of(), "order:" + asked.number());
    }
  }

  /// What is sold is not on the shelf any more.
  private void takeOff(DraftOrder order, int number) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    for (DraftOrder.Line line : order.lines()) {
      store.products().moveStock(line.sku(), -line.qty(), "sale", subject(number), today);
    }
  }

  /// The goods of which fewer are on the shelf than were asked for: somebody has counted since.
  private String lacking(DraftOrder order, String language) {
    return order.lines().stream()
        .map(DraftOrder.Line::sku)
        .distinct()
        .filter(sku -> shelf(sku) < DraftOrders.wanted(order, sku))
        .map(sku -> words.say(language, "left", "sku", sku, "count", shelf(sku)))
        .collect(Collectors.joining(words.say(language, "and")));
  }

  private int shelf(String sku) {
    return store.products().bySku(sku).map(Product::stock).orElse(0);
  }

  /// Gives back what nobody has decided on in time, and says so to both sides.
  void tick() {
    for (Asked asked : drafts.over(clock.instant())) {
      rooms
          .database()
          .writing(
              _ -> {
                boolean first = drafts.decide(asked.number(), State.LAPSED, CLOCK, clock.instant());
                if (first) lapsed(asked);
              });
    }
  }

  private void lapsed(Asked asked) {
    tick(asked, CLOCK, "lapsed");
    tellCustomer(asked, "lapsed");
    for (Conversation to : rooms.owners()) {
      String text = words.say(to.language(), "told.lapsed", "goods", goods(asked.order()));
      rooms.outbox().add(to.id(), "service", text, List.of(), "order:" + asked.number());
    }
  }

  private void tick(Asked asked, String by, String answer) {
    rooms
        .tasks()
        .ofSubject(subject(asked.number()))
        .filter(Task::open)
        .ifPresent(task -> rooms.tasks().done(task.number(), answer, by, clock.instant()));
  }

  private void tellCustomer(Asked asked, String key) {
    Conversation to = rooms.conversations().find(asked.conversation()).orElse(null);
    if (to == null) return;
    String language = to.language();
    DraftOrder order = asked.order();
    String text = words.say(language, key, "lines", lines(order, language));
    if (key.equals("accepted")) {
      Money total = order.total();
      text +=
          "\n"
              + (total == null
                  ? words.say(language, "pay.open", "items", money(order.items(), language))
                  : words.say(language, "pay.total", "total", money(total, language)))
              + "\n"
              + (order.payment().isEmpty()
                  ? words.say(language, "pay.person")
                  : words.say(language, "pay.way", "way", order.payment()));
    }
    rooms.outbox().add(to.id(), "service", text, List.of(), "order:" + asked.number());
  }

  private void answer(Conversation in, long seq, String text) {
    rooms.outbox().add(in.id(), "service", text, List.of(), "in:" + seq);
  }

  private String lines(DraftOrder order, String language) {
    return order.lines().stream()
        .map(
            line ->
                words.say(
                    language,
                    "line",
                    "name",
                    store
                        .catalogue()
                        .bySku(line.sku())
                        .map((Listing listing) -> listing.title(language))
                        .orElse(""),
                    "sku",
                    line.sku(),
                    "variant",
                    line.variant(),
                    "count",
                    line.qty(),
                    "price",
                    money(line.price(), language)))
        .collect(Collectors.joining("\n"));
  }

  /// The goods in no language: "XM-MB-102 雾蓝 × 2".
  private static String goods(DraftOrder order) {
    return order.lines().stream()
        .map(line -> (line.sku() + " " + line.variant()).strip() + " × " + line.qty())
        .collect(Collectors.joining(", "));
  }

  private static String money(Money money, String language) {
    return money.format(Locale.forLanguageTag(language));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String subject(int number) {
    return "draft:" + number;
  }
}
