package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The lines of tiers and the caps once more, written from the specification alone.
final class SimLines {
  private static final Map<String, Long> CAPS =
      Map.of("totalD", 150_000L, "totalM", 500_000L, "restockD", 300_000L, "restockM", 1_000_000L);
  private static final long[] TIERS = {10_000, 100_000, 1_000_000};

  private SimLines() {}

  static List<String> windows(String category, long at) {
    String day = day(at).toString();
    String of = category.equals("restock") ? "restock" : "total";
    return List.of(of + " D" + day, of + " M" + day.substring(0, 7));
  }

  /// @param window such as `total D2026-11-20`
  static long cap(String window) {
    int at = window.indexOf(' ');
    Long cap = CAPS.get(window.substring(0, at) + window.charAt(at + 1));
    if (cap == null) throw new SimFailure("C2", "a window without a cap: " + window);
    return cap;
  }

  static LocalDate day(long at) {
    return Instant.ofEpochMilli(at).atZone(GateWorld.SHANGHAI).toLocalDate();
  }

  /// The least tier that a spend must have.
  static int tier(SimSpend spend, Collection<SimSpend> all, long now) {
    long amount = spend.first.amount();
    if (amount == 0) return 1;
    long day = 0;
    long week = 0;
    boolean twice = false;
    for (var other : all) {
      if (other == spend || !other.agreed()) continue;
      if (!other.first.category().equals(spend.first.category())) continue;
      if (other.armedAt > now - Duration.ofDays(7).toMillis()) week += other.first.amount();
      if (other.armedAt <= now - Duration.ofDays(1).toMillis()) continue;
      day += other.first.amount();
      if (other.ask != null && spend.ask != null) {
        twice |= other.ask.proposal().equals(spend.ask.proposal());
      }
    }
    int hour = Instant.ofEpochMilli(now).atZone(GateWorld.SHANGHAI).getHour();
    int tier = Math.max(base(amount, 1), Math.max(base(amount + day, 1), base(amount + week, 5)));
    if (spend.first.category().equals("broadcast")) tier++;
    if (twice) tier++;
    if (hour >= 22 || hour < 7) tier++;
    return Math.min(4, tier);
  }

  private static int base(long amount, int lines) {
    for (int i = 0; i < TIERS.length; i++) if (amount <= TIERS[i] * lines) return i + 1;
    return 4;
  }
}
