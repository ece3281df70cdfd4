package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// What holds of the pure parts for all inputs, tried on all that matter or on many.
class PropertiesTest {
  private static final long SEED = 20_261_123;
  private static final int MORE = Figures.full() ? 20 : 1;
  private static final Figures FIGURES = Figures.of("properties").put("seed", SEED);

  @TempDir Path folder;

  @AfterAll
  static void end() {
    FIGURES.notCovered("exposure of kinds that have no code yet").write();
  }

  @Test
  @DisplayName("A10: more money, more history or more risk never takes fewer steps (all pairs)")
  void more_never_takes_fewer_steps() {
    long[] amounts = {
      1,
      2,
      4_999,
      5_000,
      5_001,
      9_999,
      10_000,
      10_001,
      49_999,
      50_000,
      50_001,
      99_999,
      100_000,
      100_001,
      500_000,
      500_001,
      999_999,
      1_000_000,
      1_000_001,
      5_000_001,
      Long.MAX_VALUE / 4
    };
    long pairs = 0;
    for (long low : amounts) {
      for (long high : amounts) {
        if (low > high) continue;
        for (long other : new long[] {0, 5_000, 50_000, 450_000, 5_000_000}) {
          for (int bits = 0; bits < 8; bits++) {
            int tier = tier(low, other, other, bits);
            assertTrue(tier <= tier(high, other, other, bits), low + " to " + high);
            assertTrue(tier(other + 1, low, low, bits) <= tier(other + 1, high, high, bits));
            assertTrue(tier(other + 1, low, low, bits) <= tier(other + 1, low, high, bits));
            for (int more = 1; more < 8; more *= 2) {
              assertTrue(tier <= tier(low, other, other, bits | more), low + " with a risk more");
            }
            assertTrue(tier >= 1 && tier <= 4);
            pairs++;
          }
        }
      }
    }
    FIGURES.put("tier_pairs", pairs);
  }

  private static int tier(long max, long day, long week, int bits) {
    var lines = new Limits.Lines(10_000, 100_000, 1_000_000, 200_000);
    var risks = EnumSet.noneOf(Tiers.Risk.class);
    for (var risk : Tiers.Risk.values()) {
      if ((bits >> risk.ordinal() & 1) > 0) risks.add(risk);
    }
    return Tiers.of(lines, max, day, week, risks, (bits >> 7) + 1).number();
  }

  @Test
  @DisplayName("E3 E4: in every zone, over its clock changes, days and months never go back")
  void days_and_months_never_go_back() {
    var random = new SplittableRandom(SEED + 1);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    int steps = 0;
    try (var world = new GateWorld(folder)) {
      world.time.set(LocalDateTime.of(2026, 1, 1, 0, 0));
      for (int i = 0; i < 60 * MORE; i++) {
        var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        var clock = new GateClock(world.db, "zone" + i, world.time, world.time::millis, zone);
        var before = clock.day(clock.now());
        for (int step = 0; step < 10; step++, steps++) {
          world.time.pass(Duration.ofMinutes(random.nextLong(-3_000, 6_000)));
          var day = clock.day(random.nextBoolean() ? clock.now() : clock.look());
          assertFalse(day.isBefore(before), zone + " " + day + " after " + before);
          assertTrue(slot('D', day).compareTo(slot('D', before)) >= 0, "E4");
          assertTrue(slot('M', day).compareTo(slot('M', before)) >= 0, "E4");
          before = clock.day(clock.now());
        }
      }
    }
    FIGURES.put("zones", zones.size()).put("clock_steps", steps);
  }

  private static String slot(char window, LocalDate day) {
    return window + (window == 'D' ? day.toString() : day.toString().substring(0, 7));
  }

  @Test
  void capitals_are_read_back_as_the_same_sum() {
    var random = new SplittableRandom(SEED + 2);
    int sums = 20_000 * MORE;
    for (int i = 0; i < sums; i++) {
      long minor = random.nextLong(0, 1L << random.nextInt(1, 47));
      if (random.nextInt(3) == 0) minor = minor / 10_000 * 10_000;
      if (random.nextInt(3) == 0) minor = minor / 100 * 100;
      String capitals = Capitals.of(Money.of(minor, "CNY"));
      assertEquals(minor, read(capitals), capitals);
      assertFalse(capitals.contains("零零"), capitals);
    }
    FIGURES.put("capitals", sums);
  }

  /// A reader of its own, below a thousand billion: places make groups, groups the whole.
  private static long read(String capitals) {
    long sum = 0;
    long group = 0;
    long digit = 0;
    long minor = 0;
    for (char c : capitals.toCharArray()) {
      int number = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
      if (number >= 0) digit = number;
      else if (c == '拾' || c == '佰' || c == '仟') {
        group += digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1_000);
        digit = 0;
      } else if (c == '万' || c == '亿') {
        sum += (group + digit) * (c == '万' ? 10_000 : 100_000_000);
        group = 0;
        digit = 0;
      } else if (c == '元') {
        minor = (sum + group + digit) * 100;
        digit = 0;
      } else if (c == '角') {
        minor += digit * 10;
        digit = 0;
      } else if (c == '分') {
        minor += digit;
        digit = 0;
      }
    }
    return minor;
  }

  @Test
  @DisplayName("C8 C9: exposure is never below what can be billed, and is never rounded down")
  void exposure_is_never_below_what_can_be_billed() {
    var random = new SplittableRandom(SEED + 3);
    int proposals = 5_000 * MORE;
    for (int i = 0; i < proposals; i++) {
      int count = random.nextInt(1, 2_000);
      long each = random.nextLong(1, 5_000_000);
      Money stated = Money.of(random.nextLong(1, 10_000_000_000L), "CNY");
      Money one = Money.of(each, "CNY");
      int days = random.nextInt(1, 60);
      var term = new Proposal.Term("day", days, FRIDAY, FRIDAY.plusDays(days - 1));
      atLeast(
          each * count,
          stated,
          new Proposal.Coupon(count, one, null, null, term, "a", "b", stated, List.of()));
      atLeast(
          each * days, stated, new Proposal.AdBudget("A", "A", "x", stated, one, term, List.of()));
      atLeast(each * count, stated, new Proposal.Restock("A", "A", count, one, stated, List.of()));
      String percent = random.nextInt(200) + "." + random.nextInt(10);
      var exact = BigInteger.valueOf(each).multiply(new BigInteger(percent.replace(".", "")));
      var thousand = BigInteger.valueOf(1_000);
      assertEquals(exact.divide(thousand).longValueExact(), one.percentDown(percent).minor());
      long up = exact.add(BigInteger.valueOf(999)).divide(thousand).longValueExact();
      assertEquals(up, one.percentUp(percent).minor(), "C9");
    }
    FIGURES.put("exposures", 3L * proposals);
  }

  private static void atLeast(long computed, Money stated, Proposal proposal) {
    long worst = ((Exposure.Worst) Exposure.of(proposal, "CNY", FRIDAY)).money().minor();
    assertEquals(Math.max(computed, stated.minor()), worst, proposal.toString());
  }

  @Test
  @DisplayName(
      "C2 C5: a cap takes what fits in every window and nothing more, as a second book says")
  void a_cap_takes_what_fits_in_every_window() {
    var random = new SplittableRandom(SEED + 4);
    int operations = 250 * MORE;
    Map<String, Long> taken = new HashMap<>();
    try (var world = new GateWorld(folder)) {
      var seal = Seal.in(folder.resolve("gate.key"));
      var limits = new Limits(world.db, GateWorld.SHOP, seal, "CNY");
      var caps = new Caps(world.db, GateWorld.SHOP, limits);
      var day = FRIDAY;
      int refused = 0;
      for (int i = 0; i < operations; i++) {
        if (random.nextInt(6) == 0) day = day.plusDays(random.nextInt(1, 9));
        long amount = random.nextLong(1, 60_000);
        String today = slot('D', day);
        String month = slot('M', day);
        String week = "W" + day.minusDays(day.getDayOfWeek().getValue() - 1);
        boolean fits =
            taken.getOrDefault(today, 0L) + amount <= limits.get("total.D").minor()
                && taken.getOrDefault(week, 0L) + amount <= limits.get("total.W").minor()
                && taken.getOrDefault(month, 0L) + amount <= limits.get("total.M").minor();
        assertEquals(fits, caps.reserve("i" + i, Category.PURCHASE, day, amount), "C2");
        if (!fits) {
          refused++;
        } else {
          long spent = random.nextLong(amount + 1);
          if (random.nextBoolean()) {
            caps.post("i" + i, spent);
            caps.release("i" + i, amount - spent);
          } else {
            spent = amount;
          }
          taken.merge(today, spent, Long::sum);
          taken.merge(week, spent, Long::sum);
          taken.merge(month, spent, Long::sum);
        }
        assertEquals(
            limits.get("total.D").minor() - taken.getOrDefault(today, 0L),
            caps.left("total", 'D', day).minor(),
            "C5");
        assertEquals(
            limits.get("total.M").minor() - taken.getOrDefault(month, 0L),
            caps.left("total", 'M', day).minor(),
            "C5");
      }
      assertTrue(refused > 0, "some do not fit");
    }
    FIGURES.put("cap_operations", operations).put("over_cap", 0);
  }
}
