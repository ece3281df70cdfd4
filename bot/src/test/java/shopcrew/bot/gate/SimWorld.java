package shopcrew.bot.gate;

import static shopcrew.bot.gate.SimFailure.unless;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.SimPlatform.Call;
import shopcrew.bot.gate.SimPlatform.Fault;

/// One shop of the simulation: the real gate on the real store, and around it people, an assistant,
/// a platform, a clock and a reference that nobody can rely on but the test.
final class SimWorld {
  private static final long DAY = 86_400_000;

  final GateWorld.Time time = new GateWorld.Time();
  final SimModel model = new SimModel();
  final SimPhones phones = new SimPhones();
  final SimPlatform platform = new SimPlatform(time);
  final SimRules rules = new SimRules(model, platform);
  final Map<SimEvent.Kind, Integer> counts = new EnumMap<>(SimEvent.Kind.class);
  boolean swept;
  int deaths;

  final SimShop shop;
  private final SimPeople people = new SimPeople(this);
  private final SimCheck check;
  private final Map<String, SimAgent.Ask> asks = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private SimAgent.@Nullable Ask before;
  private Gate gate;
  private int dieIn;
  private long ticks;
  private long skew;
  private long unsteadyUntil;

  SimWorld(SimShop shop) {
    this.shop = shop;
    shop.fill(phones, time);
    gate = open();
    check = new SimCheck(shop.rows, shop.name, model, rules, phones, platform, asks);
  }

  private Gate open() {
    return shop.open(time, () -> ticks, platform, this::place);
  }

  Gate gate() {
    return gate;
  }

  private void place(String where) {
    if (dieIn > 0 && --dieIn == 0) throw new SimDeath(where);
  }

  void waits(long millis) {
    ticks += millis;
    time.pass(Duration.ofMillis(millis));
    if (ticks >= unsteadyUntil) model.steady = true;
    model.begin(time.millis());
  }

  /// The wall clock is set while time goes on as it does.
  private void set(long millis) {
    time.pass(Duration.ofMillis(millis));
    skew += millis;
    if (Math.abs(skew) > 300_000) {
      skew = 0;
      unsteadyUntil = ticks + 600_000;
      model.steady = false;
    }
    model.begin(time.millis());
    sweep();
  }

  /// Whoever starts anew does not know that the clock was set before.
  private void reopened() {
    skew = 0;
    unsteadyUntil = ticks;
    model.steady = true;
    model.house.pads.clear();
  }

  /// Somebody must be answered there in this event.
  void answered(String conversation) {
    answers.add(conversation);
  }

  void play(SimEvent event) {
    counts.merge(event.kind(), 1, Integer::sum);
    waits(1);
    swept = false;
    answers.clear();
    boolean died = false;
    try {
      act(event);
    } catch (SimDeath e) {
      died = true;
      deaths++;
      dieIn = 0;
      gate = open();
    } catch (RuntimeException e) {
      throw new AssertionError("threw in " + event + ": " + e, e);
    }
    look(died);
    if (died) reopened();
  }

  /// In the middle of an event: what was said is read before the next finger moves.
  void look() {
    look(false);
    model.begin(time.millis());
  }

  private void look(boolean died) {
    var said = check.after(died, swept);
    for (String conversation : answers) {
      boolean heard = said.stream().anyMatch(s -> s.conversation().equals(conversation));
      unless(died || heard, "silent", "no answer to " + conversation + " " + model.deeds);
    }
    answers.clear();
    swept = false;
  }

  private void act(SimEvent event) {
    int a = event.a();
    int b = event.b();
    int c = event.c();
    switch (event.kind()) {
      case PROPOSE -> propose(a, b, c);
      case REPEAT -> {
        if (!keys.isEmpty()) again(keys.get(a % keys.size()), SimPeople.anybody(b));
      }
      case STEP -> people.step(a, b);
      case TAP -> people.any(a, b, c);
      case FORWARD -> people.forward(a, b, c);
      case FORGE -> people.forge(a, b);
      case AGAIN -> people.again();
      case LATER -> people.later(a, b);
      case ARRIVE -> people.arrive(a, b);
      case TYPE -> people.type(a, b, c);
      case NO -> people.no(a, b);
      case STOP -> people.stop(a, b);
      case RESUME -> people.resume(a, b);
      case TICK -> people.tick(a, b, c);
      case PIN -> people.pin(a, b);
      case SETTING -> people.setting(a, b, c);
      case STAND -> people.stand(a, b);
      case WITHDRAW -> withdraw(a, b);
      case WAIT -> pass(List.of(3L, 11L, 31L, 31L, 65L, 130L, 600L).get(a % 7) * 1_000);
      case HOURS -> {
        for (long pause : List.of(31_000L, 100_000L, 480_000L)) {
          if (c % 10 > 6) break; // nobody swept for hours
          pass(pause);
          look();
        }
        pass(b % 3 == 0 ? (1 + a % 30) * 3_600_000L : untilMorning());
      }
      case BACK -> set((1 + a % 120) * (b % 3 == 0 ? 60_000L : -60_000L));
      case SWEEP -> sweep();
      case FAULT -> fault(a, b);
      case LINE -> platform.down = !platform.down;
      case LATE -> platform.late(1 + a % 2);
      case OVERBILL -> platform.overbill(a, 100 + c);
      case STORE -> shop.change(a, c);
      case REDEEM -> shop.redeem(1 + a % 5, SimLines.day(time.millis()));
      case CRASH -> dieIn = 1 + a % 6;
    }
  }

  private void fault(int call, int how) {
    var calls =
        List.of(
            Call.CREATE,
            Call.CREATE,
            Call.ACTIVATE,
            Call.ACTIVATE,
            Call.FIND,
            Call.PAUSE,
            Call.REMOVE);
    Fault[] all = Fault.values();
    platform.fails(calls.get(call % calls.size()), all[how % all.length]);
  }

  private void pass(long millis) {
    waits(millis);
    sweep();
  }

  /// Until ten o'clock tomorrow, when people are there.
  private long untilMorning() {
    var morning = SimLines.day(model.now).plusDays(1).atTime(10, 0).atZone(GateWorld.SHANGHAI);
    return morning.toInstant().toEpochMilli() - time.millis();
  }

  private void sweep() {
    swept = true;
    gate.sweep();
  }

  private void propose(int who, int shape, int amount) {
    var today = SimLines.day(model.now);
    var ask = SimAgent.ask(shape, amount, today, shop.price(), shop.stock(), before);
    if (amount % 6 == 0 && !keys.isEmpty()) { // the same once more, under another number
      ask = asks.getOrDefault(keys.get(shape % keys.size()), ask);
    }
    before = ask;
    String key = "k" + keys.size();
    keys.add(key);
    asks.put(key, ask);
    String person = SimPeople.anybody(who % 4 == 3 && amount % 3 > 0 ? who + 1 : who);
    if (ask.worst() != SimAgent.FREE) answered(phones.conversations(person).getFirst());
    again(key, person);
  }

  private void again(String key, String person) {
    var known = asks.get(key);
    if (known == null) return;
    var ask = SimAgent.asStored(known, shop.price(), shop.stock());
    if (model.spends.values().stream().noneMatch(s -> s.first.key().equals(key))) {
      asks.put(key, ask);
    }
    String conversation = phones.conversations(person).getFirst();
    swept = true;
    gate.propose(ask.proposal(), person, conversation, key);
  }

  private void withdraw(int which, int who) {
    var waiting = model.spends.values().stream().filter(s -> s.state == State.AWAITING).toList();
    if (waiting.isEmpty()) return;
    String id = waiting.get(which % waiting.size()).id();
    String person = SimPeople.anybody(who);
    model.withdraw(id, person);
    gate.withdraw(id, person);
  }

  /// Faults end and time passes: everything comes to its end or visibly waits for a person, and the
  /// ledger is the platform's book, item by item.
  void settle() {
    platform.calm();
    dieIn = 0;
    long[] pauses = {31_000, 130_000, 40_000, 3_600_000, DAY, DAY, DAY, DAY, DAY, DAY, DAY};
    for (long pause : pauses) {
      waits(pause + Math.max(0, model.clock - time.millis()));
      sweep();
      check.after(false, true);
    }
    for (var spend : model.spends.values()) atRest(spend);
    var books = gate.verifyLedger();
    unless(books.good(), "F1", "" + books.faults());
  }

  private void atRest(SimSpend spend) {
    boolean waits = spend.state == State.ACTIVE && !spend.byPlatform();
    unless(SimSpend.end(spend.state) || waits, "D10", "neither ended nor waiting: " + spend.state);
    if (waits) {
      boolean visible = gate.pending().stream().anyMatch(p -> p.intent().equals(spend.id()));
      unless(visible, "silent", "nobody sees " + spend.id());
    }
    if (spend.byPlatform()) {
      unless(
          spend.charged() == platform.charged(spend.tag()),
          "C10",
          spend.charged()
              + " in the ledger, billed "
              + platform.charged(spend.tag())
              + " "
              + spend.state);
      boolean runs =
          platform.of(spend.tag()).stream()
              .anyMatch(
                  t ->
                      t.status == Provider.Status.RUNNING
                          && !t.day("end").isBefore(SimLines.day(model.now)));
      unless(!runs || spend.state == State.ACTIVE, "D4", "runs though " + spend.state);
      unless(spend.state != State.SETTLED || receipts(spend) > 0, "F5", "no receipt");
    }
    if (spend.first.provider().equals("COUPON")) {
      unless(spend.charged() == shop.redeemed(spend.tag()), "C10", "coupons of " + spend.id());
    }
  }

  private long receipts(SimSpend spend) {
    return shop.rows.number(
        "SELECT COUNT(*) FROM gate_receipts WHERE shop = ? AND intent = ?", shop.name, spend.id());
  }
}
