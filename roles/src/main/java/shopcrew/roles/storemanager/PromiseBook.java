package shopcrew.roles.storemanager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import shopcrew.db.Promises.Promise;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Moments;

/// What the owners have promised customers and not ticked off yet.
final class PromiseBook {
  private static final int MOST = 8;
  private static final int LONGEST = 40;

  private final Store store;
  private final ZoneId zone;

  PromiseBook(Store store) {
    this.store = store;
    this.zone = store.card().zone();
  }

  /// All of them.
  Told tell(Instant now, Voice voice) {
    List<Promise> open = store.promises().open();
    if (open.isEmpty()) return Told.of(voice.say("promises_none"));
    Told list = list(open, now, voice);
    return new Told(voice.say("promises", "count", open.size()) + "\n" + list.say(), list.facts());
  }

  /// Those that are due by the end of that day; nothing where there are none.
  Told dueBy(LocalDate day, Voice voice) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<Promise> due =
        store.promises().open().stream().filter(one -> one.due().isBefore(end)).toList();
    if (due.isEmpty()) return Told.of("");
    Told list = list(due, day.atStartOfDay(zone).toInstant(), voice);
    return new Told(voice.say("promises_due") + "\n" + list.say(), list.facts());
  }

  private Told list(List<Promise> promises, Instant now, Voice voice) {
    var lines = new ArrayList<String>();
    var facts = new ArrayList<Told.Fact>();
    for (Promise promise : promises.subList(0, Math.min(MOST, promises.size()))) {
      String name = promise.name().isEmpty() ? voice.say("promise_somebody") : promise.name();
      lines.add(
          voice.say(
              promise.due().isBefore(now) ? "promise_late" : "promise",
              "number",
              promise.number(),
              "name",
              Planted.quoted(name, LONGEST),
              "words",
              Voice.shortened(promise.words(), LONGEST),
              "due",
              Moments.say(promise.due(), zone, voice.language())));
      facts.add(new Told.Fact(promise.words(), "promises#" + promise.number()));
    }
    if (promises.size() > MOST)
      lines.add(voice.say("briefing_more", "count", promises.size() - MOST));
    return new Told(String.join("\n", lines), facts);
  }
}
