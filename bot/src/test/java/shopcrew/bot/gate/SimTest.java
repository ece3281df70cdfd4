package shopcrew.bot.gate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import shopcrew.bot.proof.Figures;

/// The simulated shop: thousands of schedules of people, an assistant at its worst, faults and
/// deaths over the real gate, each step compared with a reference that shares no code with it.
class SimTest {
  private static final long FIRST_SEED = 20_261_120;
  private static final int STORE_FOR = 200;

  @Test
  void no_schedule_breaks_a_rule() {
    long seconds = Long.getLong("sim.seconds", Figures.full() ? 600 : 15);
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    int most = Figures.full() ? Integer.MAX_VALUE : 2_000;
    Map<SimEvent.Kind, Integer> counts = new EnumMap<>(SimEvent.Kind.class);
    Map<String, Integer> faults = new TreeMap<>();
    long events = 0;
    long deaths = 0;
    Map<String, Integer> moves = new TreeMap<>();
    long longest = 0;
    int schedules = 0;
    long start = System.nanoTime();
    while (schedules < most && System.nanoTime() < until) {
      try (var store = new SimShop.Store()) {
        for (int i = 0; i < STORE_FOR && schedules < most && System.nanoTime() < until; i++) {
          long seed = Long.getLong("sim.seed", FIRST_SEED) + schedules++;
          var plan = SimSwarm.events(seed);
          SimWorld world = played(store, seed, plan);
          events += plan.size();
          deaths += world.deaths;
          world.rules.moves.forEach((pair, n) -> moves.merge(pair, n, Integer::sum));
          longest = Math.max(longest, world.rules.longestUnknown);
          world.counts.forEach((kind, n) -> counts.merge(kind, n, Integer::sum));
          world.platform.injected.forEach((f, n) -> faults.merge(f.name(), n, Integer::sum));
        }
      }
    }
    var figures =
        Figures.of("simulator")
            .put("schedules", schedules)
            .put("events", events)
            .put("deaths", deaths)
            .put("first_seed", FIRST_SEED)
            .put("seconds", (System.nanoTime() - start) / 1_000_000_000L)
            .put("longest_unknown_minutes", longest / 60_000);
    counts.forEach((kind, n) -> figures.put("event." + kind, n));
    moves.forEach((pair, n) -> figures.put("move." + pair, n));
    faults.forEach((fault, n) -> figures.put("fault." + fault, n));
    for (String zero : List.of("double", "unapproved", "over_cap", "lost", "silent")) {
      figures.put(zero, 0);
    }
    figures.write();
    System.out.println(
        schedules
            + " schedules "
            + events
            + " events "
            + moves
            + " moves "
            + deaths
            + " deaths "
            + (System.nanoTime() - start) / 1_000_000
            + " ms "
            + counts
            + faults);
  }

  private static SimWorld played(SimShop.Store store, long seed, List<SimEvent> plan) {
    try {
      return SimSchedule.play(store, plan);
    } catch (AssertionError e) {
      var least = SimSchedule.shrink(store, plan, SimSchedule.rule(e));
      var last = SimSchedule.fault(store, least);
      throw new AssertionError(
          "seed %d, %d events, shrunk to %d:\n%s\n%s"
              .formatted(
                  seed, plan.size(), least.size(), SimEvent.write(least), last == null ? e : last),
          last == null ? e : last);
    }
  }
}
