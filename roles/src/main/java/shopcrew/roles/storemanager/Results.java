package shopcrew.roles.storemanager;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.DateRange;
import shopcrew.roles.words.Dates;

/// The figures of a period: of the whole shop, of one channel or of one product, against the period
/// before.
final class Results {
  private static final Pattern BY_MONTH =
      Pattern.compile("每个?月|逐月|月度?走势|(?i:by month|monthly trend|each month|per month)");
  private static final Pattern BY_DAY =
      Pattern.compile("每一?天|逐日|哪天|哪一天|(?i:by day|which day|best day|worst day|each day)");
  private static final Pattern BY_CHANNEL =
      Pattern.compile("各(?:个)?(?:渠道|平台)|每个(?:渠道|平台)|分渠道|(?i:by channel|each channel|per channel)");
  private static final int MOST_LINES = 14;

  private final Store store;
  private final Shelf.Kept shelf;

  Results(Store store, Shelf.Kept shelf) {
    this.store = store;
    this.shelf = shelf;
  }

  /// What is asked about, and for which days.
  private record Scope(
      String about, Days days, java.util.function.Function<Days, SalesResult> sums) {}

  Told tell(Turn turn, Voice voice) {
    AsOf asOf = AsOf.of(store, turn.today());
    Days days = days(turn.text(), asOf.day());
    Scope scope = scope(turn, days, voice);
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    if (asOf.behind()) lines.add(voice.say("books_end", "day", asOf.day()));
    SalesResult result = scope.sums.apply(days);
    lines.addAll(figures(scope.about, days, result, voice));
    facts.add(
        new Told.Fact(result.net().decimalText(), "orders#" + days.from() + ".." + days.to()));
    facts.add(new Told.Fact(result.profit().decimalText(), "orders#profit"));
    if (scope.about.isEmpty()) {
      Money ads = store.adResults().cost(days);
      lines.add(
          voice.say(
              "after_ads",
              "ads",
              voice.money(ads),
              "left",
              voice.money(result.profit().minus(ads))));
    }
    Days earlier = earlier(days);
    lines.add(against(result, scope.sums.apply(earlier), earlier, voice));
    lines.addAll(split(turn.text(), days, voice));
    return new Told(String.join("\n", lines), facts);
  }

  List<String> figures(String about, Days days, SalesResult result, Voice voice) {
    var lines = new ArrayList<String>();
    String from = days.from().toString();
    String span = days.count() == 1 ? from : voice.say("span", "from", from, "to", days.to());
    lines.add(
        voice.say(
            about.isEmpty() ? "result" : "result_about",
            "about",
            about,
            "span",
            span,
            "orders",
            result.orders(),
            "units",
            result.units(),
            "paid",
            voice.money(result.paid()),
            "refunded",
            voice.money(result.refunded()),
            "net",
            voice.money(result.net()),
            "profit",
            voice.money(result.profit())));
    if (result.orders() > 0) {
      Money each = Money.of(result.paid().minor() / result.orders(), result.paid().currency());
      lines.add(
          voice.say(
              "result_more",
              "each",
              voice.money(each),
              "share",
              Voice.percent(result.refunded().minor(), result.paid().minor()),
              "margin",
              Voice.percent(result.profit().minor(), result.net().minor())));
    }
    return lines;
  }

  String against(SalesResult now, SalesResult before, Days earlier, Voice voice) {
    return voice.say(
        "against",
        "from",
        earlier.from(),
        "to",
        earlier.to(),
        "net",
        voice.money(before.net()),
        "orders",
        before.orders(),
        "change",
        voice.change(now.net().minus(before.net())),
        "percent",
        Voice.percent(now.net().minor() - before.net().minor(), before.net().minor()));
  }

  /// The days that the message names; without any, this week so far.
  static Days days(String text, LocalDate today) {
    Optional<DateRange> range = Dates.in(text, today);
    return range
        .map(found -> new Days(found.start(), found.end()))
        .orElseGet(() -> new Days(today.with(DayOfWeek.MONDAY), today));
  }

  /// The same stretch one step back: weeks go back by weeks, months by months, years by years.
  static Days earlier(Days days) {
    LocalDate from = days.from();
    if (days.count() == 1) return Days.of(from.minusDays(1));
    if (days.count() <= 7 && from.getDayOfWeek() == DayOfWeek.MONDAY) {
      return new Days(from.minusWeeks(1), days.to().minusWeeks(1));
    }
    boolean wholeMonth = days.to().equals(from.withDayOfMonth(from.lengthOfMonth()));
    if (from.getDayOfMonth() == 1 && days.count() <= 31) {
      LocalDate first = from.minusMonths(1);
      return new Days(
          first,
          wholeMonth ? first.withDayOfMonth(first.lengthOfMonth()) : days.to().minusMonths(1));
    }
    if (from.getDayOfYear() == 1 && days.count() <= 366) {
      return new Days(from.minusYears(1), days.to().minusYears(1));
    }
    return days.before();
  }

  private Scope scope(Turn turn, Days days, Voice voice) {
    String text = turn.text().toLowerCase(Locale.ROOT);
    for (SalesResult channel : store.sales().byChannel(Days.always())) {
      String name = channel.key();
      if (!name.isEmpty() && text.contains(name.toLowerCase(Locale.ROOT))) {
        return new Scope(name, days, span -> ofChannel(name, span));
      }
    }
    var product = shelf.now().meant(turn.text()).one();
    if (product.isPresent()) {
      String sku = product.get().sku();
      return new Scope(
          product.get().title(voice.language()), days, span -> store.sales().ofSku(sku, span));
    }
    return new Scope("", days, store.sales()::total);
  }

  private SalesResult ofChannel(String name, Days days) {
    return store.sales().byChannel(days).stream()
        .filter(result -> result.key().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              Money none = Money.zero(store.card().currency());
              return new SalesResult(name, 0, 0, none, none, none, none);
            });
  }

  private List<String> split(String text, Days days, Voice voice) {
    List<SalesResult> parts;
    if (BY_CHANNEL.matcher(text).find()) {
      parts = store.sales().byChannel(days);
    } else if (BY_MONTH.matcher(text).find()) {
      parts = store.sales().byMonth(days);
    } else if (BY_DAY.matcher(text).find()) {
      parts =
          store.sales().byDay(days).stream()
              .sorted(Comparator.comparing(SalesResult::net).reversed())
              .toList();
    } else {
      return List.of();
    }
    return parts.stream()
        .limit(MOST_LINES)
        .map(
            part ->
                voice.say(
                    "part",
                    "key",
                    part.key(),
                    "orders",
                    part.orders(),
                    "net",
                    voice.money(part.net()),
                    "profit",
                    voice.money(part.profit())))
        .toList();
  }
}
