package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopcrew.db.Money;

/// How many steps of which kind a spend takes: by its own worst case, by what was agreed to lately
/// in its category, and by what makes it riskier.
final class Tiers {
  /// What can be decided here; above it a PIN and a second person are needed.
  static final int HIGHEST = 2;

  private static final int NIGHT_FROM = 22;
  private static final int NIGHT_TO = 7;
  private static final int WEEK_LINES = 5;

  /// @param reasons why it is higher than its own amount says
  record Tier(int number, List<String> reasons) {}

  private final Gate.Settings settings;
  private final History history;
  private final GateClock clock;

  Tiers(Gate.Settings settings, History history, GateClock clock) {
    this.settings = settings;
    this.history = history;
    this.clock = clock;
  }

  Tier of(Money max, Category category, boolean irreversible, String fingerprint, Instant now) {
    if (max.isZero()) return new Tier(1, List.of());
    long day = history.agreed(category, Duration.ofDays(1), now);
    long week = history.agreed(category, Duration.ofDays(7), now);
    int night = clock.hour(now);
    return of(
        settings,
        max.minor(),
        day,
        week,
        irreversible,
        history.agreedToday(fingerprint, now),
        night >= NIGHT_FROM || night < NIGHT_TO);
  }

  /// The same without a clock and without history.
  static Tier of(
      Gate.Settings settings,
      long max,
      long day,
      long week,
      boolean irreversible,
      boolean twice,
      boolean night) {
    int own = base(settings, max, 1);
    int added =
        Math.max(
            base(settings, Math.addExact(max, day), 1),
            base(settings, Math.addExact(max, week), WEEK_LINES));
    int tier = Math.max(own, added);
    var reasons = new ArrayList<String>();
    if (added > own) reasons.add("split");
    if (irreversible) reasons.add("irreversible");
    if (twice) reasons.add("twice");
    if (night) reasons.add("night");
    if (irreversible) tier++;
    if (twice) tier++;
    if (night) tier++;
    return new Tier(Math.min(4, tier), List.copyOf(reasons));
  }

  private static int base(Gate.Settings settings, long amount, int lines) {
    if (amount <= settings.small().minor() * lines) return 1;
    if (amount <= settings.middle().minor() * lines) return 2;
    return amount <= settings.large().minor() * lines ? 3 : 4;
  }

  /// The sentence for a tier that cannot be decided here.
  static String refusal(Tier tier, int own) {
    if (own > HIGHEST || tier.reasons().isEmpty()) return "refuse.tier";
    return "refuse." + tier.reasons().getLast();
  }

  int own(Money max) {
    return base(settings, max.minor(), 1);
  }
}
