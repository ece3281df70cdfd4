package shopcrew.bot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Amendments;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Postman;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.jobs.Jobs;
import shopcrew.bot.jobs.Schedule;
import shopcrew.bot.learning.Learning;
import shopcrew.bot.model.Models;
import shopcrew.bot.model.Senses;
import shopcrew.bot.model.Translator;
import shopcrew.bot.model.Unchanged;
import shopcrew.bot.style.StyleBook;
import shopcrew.db.Database;
import shopcrew.db.Store;
import shopcrew.db.privacy.Privacy;
import shopcrew.roles.Crew;
import shopcrew.roles.Minds;
import shopcrew.roles.Team;
import shopcrew.roles.customerservice.HandOff;
import shopcrew.roles.customerservice.Shelves;

/// One open shop: its store, its team, its gate, and the ways in and out.
public final class Shop implements AutoCloseable {
  private final Database database;
  private final Rooms rooms;
  private final Store store;
  private final Gate gate;
  private final Router router;
  private final Postman postman;
  private final Reception reception;
  private final Doubts doubts;
  private final Holds holds;
  private final OrderBook orders;
  private final PromiseBook promises;
  private final Amendments amendments;
  private final Learning learning;
  private final Jobs jobs;
  private final ZoneId zone;
  private final InstantSource clock;

  private Shop(Path home, String id, InstantSource clock, LongSupplier ticks, Means means) {
    this.clock = clock;
    database = Database.open(home.resolve("shop.db"));
    rooms = Rooms.of(database, id, clock);
    store = database.store(id);
    zone = store.card().zone();
    gate =
        Gate.open(
            home,
            database,
            id,
            clock,
            ticks,
            zone,
            rooms.people(),
            rooms.outbox(),
            rooms.tasks(),
            means.ways());
    var manners = means.manners();
    doubts = new Doubts(rooms);
    promises = new PromiseBook(rooms, clock, zone);
    Postman.Rounds rounds = new Lanes(means.executor())::add;
    amendments =
        new Amendments(rooms.sent(), rooms.conversations(), means.channels(), gate::faded, rounds);
    Allowance allowance = allowance(gate);
    var aides = means.model().aides(allowance);
    var unchanged = new Unchanged(store.card().currency());
    var interpreter = new Interpreter(rooms, new Translator(aides), unchanged, clock);
    holds = new Holds(rooms, clock, manners.handBack(), interpreter);
    postman =
        new Postman(
            rooms.outbox(),
            rooms.conversations(),
            means.channels(),
            clock,
            rounds,
            manners.later()::after,
            doubts,
            allowance);
    var shelves = new Shelves(store);
    Minds minds = means.model().metered(allowance);
    Team team = Crew.of(store, shelves, minds);
    boolean outside = minds != Minds.HOUSE;
    orders = new OrderBook(rooms, store, clock, zone);
    var style = new StyleBook(rooms.style(), clock, outside);
    learning = new Learning(rooms, store, shelves, means.channels(), clock, zone, style);
    var notebook = new Notebook(rooms, store.edits(), clock);
    var papers = new Papers(rooms, store, notebook, means.channels(), clock, zone);
    var asides =
        new Asides(rooms, clock, holds, doubts, orders, promises, learning, notebook, interpreter);
    var lanes = new Lanes(means.executor());
    var media = new Media(home, means.channels());
    var beside = new Beside(rooms, store, doubts, holds, promises, learning, clock);
    var memory = new Memory(rooms, store, zone, outside);
    var readBack = new ReadBack(rooms, new Senses(aides), gate, clock);
    var handover = new Handover(rooms, new HandOff(store, shelves), clock, zone);
    router =
        new Router(
            rooms,
            team,
            gate,
            handover,
            postman,
            asides,
            holds,
            beside,
            orders,
            media,
            readBack,
            interpreter,
            learning,
            notebook,
            papers,
            memory,
            clock,
            zone,
            lanes,
            manners);
    reception = new Reception(rooms, gate, router, beside, clock);
    var keep = manners.keep();
    var privacy = new Privacy(database, id, home, keep.messages(), keep.media());
    var courier = new Schedule.Outward(means.backup(), means.channels());
    jobs = Schedule.of(this, team, home, privacy, courier);
    jobs.open();
  }

  /// What a shop is opened with.
  ///
  /// @param executor where messages are worked on; a direct one answers before it returns
  /// @param model puts an outside model before the house model, or gives it back as it is
  /// @param ways in for somebody with a code, in a language: what can be sent on
  /// @param backup how a copy is locked that leaves the house; null: none leaves
  public record Means(
      Executor executor,
      List<Channel> channels,
      Models.Way model,
      Manners manners,
      BinaryOperator<String> ways,
      Config.@Nullable Backup backup) {
    public Means(Executor executor, List<Channel> channels, Models.Way model) {
      this(executor, channels, model, Manners.PLAIN, Doors.NONE, null);
    }
  }

  /// By a clock that nobody sets, such as a test's or the demo's own.
  public static Shop open(Path home, String id, InstantSource clock, Means means) {
    return new Shop(home, id, clock, clock::millis, means);
  }

  /// By the machine's clock, which somebody can set: the gate notices.
  public static Shop open(Path home, String id, Means means) {
    return new Shop(home, id, InstantSource.system(), () -> System.nanoTime() / 1_000_000, means);
  }

  public Rooms rooms() {
    return rooms;
  }

  public Store store() {
    return store;
  }

  public Gate gate() {
    return gate;
  }

  public Router router() {
    return router;
  }

  /// Where everything arrives.
  public Reception reception() {
    return reception;
  }

  public Jobs jobs() {
    return jobs;
  }

  /// What the team learns, and how far it speaks by itself.
  public Learning learning() {
    return learning;
  }

  public InstantSource clock() {
    return clock;
  }

  public ZoneId zone() {
    return zone;
  }

  /// What the clock does: due jobs, the gate's waiting spends, the outbox.
  public void tick() {
    jobs.runDue();
    gate.sweep();
    holds.tick();
    orders.tick();
    promises.tick();
    amendments.look();
    postman.deliver();
  }

  private static Allowance allowance(Gate gate) {
    return new Allowance() {
      @Override
      public boolean may(long worst) {
        return gate.mayRun(worst);
      }

      @Override
      public void ran(long worst, long cost) {
        gate.ran(worst, cost);
      }
    };
  }

  /// Goes on where the last stop has cut off.
  public void resume() {
    doubts.afterStop();
    router.resume();
    postman.deliver();
  }

  @Override
  public void close() {
    gate.close();
    database.close();
  }
}
