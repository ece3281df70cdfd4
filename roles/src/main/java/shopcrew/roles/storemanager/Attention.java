package shopcrew.roles.storemanager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shopcrew.db.AdResult;
import shopcrew.db.Days;
import shopcrew.db.Lead;
import shopcrew.db.Order;
import shopcrew.db.OrderState;
import shopcrew.db.Product;
import shopcrew.db.Review;
import shopcrew.db.Store;
import shopcrew.db.Tasks;
import shopcrew.roles.Told;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Voice;

/// What needs the owners now, the most pressing first; every line says what it rests on.
final class Attention {
  private static final int MOST_NAMED = 3;
  private static final int SHIP_WITHIN_DAYS = 2;
  private static final int AD_DAYS = 28;
  private static final int NEWS_DAYS = 7;

  private final Store store;

  Attention(Store store) {
    this.store = store;
  }

  Told tell(LocalDate today, Voice voice) {
    AsOf asOf = AsOf.of(store, today);
    List<String> points = points(asOf.day(), voice);
    var lines = new ArrayList<String>();
    if (asOf.behind()) lines.add(voice.say("books_end", "day", asOf.day()));
    lines.add(points.isEmpty() ? voice.say("nothing_urgent") : voice.say("attention"));
    for (int i = 0; i < points.size(); i++) lines.add((i + 1) + ". " + points.get(i));
    return Told.of(String.join("\n", lines), asOf.day().toString(), "attention");
  }

  List<String> points(LocalDate day, Voice voice) {
    var points = new ArrayList<String>();
    addTasks(points, voice);
    addUnshipped(points, day, voice);
    addStock(points, day, voice);
    addAds(points, day, voice);
    addLeads(points, day, voice);
    addReviews(points, day, voice);
    int waiting = store.rules().waiting().size();
    if (waiting > 0) points.add(voice.say("rules_waiting", "count", waiting));
    return points;
  }

  private void addTasks(List<String> points, Voice voice) {
    List<Tasks.Task> open = store.tasks().open();
    if (open.isEmpty()) return;
    List<String> first =
        open.stream()
            .limit(MOST_NAMED)
            .map(task -> "#" + task.number() + " “" + Planted.quoted(task.summary(), 30) + "”")
            .toList();
    points.add(voice.say("tasks_open", "count", open.size(), "names", voice.list(first)));
  }

  private void addUnshipped(List<String> points, LocalDate day, Voice voice) {
    List<Order> late =
        store.orders().withState(OrderState.TO_SHIP).stream()
            .filter(
                order ->
                    order.createdAt().toLocalDate().isBefore(day.minusDays(SHIP_WITHIN_DAYS - 1L)))
            .sorted(Comparator.comparing(Order::createdAt))
            .toList();
    if (late.isEmpty()) return;
    List<String> first = late.stream().limit(MOST_NAMED).map(Order::id).toList();
    points.add(
        voice.say(
            "unshipped",
            "count",
            late.size(),
            "days",
            SHIP_WITHIN_DAYS,
            "names",
            voice.list(first)));
  }

  private void addStock(List<String> points, LocalDate day, Voice voice) {
    Cover cover = Cover.of(store, day);
    List<Product> low =
        Cover.low(store.products().all(), cover).stream()
            .filter(product -> cover.soldIn90Days(product) > 0)
            .toList();
    if (low.isEmpty()) return;
    List<String> first =
        low.stream()
            .limit(MOST_NAMED)
            .map(
                product ->
                    voice.say(
                        product.stock() <= 0 ? "sold_out_name" : "low_name",
                        "title",
                        product.title(voice.language()),
                        "stock",
                        product.stock(),
                        "days",
                        cover.days(product)))
            .toList();
    points.add(voice.say("stock_low", "count", low.size(), "names", voice.list(first)));
  }

  private void addAds(List<String> points, LocalDate day, Voice voice) {
    List<AdResult> losing =
        store.adResults().results(Days.endingOn(day, AD_DAYS)).stream()
            .filter(ad -> ad.cost().isPositive() && ad.earned().isNegative())
            .sorted(Comparator.comparing(AdResult::earned))
            .toList();
    if (losing.isEmpty()) return;
    AdResult worst = losing.getFirst();
    points.add(
        voice.say(
            "ads_losing",
            "count",
            losing.size(),
            "days",
            AD_DAYS,
            "id",
            worst.campaign().id(),
            "name",
            worst.campaign().name(),
            "lost",
            voice.money(worst.earned().negated()),
            "cost",
            voice.money(worst.cost())));
  }

  private void addLeads(List<String> points, LocalDate day, Voice voice) {
    List<Lead> fresh =
        store.leads().all().stream()
            .filter(lead -> lead.firstSeen() != null)
            .filter(lead -> lead.stage().matches("新.*|(?i:new.*)"))
            .filter(
                lead ->
                    lead.firstSeen() != null && lead.firstSeen().isAfter(day.minusDays(NEWS_DAYS)))
            .toList();
    if (fresh.isEmpty()) return;
    List<String> first =
        fresh.stream()
            .limit(MOST_NAMED)
            .map(lead -> Planted.quoted((lead.company() + " " + lead.name()).strip(), 30))
            .toList();
    points.add(
        voice.say(
            "leads_new", "count", fresh.size(), "days", NEWS_DAYS, "names", voice.list(first)));
  }

  private void addReviews(List<String> points, LocalDate day, Voice voice) {
    List<Review> bad = store.reviews().atMost(2, Days.endingOn(day, NEWS_DAYS));
    if (!bad.isEmpty()) {
      points.add(voice.say("reviews_bad", "count", bad.size(), "days", NEWS_DAYS));
    }
  }
}
