package shopcrew.bot.gate;

import static shopcrew.bot.gate.SimFailure.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// After every event: takes what the gate has written since, lets the rules judge it, and compares
/// all that stands with the reference.
final class SimCheck {
  private final SimRows rows;
  private final String shop;
  private final SimModel model;
  private final SimRules rules;
  private final SimPhones phones;
  private final SimPlatform platform;
  private final Map<String, SimAgent.Ask> asks;
  private long seq;
  private long line;
  private long step;
  private String head = "";
  private final SimBooks books;

  SimCheck(
      SimRows rows,
      String shop,
      SimModel model,
      SimRules rules,
      SimPhones phones,
      SimPlatform platform,
      Map<String, SimAgent.Ask> asks) {
    this.rows = rows;
    this.shop = shop;
    this.model = model;
    this.rules = rules;
    this.phones = phones;
    this.platform = platform;
    this.asks = asks;
    this.books = new SimBooks(rows, shop, model, rules, platform);
    this.line = rows.number("SELECT COALESCE(MAX(seq), 0) FROM messages");
    this.step = rows.number("SELECT COALESCE(MAX(rowid), 0) FROM approvals");
  }

  /// @return what was said in this event
  List<SimPhones.Shown> after(boolean died, boolean swept) {
    var now = rows.shop(shop);
    unless(now.clock() <= model.now, "E3", "the gate is ahead of all clocks");
    unless(now.clock() >= model.clock, "E3", "time went back");
    model.clock = now.clock();
    var found = new HashMap<String, SimRows.Row>();
    for (var row : rows.spends(shop)) found.put(row.id(), row);
    var said = new ArrayList<SimPhones.Shown>();
    var lines = rows.lines(shop, line);
    var ended = events(found);
    unless(now.frozen() == model.frozen && now.epoch() == model.epoch, "E1", "frozen or epoch");
    for (var one : lines) {
      line = one.seq();
      said.add(phones.arrived(one, model.epoch, model.now));
    }
    for (var shown : said) question(shown);
    told(ended, said);
    books.compare(found);
    rules.activations(List.copyOf(platform.activations));
    platform.activations.clear();
    if (!died)
      for (var duty : model.duties)
        unless(duty.holds().getAsBoolean(), duty.rule(), duty.what() + " " + said);
    if (swept && !died) time();
    wrong(died);
    pins();
    return said;
  }

  private void question(SimPhones.Shown shown) {
    var spend = model.spends.get(shown.intent());
    if (shown.event().startsWith("gate/keypad/")) {
      model.pads.came(shown.person(), shown.conversation(), shown.seq());
    }
    if (spend == null) return;
    if (shown.event().startsWith("ask/")) model.asked(shown.person(), shown.conversation(), spend);
    if (shown.event().startsWith("overrun") || shown.event().startsWith("late")) {
      spend.toldOf.add("overrun");
    }
  }

  /// T4: three wrong amounts end it.
  private void wrong(boolean died) {
    for (var spend : model.spends.values()) {
      if (!model.did("WRONG " + spend.id())) continue;
      spend.wrongAtMost++;
      if (!died) spend.wrongAtLeast++;
      unless(spend.wrongAtLeast < 3 || SimSpend.end(spend.state), "A2", "a fourth try");
    }
  }

  private void pins() {
    for (String person : SimHouse.PINS.keySet()) {
      if (model.did("WRONGPIN " + person)) model.house.wrongPin(person, model.now);
      if (model.did("PINNED " + person)) model.house.rightPin(person);
    }
  }

  /// F1 F2 and every move by itself; the spends that came to an end.
  private List<SimSpend> events(Map<String, SimRows.Row> found) {
    var ended = new ArrayList<SimSpend>();
    var steps = rows.steps(shop, step);
    var events = rows.events(shop, seq);
    for (var given : steps) {
      step = given.row();
      approved(given);
    }
    for (var event : events) {
      unless(event.seq() == seq + 1 && event.prev().equals(head), "F1", "a gap at " + event.seq());
      unless(event.at() <= model.now, "E3", "an event of tomorrow");
      seq = event.seq();
      head = event.hash();
      switch (event.event()) {
        case "frozen" -> {
          unless(model.did("STOP"), "E1", "stopped by nobody");
          model.frozen = true;
          model.epoch++;
        }
        case "proposed" -> begun(found.get(event.intent()));
        case "authority" -> {
          unless(model.did("DONE") || model.did("SETTING"), "A11", "authority of nobody");
          model.deeds.add("AUTHORITY");
          rules.seen("authority");
          model.epoch++;
          model.house.changedAt = model.now;
        }
        case "lowered" -> {
          unless(model.did("SETTING") && model.setting >= 0, "A11", "lowered by nobody");
          String limit = text(body(event).get("limit"));
          unless(model.setting <= model.house.limit(limit), "A11", "raised at once: " + limit);
          model.house.set(limit, model.setting);
          rules.seen("lowered");
        }
        case "owner removed" -> {
          unless(model.did("SETTING"), "A11", "removed by nobody");
          String person = text(body(event).get("person"));
          model.house.owners.remove(person);
          model.house.staff.remove(person);
        }
        case "pin set" -> model.house.newPin(text(body(event).get("person")), model.now);
        case "resumed" -> {
          unless(model.did("RESUME"), "E1", "resumed by nobody");
          model.frozen = false;
          rules.seen("resumed");
        }
        case "moved" -> {
          var spend = model.spends.get(event.intent());
          var row = found.get(event.intent());
          if (spend == null || row == null) throw new SimFailure("F2", "of nothing: " + event);
          var body = body(event);
          State to = State.valueOf(text(body.get("to")));
          rules.moved(spend, State.valueOf(text(body.get("from"))), to, text(body.get("why")), row);
          if (SimSpend.end(to)) ended.add(spend);
        }
        default -> {}
      }
    }
    for (var row : found.values()) {
      var spend = model.spends.get(row.id());
      boolean same = spend != null && spend.state == row.state();
      unless(same, "F2", row.state() + " but the chain says otherwise: " + row.id());
    }
    return ended;
  }

  private void begun(SimRows.@Nullable Row row) {
    if (row == null) throw new SimFailure("F2", "proposed, but not there");
    String key = row.key();
    SimAgent.Ask ask = asks.get(key);
    boolean anew = key.startsWith("risen/") || key.startsWith("authority/");
    var parent = anew ? model.spends.get(key.substring(key.indexOf('/') + 1)) : null;
    if (parent != null) ask = parent.ask;
    if (key.startsWith("price/")) ask = asked(model.spends.get(key.substring(6)));
    var spend = new SimSpend(row, rows.doc(shop, row.id()), ask);
    unless(!model.spends.containsKey(row.id()), "F2", "twice: " + row.id());
    model.spends.put(row.id(), spend);
    if (parent == null || !parent.house()) rules.proposed(spend);
  }

  /// A lower price of yesterday's price or stock, called off and asked for as things are now.
  private SimAgent.@Nullable Ask asked(@Nullable SimSpend before) {
    if (before == null || before.ask == null) return null;
    rules.seen("asked_anew.price");
    long price = rows.number("SELECT price FROM products WHERE shop = ?", shop);
    int stock = (int) rows.number("SELECT stock FROM products WHERE shop = ?", shop);
    return SimAgent.asStored(before.ask, price, stock);
  }

  /// A2 A4: only what a person has just done, with a button that had no effect before.
  private void approved(SimRows.Step given) {
    var spend = model.spends.get(given.intent());
    if (spend == null) throw new SimFailure("A1", "an approval of nothing");
    String deed = given.step() + " " + given.person() + " " + given.intent();
    boolean lent =
        given.step().equals("LENT")
            && !spend.house()
            && model.house.owners.stream()
                .anyMatch(
                    p ->
                        model.did("CONFIRM " + p + " " + given.intent())
                            && model.house.lent(given.person(), p, model.now));
    unless(lent || model.did(deed), "A1", "nobody did " + deed);
    if (given.step().equals("CONFIRM")) spend.confirmedAt.put(given.person(), model.now);
    if (given.step().equals("AGAIN")) {
      long first = spend.confirmedAt.getOrDefault(given.person(), Long.MAX_VALUE);
      unless(model.now - 12 * 3_600_000 >= first, "A1", "not slept over it: " + deed);
    }
    unless(given.epoch() == spend.first.epoch(), "A6", deed);
    var button = model.buttons.get(deed);
    if (button != null) button.spent = true;
    if (given.step().equals("AMOUNT")) model.questions.remove(given.person());
    rules.seen("step." + given.step());
    spend.step(given.person(), given.step());
  }

  /// D10: every end was told to both owners, wherever they read.
  private void told(List<SimSpend> ended, List<SimPhones.Shown> said) {
    for (var spend : ended) {
      for (String owner : model.house.owners) {
        for (String conversation : phones.conversations(owner)) {
          boolean heard =
              said.stream()
                  .anyMatch(
                      s ->
                          s.conversation().equals(conversation)
                              && (s.intent().equals(spend.id()) || model.did("STOP")));
          unless(heard, "silent", spend.state + " was not told to " + conversation);
        }
      }
    }
  }

  /// E3 D10: after a sweep nothing is left that was due.
  private void time() {
    for (var spend : model.spends.values()) {
      boolean expired = spend.state == State.AWAITING && model.now >= spend.first.expiresAt();
      unless(!expired, "E3", "not expired in time: " + spend.id());
      boolean due = model.steady && spend.state == State.ARMED && model.now >= spend.notBefore;
      unless(!due, "D10", "left lying: " + spend.id());
      unless(spend.state != State.SENDING, "D10", "left in SENDING: " + spend.id());
    }
  }

  private static Map<String, Value> body(SimRows.Event event) {
    return Encoding.decode("gate-event/1", event.body());
  }

  private static String text(@Nullable Value value) {
    return value instanceof Value.Text text ? text.text() : "";
  }
}
