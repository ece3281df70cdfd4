package shopcrew.bot.gate;

import static shopcrew.bot.gate.SimFailure.unless;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopcrew.bot.gate.Provider.Status;

/// Which change of a spend may follow from what: each move that the gate wrote down is judged by
/// what people did, by the time, and by the platform's own book.
final class SimRules {
  private static final long IN_FLIGHT = 120_000;
  private static final long HOUR = 3_600_000;

  private final SimModel model;
  private final SimPlatform platform;
  private final SimStanding house;
  long longestUnknown;
  final Map<String, Integer> seen = new TreeMap<>();

  SimRules(SimModel model, SimPlatform platform) {
    this.model = model;
    this.platform = platform;
    this.house = new SimStanding(model);
  }

  void seen(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  void proposed(SimSpend spend) {
    var row = spend.first;
    seen("asked");
    if (spend.first.blocked()) seen("blocked");
    unless(!model.frozen, "E1", "asked while stopped: " + row);
    unless(row.epoch() == model.epoch, "A6", "a document of another epoch: " + row);
    unless(row.currency().equals("CNY"), "C8", "another currency: " + row);
    unless(row.expiresAt() <= model.now + 72 * HOUR, "E3", "valid for too long: " + row);
    boolean setting = row.key().startsWith("setting/");
    var ask = spend.ask;
    unless(setting ? model.did("SETTING") : ask != null, "G1", "nobody asked for " + row);
    if (ask != null) {
      unless(ask.worst() >= 0, "G1", "has no worst case: " + ask.proposal());
      unless(spend.worst() == ask.worst(), "C8", spend.worst() + " for " + ask);
    }
    if (spend.draw()) return;
    int tier = SimLines.tier(spend, model.spends.values(), model.house, model.now);
    unless(row.tier() >= tier, "A10", tier + " for " + row);
    boolean two = row.tier() == 4 && model.house.owners.size() > 1;
    unless(row.persons() == (two ? 2 : 1), "A1", "how many must agree: " + row);
    if (spend.house()) return;
    long waiting =
        model.spends.values().stream()
            .filter(s -> s.state == State.AWAITING && !s.setting())
            .count();
    boolean anew = row.key().startsWith("risen/") || row.key().startsWith("authority/");
    unless(anew || waiting <= 3, "G2", "a fourth card");
    if (!anew && ask != null) limits(spend, ask);
    boolean full =
        SimLines.windows(row.category(), model.now).stream().anyMatch(w -> over(w, row.amount()));
    unless(row.blocked() || !full, "C2", "a yes for what no cap has room for: " + row);
  }

  private void limits(SimSpend spend, SimAgent.Ask ask) {
    String day = SimLines.day(model.now).toString();
    var today =
        model.spends.values().stream()
            .filter(s -> s.first.createdDay().equals(day) && !s.draw() && !s.setting())
            .count();
    unless(today <= 6, "G2", "a seventh card on one day");
    for (var other : model.spends.values()) {
      if (other == spend || other.ask == null || !other.ask.same(ask)) {
        continue;
      }
      unless(
          !other.refused || other.endedAt <= model.now - 86_400_000,
          "G2",
          "asked again after a no: " + ask.proposal());
    }
  }

  private boolean over(String window, long more) {
    long used = model.reserved(window) + model.posted(window) + model.overrun(window);
    return used + more > model.house.limit(SimHouse.limitOf(window));
  }

  void moved(SimSpend spend, State from, State to, String why, SimRows.Row row) {
    unless(spend.state == from, "F2", spend.state + " but it says " + from + " to " + to);
    seen("move." + from + "." + to);
    String id = spend.id();
    switch (to) {
      case ARMED -> armed(spend, row);
      case SENDING -> sent(spend);
      case UNKNOWN -> spend.unknownSince = model.now;
      case NEEDS_HUMAN -> unless(from == State.UNKNOWN, "D10", why);
      case ACTIVE -> {
        active(spend);
        if (spend.house()) {
          house.inForce(spend);
          seen("in_force." + spend.first.kind());
        }
      }
      case REJECTED -> {
        boolean no = model.house.owners.stream().anyMatch(p -> model.did("NO " + p + " " + id));
        boolean wrong = model.did("WRONG " + id) && spend.wrongAtMost >= 2;
        boolean pin = model.did("WRONGPIN " + id);
        unless(no || wrong || pin || model.did("STOP"), "A7", "rejected by nobody: " + why);
        spend.refused = no || wrong;
      }
      case EXPIRED -> unless(model.now >= spend.first.expiresAt(), "E3", "expired too early");
      case SUPERSEDED -> {
        boolean asked =
            model.did("WITHDRAW " + id)
                || model.did("AUTHORITY")
                || model.deeds.stream()
                    .anyMatch(
                        d ->
                            d.endsWith(id)
                                && List.of("SMALLER", "CONFIRM", "AGAIN")
                                    .contains(d.split(" ")[0]));
        unless(asked, "D10", "replaced by nobody: " + why);
      }
      case VOIDED -> voided(spend, from, why);
      case SETTLED -> {
        unless(from == State.ACTIVE, "D10", from + " to SETTLED");
        unless(!spend.byHand() || model.did("PAID " + id), "C10", "nobody ticked it off");
        if (spend.house()) house.over(spend, why);
      }
      case AWAITING -> unless(false, "F2", "back to AWAITING");
    }
    if (spend.unknownSince > 0 && to != State.UNKNOWN) {
      longestUnknown = Math.max(longestUnknown, model.now - spend.unknownSince);
      spend.unknownSince = 0;
    }
    spend.state = to;
    if (SimSpend.end(to)) spend.endedAt = model.now;
  }

  private void armed(SimSpend spend, SimRows.Row row) {
    String id = spend.id();
    seen("armed.tier" + spend.first.tier());
    if (spend.draw()) house.drawn(spend);
    else agreed(spend);
    unless(!model.frozen && spend.first.epoch() == model.epoch, "A6", "armed after a stop");
    unless(model.now < spend.first.expiresAt(), "E3", "armed after its time");
    unless(!spend.first.blocked(), "C2", "armed though it was blocked");
    var windows = SimLines.windows(spend.first.category(), model.now);
    if (spend.house()) windows = List.of();
    for (String window : windows) {
      unless(!over(window, spend.first.amount()), "C2", "over the cap of " + window);
    }
    spend.window = String.join(";", windows);
    spend.armedAt = model.now;
    spend.notBefore = row.notBefore();
    spend.useBy = row.useBy();
    unless(spend.notBefore >= model.now + grace(spend), "A7", "no time to take it back");
    unless(spend.useBy <= spend.notBefore + 24 * HOUR, "E3", "good for too long");
  }

  private void agreed(SimSpend spend) {
    String id = spend.id();
    boolean yes =
        model.house.owners.stream()
            .anyMatch(
                p -> model.did("CONFIRM " + p + " " + id) || model.did("AGAIN " + p + " " + id));
    unless(yes && spend.quorum(), "A1", "armed without a whole yes: " + spend.steps);
    int tier = SimLines.tier(spend, model.spends.values(), model.house, model.now);
    unless(spend.first.tier() >= tier, "A10", spend.first.tier() + " but it is " + tier);
  }

  /// A7 A11: how long it can still be taken back.
  private long grace(SimSpend spend) {
    boolean two = model.house.owners.size() > 1;
    long usual =
        switch (spend.first.tier()) {
          case 0, 1 -> 10;
          case 2 -> two ? 120 : 30;
          case 3 -> two ? 600 : 60;
          default -> spend.first.persons() > 1 ? 60 : 600;
        };
    return switch (spend.first.kind()) {
      case "line", "owner", "new_pin" -> 24 * HOUR;
      case "cap" -> {
        var morning = SimLines.day(model.now).plusDays(1).atStartOfDay(GateWorld.SHANGHAI);
        yield morning.toInstant().toEpochMilli() - model.now;
      }
      default -> usual * 1_000;
    };
  }

  private void sent(SimSpend spend) {
    spend.sends++;
    unless(spend.sends == 1, "D2", "sent again: " + spend.id());
    unless(mayRun(spend), "A1", "claimed without authority: " + spend.id());
    unless(model.now >= spend.notBefore, "A7", "claimed in its grace");
    unless(model.steady, "E3", "claimed by a clock that was just set");
  }

  /// A1 A6 A7 E1 E3, as they must hold at the claim and at the moment money can move.
  private boolean mayRun(SimSpend spend) {
    boolean good = spend.draw() ? house.holds(spend) : spend.quorum();
    return good
        && !model.frozen
        && spend.first.epoch() == model.epoch
        && model.now <= spend.useBy
        && (!SimSpend.end(spend.state) || endedNow(spend));
  }

  /// It was set running and stopped again in one event.
  private boolean endedNow(SimSpend spend) {
    return spend.state == State.SETTLED && spend.endedAt == model.now;
  }

  private void active(SimSpend spend) {
    unless(spend.sends == 1, "D1", "active but never sent");
    if (!spend.byPlatform() || model.did("PAID " + spend.id())) return;
    var started = platform.of(spend.tag()).stream().filter(SimPlatform.Thing::started).toList();
    unless(started.size() == 1, "D5", started.size() + " things run for " + spend.id());
    unless(started.getFirst().budget() == spend.first.amount(), "D5", "another budget");
  }

  private void voided(SimSpend spend, State from, String why) {
    String id = spend.id();
    boolean no = model.house.owners.stream().anyMatch(p -> model.did("NO " + p + " " + id));
    if (from == State.ARMED) {
      boolean late = why.equals("void.late") && !(model.now <= spend.useBy && inTerm(spend));
      boolean price = why.equals("void.price") && spend.first.category().equals("price");
      boolean off = spend.draw() && !house.holds(spend);
      boolean known = no || off || model.did("STOP") || model.did("AUTHORITY");
      unless(known || late || price, "D10", "called off for nothing: " + why);
      if (no) spend.refused = false;
      return;
    }
    unless(!why.equals("tampered"), "A12", "tampered rows of " + id);
    var things = platform.of(spend.tag());
    if (model.did("ATTEST " + id)) return;
    unless(
        !why.equals("void.absent")
            || things.stream().anyMatch(t -> t.status == Status.GONE)
            || model.now >= spend.armedAt + IN_FLIGHT,
        "D4",
        "declared absent too early");
  }

  private boolean inTerm(SimSpend spend) {
    var ask = spend.ask;
    var term = ask == null ? null : ask.proposal().term();
    var end = term == null ? null : term.end();
    return end == null || !end.isBefore(SimLines.day(model.now));
  }

  long drawn(String mandate) {
    return house.drawn(mandate);
  }

  /// G1 C1: what the gate set running in this event.
  void activations(List<SimPlatform.Activation> made) {
    for (var one : made) {
      var spend = model.spends.values().stream().filter(s -> s.tag().equals(one.tag())).findFirst();
      unless(spend.isPresent(), "G1", "nobody's: " + one);
      if (spend.isEmpty()) continue;
      boolean may = spend.get().sends == 1 && mayRun(spend.get());
      unless(may, "G1", "set running without authority: " + spend.get().id());
      unless(
          endedNow(spend.get())
              || spend.get().held() + spend.get().posted == spend.get().first.amount(),
          "C6",
          "no hold");
    }
    unless(platform.creates.values().stream().allMatch(n -> n == 1), "D2", "" + platform.creates);
    for (var thing : platform.things) {
      long running = platform.of(thing.tag).stream().filter(SimPlatform.Thing::started).count();
      unless(running <= 1, "C1", "two effects of " + thing.tag);
    }
  }
}
