package shopcrew.bot.gate;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Database;
import shopcrew.db.Money;
import shopcrew.db.Outbox;
import shopcrew.db.People;
import shopcrew.db.Tasks;
import shopcrew.roles.Proposal;

/// The only door to money. A role proposes; a person of the shop agrees, on a card that no model
/// wrote, in steps of different kinds; then it is done once, and a receipt says so.
///
/// What the gate says goes to the outbox. Call [#sweep] every few seconds and after each tap.
public final class Gate implements AutoCloseable {
  /// What holds from the first minute, until the owners set their own, in the shop's one currency.
  ///
  /// @param pinRounds how often a PIN is hashed
  /// @param ways in for somebody with a code, in a language
  record Settings(String currency, int pinRounds, BinaryOperator<String> ways) {}

  /// A spend that is not finished.
  ///
  /// @param state `AWAITING`, `ARMED`, `SENDING`, `UNKNOWN`, `NEEDS_HUMAN` or `ACTIVE`
  public record Pending(
      String intent,
      String kind,
      String label,
      Money atMost,
      Money charged,
      String state,
      boolean byHand,
      Instant since,
      Instant expiresAt) {}

  /// What may still be newly reserved, restocks apart.
  public record Left(Money today, Money month) {}

  /// @param faults what does not hold; empty when the books are good
  /// @param head the chain's last number and characters
  public record Books(List<String> faults, String head) {
    public boolean good() {
      return faults.isEmpty();
    }
  }

  private final Desk desk;
  private final SandboxAds ads;
  private final @Nullable Installation here;
  private final Proposing proposing;
  private final Taps taps;
  private final Typing typing;
  private final Steps steps;
  private final Stopping stopping;
  private final Receipts receipts;
  private final HandDone hand;
  private final Running running;
  private final Batch batch;
  private final Recovery recovery;
  private final Upkeep upkeep;

  /// @param home where the database lies: the gate's key and the practice platform's book are kept
  ///     beside it
  /// @param ticks milliseconds that only go on, to see when the wall clock was set
  /// @param ways in for somebody with a code, in a language: what can be sent on
  public static Gate open(
      Path home,
      Database db,
      String shop,
      InstantSource clock,
      LongSupplier ticks,
      ZoneId zone,
      People people,
      Outbox outbox,
      Tasks tasks,
      BinaryOperator<String> ways) {
    var seal = Seal.in(home.resolve("gate.key"));
    var settings = new Settings(db.store(shop).card().currency(), Pins.ROUNDS, ways);
    var desk = Desk.of(db, shop, seal, clock, ticks, zone, settings, people, outbox, tasks);
    var ads = SandboxAds.open(home.resolve("sandbox-ads.db"), clock, zone);
    var here = Installation.alone(home, shop);
    return new Gate(desk, new SandboxPort(ads), CrashPoints.NONE, ads, here);
  }

  Gate(Desk desk, Provider sandbox, CrashPoints crash, SandboxAds ads, @Nullable Installation at) {
    this(desk, sandbox, Map.of(), crash, ads, at);
  }

  Gate(
      Desk desk,
      Provider sandbox,
      Map<String, Provider> messages,
      CrashPoints crash,
      SandboxAds ads,
      @Nullable Installation here) {
    this.desk = desk;
    this.ads = ads;
    this.here = here;
    var providers =
        new Providers(sandbox, new CouponPort(desk.db(), desk.shop(), desk.clock()), messages);
    var free = new FreeActions(desk);
    this.receipts = new Receipts(desk);
    this.hand = new HandDone(desk, receipts);
    this.proposing = new Proposing(desk, free, messages.keySet());
    var pad = new Pad(desk);
    var owners = new Owners(desk, proposing);
    this.stopping = new Stopping(desk, free, pad, owners, crash);
    var house = new House(desk, proposing, receipts, owners);
    var menu = new Menu(desk, pad, house);
    this.steps = new Steps(desk, proposing, pad, crash);
    var arming = new Arming(desk, proposing, pad, crash);
    var attesting = new Attesting(desk, pad, receipts);
    var pressing = new Pressing(desk, pad, steps, arming, stopping, attesting, owners, crash);
    this.taps =
        new Taps(
            desk, proposing, steps, stopping, hand, free, arming, pressing, attesting, house, menu);
    this.typing = new Typing(desk, steps, stopping, hand, attesting, menu);
    this.batch = new Batch(desk, receipts, free, crash);
    var restored = new Restored(desk, stopping, owners, here);
    var outcomes = new Outcomes(desk, providers, receipts, stopping, free, batch, restored, crash);
    var executor =
        new Executor(desk, providers, outcomes, hand, house, proposing, receipts, restored, crash);
    var billing = new Billing(desk, providers, receipts, free, crash);
    this.running = new Running(desk, owners);
    this.recovery = new Recovery(desk, stopping, owners);
    var inspection = new Inspection(desk, stopping, owners);
    var standing = new Standing(desk, house, arming, owners, inspection, recovery);
    var reconciling = new Reconciling(desk, sandbox, owners);
    this.upkeep =
        new Upkeep(desk, providers, standing, executor, outcomes, billing, restored, reconciling);
    desk.clock().now();
    restored.same();
  }

  /// Asks the owners for a spend, or says in one sentence why not. What can only save is done.
  ///
  /// @param byPerson an owner's or clerk's id, or `clock`
  /// @param conversation where the asker reads; empty for the clock
  /// @param proposalKey the same for the same proposal, however often it is repeated
  public void propose(Proposal proposal, String byPerson, String conversation, String proposalKey) {
    proposing.propose(proposal, byPerson, conversation, proposalKey);
    upkeep.sweep();
  }

  /// What is true in the place of a card whose buttons do nothing any more; empty while one does.
  public Optional<String> faded(List<String> tokens, String language) {
    return new Faded(desk).truth(tokens, language);
  }

  /// Words of a role, a model or a customer, without what only the gate may show.
  public static String unmarked(String text) {
    return Plain.unmarked(text);
  }

  /// A finger on a button; false: not a button of the gate.
  ///
  /// @param line the number of the line under which the button stands
  public boolean tap(String person, String conversation, long line, String token) {
    boolean ours = taps.tap(person, conversation, line, token);
    if (ours) upkeep.sweep();
    return ours;
  }

  /// A digit of a PIN: such a tap is handed over at once and written nowhere.
  public boolean keypad(String token) {
    return token.startsWith(Keypads.PREFIX);
  }

  /// What stands in the transcript in place of a PIN that somebody typed.
  public static final String HIDDEN = "••••••";

  /// Whether these words look like that person's PIN, and not like an amount that was asked for.
  public boolean secret(String person, String conversation, String text) {
    return typing.secret(person, conversation, text);
  }

  /// Typed words of a person of the shop; true: they were the gate's, for nobody else to read.
  public boolean typed(String person, String conversation, String text) {
    boolean ours = typing.typed(person, conversation, text);
    if (ours) upkeep.sweep();
    return ours;
  }

  /// Whether these words, spoken or typed, stop all spending.
  public static boolean stops(String text) {
    return Typing.stops(text);
  }

  /// Stops all spending, now. Anybody of the shop may.
  public void stop(String person, String conversation) {
    desk.db()
        .writing(
            h -> stopping.stop(desk.notices().reader(person, conversation), desk.clock().now()));
    upkeep.sweep();
  }

  /// A platform's report of what one message has cost.
  public void reported(String tag, Money charged) {
    if (charged.currency().equals(desk.currency())) batch.reported(tag, charged.minor());
  }

  /// Everything that is due: expiries, reminders, approved spends, answers, bills.
  public void sweep() {
    upkeep.sweep();
  }

  /// Takes a proposal back that nobody agreed to yet; false: there is none any more.
  public boolean withdraw(String intent, String byPerson) {
    return steps.withdraw(intent, byPerson);
  }

  /// An owner says what was really paid for a hand-done task; false: it is not open, or not theirs.
  public boolean tickOff(String intent, String byPerson, Money paid) {
    return hand.tickOff(intent, byPerson, paid);
  }

  public boolean frozen() {
    return desk.state().frozen();
  }

  /// A code on paper for the day when nobody knows a PIN any more.
  public String recoveryCode() {
    return recovery.print();
  }

  /// That day has come. The key of the sentence, of the commands' words, that says what happens.
  public String recover(String code) {
    return recovery.begin(code);
  }

  /// In the order of their making.
  public List<Pending> pending() {
    return desk.intents().in(State.open()).stream().map(Intent::pending).toList();
  }

  public Left left() {
    var day = desk.clock().day(desk.clock().look());
    return new Left(desk.caps().left("total", 'D', day), desk.caps().left("total", 'M', day));
  }

  /// Whether paid replies and model tokens of at most that much may be used now; then [#ran].
  ///
  /// @param worst in millionths of the currency's unit
  public boolean mayRun(long worst) {
    return running.may(worst);
  }

  /// What it cost in the end, of the same call.
  public void ran(long worst, long cost) {
    running.ran(worst, cost);
  }

  public Optional<Receipt> receipt(String code) {
    return receipts.find(code);
  }

  /// The receipts of one spend, oldest first.
  public List<Receipt> receipts(String intent) {
    return receipts.codes(intent).stream().flatMap(code -> receipts.find(code).stream()).toList();
  }

  /// A month of the shop's money, for the owners' own books.
  public Statement statement(YearMonth month, String language) {
    return new Statements(desk).of(month, language);
  }

  /// Goes through all books from the beginning.
  public Books verifyLedger() {
    return new Books(new Proof(desk).faults(), head());
  }

  /// What does not hold, in words.
  public String explain(String fault, String language) {
    return Proof.explain(desk.words(), fault, language);
  }

  /// The last number and characters of the chain; empty before anything happened.
  public String head() {
    return desk.audit().head().code();
  }

  /// Whether the chain still holds what that receipt printed.
  public boolean verifyReceipt(String code) {
    return desk.audit().holds(code);
  }

  @Override
  public void close() {
    ads.close();
    if (here != null) here.close();
  }
}
