package shopcrew.roles.storemanager;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import shopcrew.db.Days;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.prompts.Prompts;
import shopcrew.roles.Told;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Voice;

/// The morning in a few lines: what was promised to customers, yesterday, the week so far against
/// the last one, and what needs the owners. The store manager tells it when asked, and a job sends
/// it each morning.
public final class Briefing {
  private static final int MOST_POINTS = 5;

  private final Store store;

  public Briefing(Store store) {
    this.store = store;
  }

  /// @param language "zh" or "en"
  public Told tell(LocalDate today, String language) {
    return tell(today, new Voice(Prompts.words("storemanager"), language));
  }

  Told tell(LocalDate today, Voice voice) {
    AsOf asOf = AsOf.of(store, today);
    LocalDate last = asOf.behind() ? asOf.day() : asOf.day().minusDays(1);
    var lines = new ArrayList<String>();
    lines.add(voice.say("briefing", "day", today));
    Told promised = new PromiseBook(store).dueBy(today, voice);
    if (!promised.facts().isEmpty()) lines.add(promised.say());
    if (asOf.behind()) lines.add(voice.say("books_end", "day", asOf.day()));
    SalesResult day = store.sales().total(Days.of(last));
    SalesResult before = store.sales().total(Days.of(last.minusWeeks(1)));
    lines.add(
        voice.say(
            "briefing_day",
            "day",
            last,
            "orders",
            day.orders(),
            "net",
            voice.money(day.net()),
            "profit",
            voice.money(day.profit()),
            "before",
            voice.money(before.net())));
    Days week = new Days(last.with(DayOfWeek.MONDAY), last);
    SalesResult now = store.sales().total(week);
    SalesResult then = store.sales().total(Results.earlier(week));
    lines.add(
        voice.say(
            "briefing_week",
            "net",
            voice.money(now.net()),
            "before",
            voice.money(then.net()),
            "percent",
            Voice.percent(now.net().minor() - then.net().minor(), then.net().minor())));
    List<String> points = new Attention(store).points(asOf.day(), voice);
    lines.add(points.isEmpty() ? voice.say("nothing_urgent") : voice.say("attention"));
    for (int i = 0; i < Math.min(MOST_POINTS, points.size()); i++) {
      lines.add((i + 1) + ". " + points.get(i));
    }
    if (points.size() > MOST_POINTS) {
      lines.add(voice.say("briefing_more", "count", points.size() - MOST_POINTS));
    }
    var facts = new ArrayList<Told.Fact>(promised.facts());
    facts.add(new Told.Fact(day.net().decimalText(), "orders#" + last));
    return new Told(String.join("\n", lines), facts);
  }
}
