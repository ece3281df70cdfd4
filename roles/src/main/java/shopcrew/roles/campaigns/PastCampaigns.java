package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopcrew.db.AdResult;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Rule;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Cover;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.DateRange;
import shopcrew.roles.words.Dates;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// What a campaign brought, and a plan for the next one out of the same figures.
final class PastCampaigns {
  private static final int USUAL_DAYS = 7;
  private static final int LATELY_DAYS = 90;
  private static final int PIECES_TO_CARRY_IT = 10;

  private final Store store;
  private final Shelf.Kept shelf;

  PastCampaigns(Store store, Shelf.Kept shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  Told review(Turn turn, Voice voice) {
    LocalDate today = AsOf.of(store, turn.today()).day();
    DateRange range =
        Dates.in(turn.text(), today)
            .orElse(new DateRange(today.minusDays(USUAL_DAYS - 1L), today, voice.say("last_week")));
    Days days = new Days(range.start(), range.end());
    SalesResult now = store.sales().total(days);
    SalesResult before = store.sales().total(days.before());
    List<String> lines = new ArrayList<>();
    lines.add(
        voice.say(
            "review",
            "from",
            days.from(),
            "to",
            days.to(),
            "orders",
            now.orders(),
            "net",
            voice.money(now.net()),
            "profit",
            voice.money(now.profit())));
    lines.add(
        voice.say(
            "review_before",
            "n",
            days.count(),
            "orders",
            before.orders(),
            "net",
            voice.money(before.net()),
            "change",
            voice.change(now.net().minus(before.net()))));
    store.sales().bySku(days).stream()
        .sorted(Comparator.comparing(SalesResult::net).reversed())
        .limit(3)
        .forEach(
            sku ->
                lines.add(
                    voice.say(
                        "review_sku",
                        "sku",
                        sku.key(),
                        "units",
                        sku.units(),
                        "net",
                        voice.money(sku.net()))));
    return Told.of(
        String.join("\n", lines),
        String.valueOf(now.orders()),
        "orders#" + days.from() + ".." + days.to());
  }

  Told plan(Turn turn, Voice voice) {
    LocalDate today = turn.today();
    LocalDate books = AsOf.of(store, today).day();
    Optional<Period> period = Periods.about(turn.text(), today);
    LocalDate first = period.map(p -> p.firstDay(today)).orElse(today.plusDays(1));
    LocalDate last = period.map(p -> p.lastDay(today)).orElse(first.plusDays(USUAL_DAYS - 1L));
    SalesResult lately = store.sales().total(Days.endingOn(books, LATELY_DAYS));
    Money average =
        lately.orders() == 0
            ? Money.zero(store.card().currency())
            : Money.of(lately.net().minor() / lately.orders(), lately.net().currency());
    List<String> lines = new ArrayList<>();
    lines.add(voice.say("plan", "from", first, "to", last));
    if (last.minusYears(1).isAfter(LocalDate.of(2000, 1, 1))) {
      SalesResult year = store.sales().total(new Days(first.minusYears(1), last.minusYears(1)));
      if (year.orders() > 0) {
        lines.add(
            voice.say("plan_last_year", "orders", year.orders(), "net", voice.money(year.net())));
      }
    }
    List<Product> about = shelf.now().meant(turn).products();
    List<Product> among = about.isEmpty() ? shelf.now().products() : about;
    lead(among, books)
        .or(() -> lead(shelf.now().products(), books))
        .ifPresent(
            product ->
                lines.add(
                    voice.say(
                        "plan_lead",
                        "sku",
                        product.sku(),
                        "title",
                        product.title(voice.language()),
                        "stock",
                        product.stock())));
    slow(among, books)
        .ifPresent(
            product ->
                lines.add(
                    voice.say(
                        "plan_slow",
                        "sku",
                        product.sku(),
                        "title",
                        product.title(voice.language()),
                        "stock",
                        product.stock())));
    if (average.isPositive()) {
      coupon(average, voice).ifPresent(lines::add);
    }
    ad(books)
        .ifPresent(
            ad ->
                lines.add(
                    voice.say(
                        "plan_ad",
                        "label",
                        ad.campaign().id() + " " + ad.campaign().name(),
                        "earned",
                        voice.money(ad.earned()))));
    lines.add(voice.say("plan_next"));
    return Told.of(String.join("\n", lines));
  }

  /// What sells best and can be sent.
  private Optional<Product> lead(List<Product> among, LocalDate day) {
    return store.sales().bySku(Days.endingOn(day, LATELY_DAYS)).stream()
        .sorted(Comparator.comparing(SalesResult::profit).reversed())
        .flatMap(result -> among.stream().filter(p -> p.sku().equals(result.key())))
        .filter(product -> product.onSale() && product.stock() >= PIECES_TO_CARRY_IT)
        .findFirst();
  }

  private Optional<Product> slow(List<Product> among, LocalDate day) {
    Cover cover = Cover.of(store, day);
    return among.stream()
        .filter(
            product ->
                product.onSale()
                    && product.stock() > PIECES_TO_CARRY_IT
                    && cover.days(product) > 180)
        .max(Comparator.comparingInt(Product::stock));
  }

  /// A coupon a little above the average order, within the owners' limit.
  private Optional<String> coupon(Money average, Voice voice) {
    int percent =
        store
            .rules()
            .value(Rule.Kind.COUPON_MAX_PERCENT)
            .map(p -> new java.math.BigDecimal(p).intValue())
            .orElse(10);
    long whole = Money.digits(average.currency()) == 0 ? 1 : 100;
    long threshold = average.minor() * 12 / 10 / (10 * whole) * 10;
    long face = threshold * Math.min(percent, 8) / 100;
    return threshold <= 0 || face <= 0
        ? Optional.empty()
        : Optional.of(
            voice.say(
                "plan_coupon",
                "average",
                voice.money(average),
                "threshold",
                threshold,
                "face",
                face));
  }

  private Optional<AdResult> ad(LocalDate day) {
    return store.adResults().results(Days.endingOn(day, LATELY_DAYS)).stream()
        .filter(result -> result.campaign().running() && result.earned().isPositive())
        .max(Comparator.comparing(AdResult::earned));
  }
}
