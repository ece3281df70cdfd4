package shopcrew.bot.proof.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopcrew.bot.proof.Figures;
import shopcrew.bot.proof.model.World.Invariant;

/// The gate's state machine, every state of it, in small worlds that each hold what belongs
/// together. Time is a few ticks, an amount is one unit, a platform is what it has done and what is
/// still under way to it; people, workers, lines and thieves may do anything at any moment that a
/// guard does not forbid. With all guards nothing breaks and everything can come to an end; with
// any
/// one of them away something breaks, and the shortest way to it is known.
class GateModelTest {
  private static final Figures FIGURES = Figures.of("model");
  private static final Map<Guard, String> CAUGHT = new EnumMap<>(Guard.class);
  private static long seconds = System.nanoTime();

  /// Nearest first: a guard's removal shows in the smallest world that knows it.
  private static List<World> worlds() {
    return List.of(
        new PurseWorld(1, 2),
        new PurseWorld(2, 1),
        new RestoreWorld(),
        new PausedFirstWorld(),
        new KeysWorld(true),
        new KeysWorld(false),
        new Persons(),
        new Claims(1, 3));
  }

  @Test
  @DisplayName("A1–A7 A10 C1 C2 C6 C7 D1–D5 D8 D9 E1 E3: with every guard nothing breaks or sticks")
  void with_every_guard_nothing_breaks() {
    var all = new ArrayList<>(worlds());
    if (Figures.full()) all.add(new Claims(2, 3));
    long states = 0;
    long transitions = 0;
    long stuck = 0;
    int deepest = 0;
    var counted = new ArrayList<String>();
    for (var world : all) {
      var found = Search.of(world, Set.of());
      assertEquals(Invariant.NONE, found.invariant(), () -> String.join("\n", found.trace()));
      assertTrue(found.good());
      states += found.states();
      transitions += found.transitions();
      stuck += found.stuck();
      deepest = Math.max(deepest, found.depth());
      counted.add("%s: %,d states".formatted(found.world(), found.states()));
    }
    assertTrue(states > 20_000, "it really looks");
    FIGURES
        .put("states", states)
        .put("transitions", transitions)
        .put("deepest", deepest)
        .put("violations", 0)
        .put("stuck", stuck)
        .put("worlds", String.join("; ", counted));
  }

  @ParameterizedTest
  @EnumSource(Guard.class)
  @DisplayName("with this guard away something breaks")
  void without_it_something_breaks(Guard guard) {
    for (var world : worlds()) {
      var found = Search.of(world, Set.of(guard));
      if (found.good()) continue;
      assertNotEquals(Invariant.NONE, found.invariant());
      assertTrue(found.trace().size() > 1, "there is a way to it");
      CAUGHT.put(
          guard,
          "%s after %d steps: %s"
              .formatted(found.invariant(), found.trace().size() - 1, found.world()));
      return;
    }
    throw new AssertionError(
        "nothing breaks without " + guard + ": it is no guard, or not looked at");
  }

  @Test
  @DisplayName("a trace tells in words how it came about")
  void a_trace_tells_how() {
    var found = Search.of(new Persons(), Set.of(Guard.PERSONS_NOT_ACCOUNTS));
    assertEquals(Invariant.A3, found.invariant());
    String trace = String.join("\n", found.trace());
    assertTrue(trace.contains("a yes on Mei's phone") && trace.contains("Mei's tablet"), trace);
  }

  @AfterAll
  static void keep() {
    FIGURES.put("guards", Guard.values().length).put("ablations_caught", CAUGHT.size());
    CAUGHT.forEach((guard, how) -> FIGURES.put("ablation." + guard, how));
    FIGURES
        .put("seconds", (System.nanoTime() - seconds) / 1_000_000_000)
        .notCovered("three or more spends at once; more than one STOP and two changes of owners")
        .notCovered(
            "SQL itself: that the production code is this machine is the simulator's matter")
        .write();
  }
}
