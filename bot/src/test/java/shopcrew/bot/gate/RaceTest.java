package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two fingers at the same moment.
class RaceTest {
  private static final int ROUNDS = 15;
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static void together(Runnable... works) throws InterruptedException, ExecutionException {
    var barrier = new CyclicBarrier(works.length);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (var work : works) {
        all.add(
            threads.submit(
                () -> {
                  barrier.await();
                  work.run();
                  return true;
                }));
      }
      for (var one : all) one.get();
    }
  }

  @Test
  void the_same_yes_many_times_at_once_is_one_yes() throws Exception {
    world.propose(world.mei, ad(50));
    world.mei.taps("先看清楚");
    String yes = world.mei.lastWith("确认花").button("确认花").token();
    world.time.pass(Duration.ofSeconds(2));
    Runnable tap = () -> world.gate.tap("mei", world.mei.conversation, world.mei.line(yes), yes);
    together(tap, tap, tap, tap, tap, tap);
    world.time.pass(Duration.ofSeconds(11));
    together(world.gate::sweep, world.gate::sweep, world.gate::sweep);
    world.checks();
    assertEquals(1, world.faults.asked, "A4 E5");
    assertEquals(1, world.activations());
    assertEquals(1L, world.number("SELECT COUNT(*) FROM gate_ledger WHERE kind = 'HOLD'"));
  }

  @Test
  void stop_and_the_claim_at_once_end_stopped() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      world.db.writing(h -> h.execute("UPDATE gate_shops SET frozen = 0"));
      world.time.set(LocalDateTime.of(2026, 11, 20, 10, 0).plusDays(i * 2L));
      var today = world.time.instant().atZone(GateWorld.SHANGHAI).toLocalDate();
      var term = new shopcrew.roles.Proposal.Term("day", 1, today, today);
      world.propose(
          world.mei,
          new shopcrew.roles.Proposal.AdBudget(
              "S" + i, "车" + i, "sandbox", yuan(20), null, term, java.util.List.of()));
      world.mei.agrees(20);
      world.time.pass(Duration.ofSeconds(11));
      together(world.gate::sweep, () -> world.gate.stop("jun", world.jun.conversation));
      world.gate.sweep();
      world.checks();
      assertTrue(world.gate.frozen());
      assertFalse(
          world.ads.all().stream().anyMatch(a -> a.state().name().equals("RUNNING")),
          "E1: nothing runs on after STOP");
    }
  }

  @Test
  void time_never_goes_back_under_any_clock() {
    var random = new SplittableRandom(3);
    var clock =
        new GateClock(world.db, "another", world.time, world.time::millis, GateWorld.SHANGHAI);
    var before = clock.now();
    for (int i = 0; i < 300; i++) {
      world.time.pass(Duration.ofSeconds(random.nextLong(-100_000, 100_000)));
      var now = random.nextBoolean() ? clock.now() : clock.look();
      assertFalse(now.isBefore(before), "E3");
      before = clock.now();
    }
  }
}
