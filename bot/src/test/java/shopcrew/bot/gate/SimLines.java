package shopcrew.bot.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;

/// The lines of tiers and the caps once more, written from the specification alone.
final class SimLines {
  private SimLines() {}

  static List<String> windows(String category, long at) {
    String day = day(at).toString();
    String of = category.equals("restock") ? "restock" : "total";
    var monday = day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return List.of(of + " D" + day, of + " W" + monday, of + " M" + day.substring(0, 7));
  }

  static LocalDate day(long at) {
    return Instant.ofEpochMilli(at).atZone(GateWorld.SHANGHAI).toLocalDate();
  }

  /// The least tier that a spend must have.
  static int tier(SimSpend spend, Collection<SimSpend> all, SimHouse house, long now) {
    long amount = spend.first.amount();
    if (spend.house()) return house(spend, house);
    if (amount == 0) return 1;
    long day = 0;
    long week = 0;
    boolean twice = false;
    for (var other : all) {
      if (other == spend || !other.agreed() || other.armedAt == 0) continue;
      if (!other.first.category().equals(spend.first.category())) continue;
      if (other.armedAt > now - Duration.ofDays(7).toMillis()) week += other.first.amount();
      if (other.armedAt <= now - Duration.ofDays(1).toMillis()) continue;
      day += other.first.amount();
      if (other.ask != null && spend.ask != null) {
        twice |= other.ask.same(spend.ask);
      }
    }
    int hour = Instant.ofEpochMilli(now).atZone(GateWorld.SHANGHAI).getHour();
    int tier =
        Math.max(
            base(house, amount, 1),
            Math.max(base(house, amount + day, 1), base(house, amount + week, 5)));
    if (house.owners.size() > 1 && amount + day > house.limit("line.both")) return 4;
    if (spend.first.category().equals("broadcast")) tier++;
    if (twice) tier++;
    if (hour >= 22 || hour < 7) tier++;
    if (spend.first.category().equals("purchase") && house.payees.isEmpty()) tier++;
    if (house.changedAt > now - Duration.ofDays(14).toMillis()) tier++;
    return Math.min(4, tier);
  }

  private static int house(SimSpend spend, SimHouse house) {
    return switch (spend.first.kind()) {
      case "line", "owner" -> 4;
      case "mandate" -> {
        long worst = spend.ask == null ? 0 : spend.ask.worst();
        boolean both = house.owners.size() > 1 && worst > house.limit("line.both");
        yield both ? 4 : Math.max(3, base(house, worst, 1));
      }
      default -> 3;
    };
  }

  private static int base(SimHouse house, long amount, int lines) {
    if (amount <= house.limit("line.small") * lines) return 1;
    if (amount <= house.limit("line.middle") * lines) return 2;
    return amount <= house.limit("line.large") * lines ? 3 : 4;
  }
}
