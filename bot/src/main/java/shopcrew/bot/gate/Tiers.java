package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import shopcrew.db.Money;

/// How many steps of which kind a spend takes, and by how many persons: by its own worst case, by
/// what was agreed to lately in its category, and by what makes it riskier.
final class Tiers {
  static final int HIGHEST = 4;

  private static final int NIGHT_FROM = 22;
  private static final int NIGHT_TO = 7;
  private static final int WEEK_LINES = 5;

  /// What makes a spend riskier than its sum says; each is one step more.
  enum Risk {
    IRREVERSIBLE,
    /// The same was agreed to within a day.
    TWICE,
    NIGHT,
    /// Nobody was paid there before.
    NEW_PAYEE,
    /// A customer's words stand behind it.
    FROM_CUSTOMER,
    /// Owners or PINs changed within two weeks.
    NEW_OWNERS,
    /// Far above what the shop agreed to in 90 days.
    UNUSUAL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param persons how many have to agree
  /// @param reasons why it is higher than its own amount says
  record Tier(int number, int persons, List<String> reasons) {}

  private final Limits limits;
  private final History history;
  private final GateClock clock;
  private final Shop state;
  private final Notices notices;

  Tiers(Limits limits, History history, GateClock clock, Shop state, Notices notices) {
    this.limits = limits;
    this.history = history;
    this.clock = clock;
    this.state = state;
    this.notices = notices;
  }

  Tier of(SpendDoc doc, Money max, String fingerprint, Instant now) {
    int owners = notices.owners();
    if (doc.category() == Category.HOUSE) return house(doc, max, owners);
    if (max.isZero()) return new Tier(1, 1, List.of());
    long day = history.agreed(doc.category(), Duration.ofDays(1), now);
    long week = history.agreed(doc.category(), Duration.ofDays(7), now);
    return of(limits.now(), max.minor(), day, week, risks(doc, max, fingerprint, now), owners);
  }

  private Set<Risk> risks(SpendDoc doc, Money max, String fingerprint, Instant now) {
    var risks = EnumSet.noneOf(Risk.class);
    if (doc.text("way_back").equals("never")) risks.add(Risk.IRREVERSIBLE);
    if (history.agreedToday(fingerprint, now)) risks.add(Risk.TWICE);
    int hour = clock.hour(now);
    if (hour >= NIGHT_FROM || hour < NIGHT_TO) risks.add(Risk.NIGHT);
    if (doc.has("payee") && !history.paid(doc.text("payee"))) risks.add(Risk.NEW_PAYEE);
    if (doc.has("from_customer")) risks.add(Risk.FROM_CUSTOMER);
    if (state.changedSince(now.minus(Duration.ofDays(14)))) risks.add(Risk.NEW_OWNERS);
    if (history.unusual(max.minor(), now)) risks.add(Risk.UNUSUAL);
    return risks;
  }

  /// The same without a clock and without history.
  static Tier of(Limits.Lines lines, long max, long day, long week, Set<Risk> risks, int owners) {
    int own = base(lines, max, 1);
    int added =
        Math.max(
            base(lines, Math.addExact(max, day), 1),
            base(lines, Math.addExact(max, week), WEEK_LINES));
    var reasons = new ArrayList<String>();
    if (added > own) reasons.add("split");
    for (var risk : risks) reasons.add(risk.word());
    int tier = Math.max(own, added) + risks.size();
    if (owners > 1 && Math.addExact(max, day) > lines.both()) tier = HIGHEST;
    tier = Math.min(HIGHEST, tier);
    return new Tier(tier, persons(tier, owners), reasons);
  }

  /// The gate's own matters: what gives more power takes most.
  private Tier house(SpendDoc doc, Money max, int owners) {
    return switch (House.Kind.of(doc)) {
      case MANDATE, RUNNING -> {
        var lines = limits.now();
        boolean both = owners > 1 && max.minor() > lines.both();
        int tier = both ? HIGHEST : Math.max(3, base(lines, max.minor(), 1));
        yield new Tier(tier, persons(tier, owners), List.of());
      }
      case CAP, LEND, NEW_PIN -> new Tier(3, 1, List.of());
      case LINE, OWNER -> new Tier(HIGHEST, persons(HIGHEST, owners), List.of());
    };
  }

  private static int persons(int tier, int owners) {
    return tier == HIGHEST && owners > 1 ? 2 : 1;
  }

  private static int base(Limits.Lines lines, long amount, int times) {
    if (amount <= lines.small() * times) return 1;
    if (amount <= lines.middle() * times) return 2;
    return amount <= lines.large() * times ? 3 : 4;
  }

  /// How long anybody can still take it back after the yes. Where a second owner has to be able to
  /// see it in time, the window is one in which a person looks at a phone.
  static int graceSeconds(int tier, int persons, int owners) {
    return switch (tier) {
      case 0, 1 -> 10;
      case 2 -> owners > 1 ? 120 : 30;
      case 3 -> owners > 1 ? 600 : 60;
      default -> persons > 1 ? 60 : 600;
    };
  }
}
