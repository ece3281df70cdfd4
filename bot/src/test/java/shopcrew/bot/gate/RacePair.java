package shopcrew.bot.gate;

import static shopcrew.bot.gate.GateWorld.SHANGHAI;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import shopcrew.db.Rule;
import shopcrew.roles.Proposal;

/// Operations that may happen at the same moment, what stands before them, and how it may end.
enum RacePair {
  SPOUSE_SPOUSE(Set.of("ACTIVE"), RacePair::bothAsked, "tap mei 确认花", "tap jun Spend"),
  APPROVE_VETO(
      Set.of("REJECTED", "VOIDED"), RacePair::bothAsked, "tap mei 确认花", "tap jun Don't spend"),
  APPROVE_STOP(Set.of("REJECTED", "VOIDED"), RacePair::bothAsked, "tap mei 确认花", "stop jun"),
  SAME_YES(Set.of("ACTIVE"), RacePair::bothAsked, "tap mei 确认花", "tap mei 确认花", "tap mei 确认花"),
  UNDO_CLAIM(Set.of("VOIDED", "ACTIVE", "SETTLED"), RacePair::due, "tap mei 撤回", "sweep"),
  CLAIM_CLAIM(Set.of("ACTIVE"), RacePair::due, "sweep", "sweep", "sweep", "sweep"),
  CLAIM_STOP(Set.of("VOIDED", "SETTLED"), RacePair::due, "sweep", "stop jun"),
  EXPIRY_APPROVE(Set.of("EXPIRED", "ACTIVE"), RacePair::lastMoment, "tap mei 确认花", "sweep"),
  CAP_CAP(
      Set.of("ACTIVE", "SUPERSEDED", "AWAITING"),
      RacePair::capForOne,
      "tap mei 确认花 40",
      "tap jun Spend CNY 41"),
  EPOCH_ARM(
      Set.of("SETTLED", "VOIDED", "SUPERSEDED", "AWAITING"),
      RacePair::raiseDue,
      "tap mei 确认花",
      "sweep"),
  DRAW_DRAW(
      Set.of("ACTIVE", "SETTLED", "AWAITING"),
      RacePair::mandateForOne,
      "propose mei 50",
      "propose mei 51");

  /// How each intent of a round may end.
  final Set<String> ends;

  private final Function<GateWorld, long[]> before;
  private final String[] works;

  RacePair(Set<String> ends, Function<GateWorld, long[]> before, String... works) {
    this.ends = ends;
    this.before = before;
    this.works = works;
  }

  int processes() {
    return works.length;
  }

  /// Brings the shop to the moment before, and gives each process its order and its time.
  String[] prepare(GateWorld world) {
    long[] times = before.apply(world);
    var orders = new String[works.length];
    Arrays.setAll(orders, i -> times[Math.min(i, times.length - 1)] + " " + works[i]);
    return orders;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static long[] bothAsked(GateWorld world) {
    world.propose(world.mei, ad(world, 20));
    world.mei.taps("先看清楚");
    world.jun.taps("Look first");
    return soon(world);
  }

  private static long[] due(GateWorld world) {
    world.propose(world.mei, ad(world, 20));
    world.mei.taps("先看清楚");
    world.mei.taps("确认花");
    return new long[] {world.number("SELECT MAX(not_before) FROM spend_intents")};
  }

  private static long[] lastMoment(GateWorld world) {
    bothAsked(world);
    long end = world.number("SELECT MAX(expires_at) FROM spend_intents");
    return new long[] {end - 1, end + 1};
  }

  /// Two different spends, and room for one of them.
  private static long[] capForOne(GateWorld world) {
    var rules = world.db.store(GateWorld.SHOP).rules();
    if (rules.amount(Rule.Kind.AD_DAY_CAP).isEmpty()) {
      rules.read(List.of(new Rule(Rule.Kind.AD_DAY_CAP, "", "6000", "广告每天总上限 60 元")));
      rules.agree("mei", world.time.instant());
    }
    world.propose(world.mei, ad(world, 40));
    world.mei.taps("先看清楚");
    world.propose(world.mei, ad(world, 41));
    world.jun.taps("Look first");
    return soon(world);
  }

  /// A higher cap that begins to hold at this moment, which ends what was agreed to before it.
  private static long[] raiseDue(GateWorld world) {
    if (world.number("SELECT COUNT(*) FROM gate_pins") == 0) world.pins();
    var today = world.time.instant().atZone(SHANGHAI).toLocalDate();
    world.mei.types("花钱设置");
    world.mei.taps("改上限");
    world.mei.taps("每天上限");
    String yuan = String.valueOf(1_600 + ChronoUnit.DAYS.between(GateWorld.FRIDAY, today));
    world.mei.types(yuan);
    world.mei.taps("先看清楚");
    world.mei.types(yuan);
    world.mei.pressesPin();
    world.mei.taps("同意");
    long due = world.number("SELECT MAX(not_before) FROM spend_intents WHERE state = 'ARMED'");
    var midnight = java.time.Instant.ofEpochMilli(due);
    world.time.set(midnight.minus(Duration.ofHours(4))); // while people are asked
    world.propose(world.mei, ad(today.plusDays(1), 20));
    world.time.set(midnight.minus(Duration.ofMinutes(1)));
    world.mei.taps("先看清楚"); // at night a PIN is asked for
    if (world.mei.last().has("先看清楚")) world.mei.taps("先看清楚");
    world.mei.types("20");
    world.mei.pressesPin();
    return new long[] {due};
  }

  /// A standing yes with room for one of two draws.
  private static long[] mandateForOne(GateWorld world) {
    if (world.number("SELECT COUNT(*) FROM mandates") == 0) world.pins();
    var today = world.time.instant().atZone(SHANGHAI).toLocalDate();
    var term = new Proposal.Term("day", 3, today, today.plusDays(2));
    world.propose(world.mei, new Proposal.Mandate("sandbox", yuan(30), term, yuan(90), List.of()));
    world.mei.taps("先看清楚");
    world.mei.types("90");
    world.mei.pressesPin();
    world.mei.taps("同意");
    world.time.set(
        java.time.Instant.ofEpochMilli(
            world.number("SELECT MAX(not_before) FROM spend_intents WHERE state = 'ARMED'")));
    world.gate.sweep();
    return soon(world);
  }

  private static long[] soon(GateWorld world) {
    world.time.pass(Duration.ofSeconds(2));
    return new long[] {world.time.millis()};
  }

  static Proposal ad(GateWorld world, int yuan) {
    return ad(world.time.instant().atZone(SHANGHAI).toLocalDate(), yuan);
  }

  private static Proposal ad(LocalDate start, int yuan) {
    var term = new Proposal.Term("day", 3, start, start.plusDays(2));
    String name = start + "-" + yuan;
    return new Proposal.AdBudget(name, name, "sandbox", yuan(yuan), null, term, List.of());
  }
}
