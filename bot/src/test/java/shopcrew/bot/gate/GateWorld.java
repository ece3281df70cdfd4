package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongSupplier;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Conversations;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.People.Kind;
import shopcrew.db.People.Person;
import shopcrew.db.Tasks;
import shopcrew.roles.Proposal;

/// The shop of Mei and Jun with their clerk Lan: real store, real gate, real practice platform, on
/// files in one folder, with a clock that only the test moves. After every step the books are
/// checked.
final class GateWorld implements AutoCloseable {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final String SHOP = "camp";
  /// After this long nobody can undo a sum of the middle any more: Mei and Jun are two owners.
  static final Duration GRACE = Duration.ofSeconds(121);
  static final String MEI_PIN = "258046";
  static final String JUN_PIN = "913570";
  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  final Path folder;
  final Time time = new Time();
  Database db;
  SandboxAds ads;
  Faults faults;
  Gate gate;
  final Phone mei;
  final Phone jun;
  final Phone lan;
  CrashPoints crash = CrashPoints.NONE;
  LongSupplier ticks = time::millis;
  private int proposals;

  /// A clock that only the test moves.
  static final class Time implements InstantSource {
    private Instant now = LocalDateTime.of(2026, 11, 20, 10, 0).atZone(SHANGHAI).toInstant();

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    void set(Instant instant) {
      now = instant;
    }

    void set(LocalDateTime local) {
      now = local.atZone(SHANGHAI).toInstant();
    }
  }

  GateWorld(Path folder) {
    this(folder, FRIDAY.atTime(10, 0));
  }

  private GateWorld(Path folder, LocalDateTime begin) {
    this.folder = folder;
    time.set(begin);
    db = Database.open(folder.resolve("shop.db"));
    var people = new People(db, SHOP);
    people.add(new Person("mei", "梅姐", Kind.OWNER, "zh-CN"));
    people.add(new Person("jun", "Jun", Kind.OWNER, "en"));
    people.add(new Person("lan", "小兰", Kind.STAFF, "zh-CN"));
    mei = new Phone(this, "mei", open("mei", "zh-CN"));
    jun = new Phone(this, "jun", open("jun", "en"));
    lan = new Phone(this, "lan", open("lan", "zh-CN"));
    db.writing(
        h ->
            h.execute(
                """
                INSERT INTO products (shop, sku, category, title_zh, title_en, currency, cost, price,
                  stock, status, on_sale, desc_zh, desc_en)
                VALUES ('camp', 'XL', '露营车', '加大款露营车', 'XL wagon', 'CNY', 11000, 19900, 8,
                  '在售', 1, '', '') ON CONFLICT DO NOTHING\
                """));
    ads = SandboxAds.open(folder.resolve("sandbox-ads.db"), time, SHANGHAI);
    faults = new Faults(new SandboxPort(ads));
    gate = make();
  }

  private String open(String person, String language) {
    return new Conversations(db, SHOP)
        .open("web", person + "-phone", person, language, time.instant())
        .id();
  }

  Desk desk() {
    var seal = Seal.in(folder.resolve("gate.key"));
    return Desk.of(
        db,
        SHOP,
        seal,
        time,
        ticks,
        SHANGHAI,
        new Gate.Settings("CNY", 1_000, (code, _) -> code),
        new People(db, SHOP),
        new Outbox(db, SHOP, time),
        new Tasks(db, SHOP));
  }

  Gate make() {
    return make(new Installation(folder, SHOP));
  }

  Gate make(Installation here) {
    return new Gate(desk(), faults, point -> crash.at(point), ads, here);
  }

  /// The process ends and starts again on the same files.
  void restarts() {
    close();
    db = Database.open(folder.resolve("shop.db"));
    ads = SandboxAds.open(folder.resolve("sandbox-ads.db"), time, SHANGHAI);
    faults = new Faults(new SandboxPort(ads));
    crash = CrashPoints.NONE;
    gate = make();
  }

  void passes(Duration duration) {
    time.pass(duration);
    gate.sweep();
    checks();
  }

  /// C4 C5 C6 F1: whatever happened, the books hold.
  void checks() {
    assertEquals(List.of(), gate.verifyLedger().faults());
  }

  long number(String sql) {
    return db.read(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  String text(String sql) {
    return db.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  void propose(Phone by, Proposal proposal) {
    gate.propose(proposal, by.person, by.conversation, "p" + ++proposals);
    checks();
  }

  /// An ad on the practice platform, from today for three days.
  static Proposal.AdBudget ad(int yuan) {
    return ad(yuan, "加大款露营车", "XL", "sandbox");
  }

  static Proposal.AdBudget ad(int yuan, String label, String target, String platform) {
    var term = new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2));
    return new Proposal.AdBudget(target, label, platform, yuan(yuan), null, term, List.of());
  }

  static Money yuan(long yuan) {
    return Money.of(yuan * 100, "CNY");
  }

  /// Both owners set their PINs in the morning; two hours later they count.
  void pins() {
    mei.setsPin(MEI_PIN);
    jun.setsPin(JUN_PIN);
    passes(Duration.ofHours(2));
  }

  /// A shop whose owners have had their PINs for a month.
  static GateWorld withPins(Path folder) {
    var world = new GateWorld(folder, FRIDAY.minusDays(30).atTime(10, 0));
    world.pins();
    world.time.set(FRIDAY.atTime(10, 0));
    return world;
  }

  /// How often the platform's own book says that it was set running, and what it has charged.
  long activations() {
    return ads.book().stream().filter(line -> line.what().equals("activated")).count();
  }

  Money charged() {
    return Money.of(ads.book().stream().mapToLong(SandboxAds.Line::amount).sum(), "CNY");
  }

  String state() {
    return text("SELECT state FROM spend_intents ORDER BY created_at DESC, rowid DESC LIMIT 1");
  }

  @Override
  public void close() {
    gate.close();
    db.close();
  }
}
