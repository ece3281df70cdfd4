package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;

/// Two to four processes on one file of the shop, at the same moment. What they did is written
/// down in real time, and judged afterwards.
class RacesTest {
  private static final long SEED = 20_261_121;
  private static final int ROUNDS = Figures.full() ? 250 : 4;
  private static final int IN_ONE_FOLDER = 12;

  @TempDir Path folder;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<RacePair, Map<String, Integer>> ends = new EnumMap<>(RacePair.class);

  @Test
  @DisplayName(
      "A4 A6 A7 C1 C2 C7 C10 E1 F2 F5: two at the same moment have one outcome, told to both")
  void two_processes_at_the_same_moment_have_one_outcome_told_to_both() throws Exception {
    long start = System.nanoTime();
    try (var racers = new Racers(4)) {
      for (var pair : RacePair.values()) {
        for (int round = 0; round < ROUNDS; round += IN_ONE_FOLDER) {
          inOneFolder(racers, pair, round, Math.min(IN_ONE_FOLDER, ROUNDS - round));
        }
      }
    }
    var figures =
        Figures.of("races")
            .put("seed", SEED)
            .put("pairs", ends.size())
            .put("rounds_per_pair", ROUNDS);
    ends.forEach((pair, all) -> figures.put("ends." + pair.label(), all.toString()));
    counts.forEach(figures::put);
    figures
        .put("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds())
        .notCovered("processes on several machines, and PostgreSQL")
        .write();
    assertEquals(0, counts.values().stream().mapToLong(Long::longValue).sum());
  }

  private void inOneFolder(Racers racers, RacePair pair, int from, int rounds) throws IOException {
    Path place = Files.createDirectories(folder.resolve(pair.name() + from));
    try (var world = new GateWorld(place)) {
      racers.open(place);
      for (int i = 0; i < rounds; i++) {
        world.time.set(GateWorld.FRIDAY.plusDays(2L * i).atTime(10, 0));
        round(racers, pair, world, new SplittableRandom(SEED + 1_000L * pair.ordinal() + from + i));
      }
    }
  }

  private void round(Racers racers, RacePair pair, GateWorld world, SplittableRandom random) {
    world.db.writing(h -> h.execute("UPDATE gate_shops SET frozen = 0"));
    var before = intents(world);
    var orders = pair.prepare(world);
    long seen = world.number("SELECT COALESCE(MAX(seq), 0) FROM messages");
    var history = racers.race(random, orders);
    world.time.set(java.time.Instant.ofEpochMilli(latest(world, orders)));
    world.gate.sweep();
    world.passes(Duration.ofMinutes(3));
    world.passes(Duration.ofSeconds(45));
    var made = intents(world).stream().filter(intent -> !before.contains(intent)).toList();
    var judge = new RaceJudge(world, made, seen);
    var wrong = judge.judge(pair, history);
    judge.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
    ends.computeIfAbsent(pair, p -> new TreeMap<>())
        .merge(String.join("+", judge.states()), 1, Integer::sum);
    assertTrue(wrong.isEmpty(), () -> pair + " " + wrong + "\n" + history);
  }

  /// After every time that was given out, and after the grace of what was agreed to.
  private static long latest(GateWorld world, String... orders) {
    long latest =
        world.number(
            "SELECT COALESCE(MAX(not_before), 0) FROM spend_intents WHERE state = 'ARMED'");
    for (String order : orders) {
      latest = Math.max(latest, Long.parseLong(order.substring(0, order.indexOf(' '))));
    }
    return latest;
  }

  private static List<String> intents(GateWorld world) {
    return world.db.read(
        h -> h.select("SELECT intent FROM spend_intents").mapTo(String.class).list());
  }
}
