package shopcrew.bot.gate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An ad platform in memory with its own book, on a line that fails in every way we know.
final class SimPlatform implements Provider {
  enum Call {
    CREATE,
    FIND,
    ACTIVATE,
    PAUSE,
    REMOVE
  }

  enum Fault {
    /// The request never arrived.
    BEFORE,
    /// It was done, and the answer was lost.
    AFTER,
    REFUSED,
    /// It arrives later.
    LATE,
    /// A proxy did it twice.
    TWICE,
    /// Something else was done than was asked.
    WRONG,
    /// It was done, and cannot be read back for a while.
    LAG,
    /// Our process dies before or after the platform has done it.
    DEATH_BEFORE,
    DEATH_AFTER
  }

  /// A thing on the platform.
  static final class Thing {
    final String id;
    final String tag;
    final SortedMap<String, Value> settings;
    Status status = Status.PAUSED;
    @Nullable LocalDate since;
    @Nullable LocalDate billedTo;
    long charged;

    Thing(String id, String tag, SortedMap<String, Value> settings) {
      this.id = id;
      this.tag = tag;
      this.settings = new TreeMap<>(settings);
    }

    boolean started() {
      return since != null;
    }

    long budget() {
      return settings.get("max") instanceof Value.Whole whole ? whole.number() : 0;
    }

    LocalDate day(String name) {
      return settings.get(name) instanceof Value.Text text
          ? LocalDate.parse(text.text())
          : LocalDate.MAX;
    }
  }

  /// @param arrived a request of an earlier time arrived just now
  record Activation(String tag, boolean arrived) {}

  final List<Thing> things = new ArrayList<>();
  final List<Activation> activations = new ArrayList<>();
  final Map<String, Integer> creates = new TreeMap<>();
  final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
  boolean down;
  private final InstantSource clock;
  private final Map<Call, Deque<Fault>> next = new EnumMap<>(Call.class);
  private final List<Runnable> onTheWay = new ArrayList<>();
  private List<Found> old = List.of();
  private final Map<String, String> oldTags = new TreeMap<>();
  private long oldUntil;

  SimPlatform(InstantSource clock) {
    this.clock = clock;
    for (Call call : Call.values()) next.put(call, new ArrayDeque<>());
  }

  void fails(Call call, Fault fault) {
    next.getOrDefault(call, new ArrayDeque<>()).add(fault);
  }

  void calm() {
    next.values().forEach(Deque::clear);
    down = false;
    oldUntil = 0;
    late(Integer.MAX_VALUE);
  }

  /// Lets up to so many requests arrive that were on their way.
  void late(int most) {
    for (int i = 0; i < most && !onTheWay.isEmpty(); i++) onTheWay.removeFirst().run();
  }

  /// It bills more than it was allowed to.
  boolean overbill(int which, long amount) {
    var running =
        things.stream()
            .filter(t -> t.status == Status.RUNNING && !today().isAfter(t.day("end")))
            .toList();
    if (running.isEmpty()) return false;
    running.get(which % running.size()).charged += amount;
    return true;
  }

  long charged(String tag) {
    bill();
    return of(tag).stream().mapToLong(t -> t.charged).sum();
  }

  List<Thing> of(String tag) {
    return things.stream().filter(t -> t.tag.equals(tag)).toList();
  }

  @Override
  public Traits traits() {
    return Traits.pausedFirst(true);
  }

  @Override
  public void send(Request request, String key) {
    creates.merge(request.tag(), 1, Integer::sum);
    around(Call.CREATE, fault -> made(request, fault == Fault.WRONG));
  }

  private void made(Request request, boolean wrong) {
    var thing = new Thing("p-" + (things.size() + 1), request.tag(), request.settings());
    if (wrong) thing.settings.put("max", new Value.Whole(thing.budget() * 10 + 1));
    things.add(thing);
  }

  @Override
  public List<Found> find(String tag) {
    bill();
    var found = new ArrayList<Found>();
    around(Call.FIND, fault -> found.addAll(seen(tag)));
    return found;
  }

  private List<Found> seen(String tag) {
    if (clock.millis() < oldUntil) {
      return old.stream().filter(f -> tag.equals(oldTags.get(f.id()))).toList();
    }
    return of(tag).stream().map(this::found).toList();
  }

  @Override
  public void activate(String id) {
    activations.add(new Activation(thing(id).tag, false));
    around(Call.ACTIVATE, fault -> runs(id));
  }

  private void runs(String id) {
    Thing thing = thing(id);
    if (thing.status == Status.GONE) return;
    thing.status = Status.RUNNING;
    if (thing.since == null) thing.since = today();
    bill();
  }

  @Override
  public void pause(String id) {
    around(Call.PAUSE, fault -> rests(id));
  }

  private void rests(String id) {
    bill();
    Thing thing = thing(id);
    if (thing.status == Status.RUNNING) thing.status = Status.PAUSED;
  }

  @Override
  public void remove(String id) {
    around(Call.REMOVE, fault -> goes(id));
  }

  private void goes(String id) {
    Thing thing = thing(id);
    if (!thing.started()) thing.status = Status.GONE;
  }

  private void around(Call call, java.util.function.Consumer<@Nullable Fault> work) {
    Fault fault = next.getOrDefault(call, new ArrayDeque<>()).poll();
    if (fault != null) injected.merge(fault, 1, Integer::sum);
    if (fault == Fault.DEATH_BEFORE) throw new SimDeath("before " + call);
    if (down || fault == Fault.BEFORE) throw new IllegalStateException("no answer");
    if (fault == Fault.REFUSED && call == Call.CREATE) throw new Refused("not like this");
    if (fault == Fault.REFUSED) throw new IllegalStateException("an error of its own");
    if (fault == Fault.LATE && call != Call.FIND) {
      onTheWay.add(() -> work.accept(null));
      throw new IllegalStateException("no answer in time");
    }
    if (fault == Fault.LAG) {
      old = things.stream().map(this::found).toList();
      oldTags.clear();
      things.forEach(t -> oldTags.put(t.id, t.tag));
      oldUntil = clock.millis() + 45_000;
    }
    work.accept(fault);
    if (fault == Fault.TWICE && call != Call.FIND) work.accept(fault);
    if (fault == Fault.DEATH_AFTER) throw new SimDeath("after " + call);
    if (fault == Fault.AFTER) throw new IllegalStateException("the answer was lost");
  }

  private Thing thing(String id) {
    return things.stream().filter(t -> t.id.equals(id)).findFirst().orElseThrow();
  }

  private Found found(Thing thing) {
    boolean over = thing.status == Status.GONE || today().isAfter(thing.day("end"));
    return new Found(
        thing.id,
        thing.status,
        new TreeMap<>(thing.settings),
        thing.charged,
        thing.started(),
        over);
  }

  /// Each running thing is charged for the days that have begun, each day once.
  private void bill() {
    for (Thing thing : things) {
      LocalDate since = thing.since;
      if (thing.status != Status.RUNNING || since == null) continue;
      LocalDate first = thing.day("start");
      LocalDate day = since.isAfter(first) ? since : first;
      LocalDate done = thing.billedTo;
      if (done != null && !done.isBefore(day)) day = done.plusDays(1);
      for (; !day.isAfter(today()) && !day.isAfter(thing.day("end")); day = day.plusDays(1)) {
        thing.charged += share(thing, day);
        thing.billedTo = day;
      }
    }
  }

  private static long share(Thing thing, LocalDate day) {
    long days = ChronoUnit.DAYS.between(thing.day("start"), thing.day("end")) + 1;
    long number = ChronoUnit.DAYS.between(thing.day("start"), day);
    return thing.budget() / days + (number < thing.budget() % days ? 1 : 0);
  }

  private LocalDate today() {
    return clock.instant().atZone(GateWorld.SHANGHAI).toLocalDate();
  }
}
