package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.SHANGHAI;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopcrew.bot.sandbox.SandboxAds;

/// A real process is killed with SIGKILL in the middle of a spend, and the shop opens again on the
/// same files: at most one charge in the platform's own book, books in balance, one truth told.
class KillTest {
  private static final Instant TEN =
      LocalDateTime.of(2026, 11, 20, 10, 0).atZone(SHANGHAI).toInstant();
  private static final Instant LATER = TEN.plusSeconds(240);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "proposed, AWAITING",
    "typed, AWAITING",
    "held, AWAITING",
    "'armed, not committed', AWAITING",
    "armed, ACTIVE",
    "'claim, not committed', ACTIVE",
    "'claimed, not sent', VOIDED",
    "created paused, ACTIVE",
    "verified, ACTIVE",
    "'activated, not recorded', ACTIVE",
    "'active, not committed', ACTIVE",
    "active, ACTIVE"
  })
  void killed_once_it_ends_in_one_truth(String point, String end) throws Exception {
    killedAt("spend", point, TEN);
    afterwards(end);
  }

  @ParameterizedTest
  @CsvSource({
    "'claim, not committed', 'claimed, not sent', VOIDED",
    "'claim, not committed', 'activated, not recorded', ACTIVE",
    "created paused, verified, ACTIVE",
    "created paused, 'activated, not recorded', ACTIVE",
    "verified, 'active, not committed', ACTIVE",
    "'activated, not recorded', 'active, not committed', ACTIVE"
  })
  void killed_twice_it_ends_in_one_truth(String first, String second, String end) throws Exception {
    killedAt("spend", first, TEN);
    killedAt("sweep", second, LATER);
    afterwards(end);
  }

  @Test
  void killed_after_the_paused_create_and_stopped_it_is_taken_away() throws Exception {
    killedAt("spend", "created paused", TEN);
    try (var world = reopened()) {
      world.jun.types("STOP");
      assertEquals("VOIDED", world.state());
      assertEquals(0, world.activations(), "E1");
      assertEquals(0, world.charged().minor());
    }
  }

  @Test
  void killed_while_it_is_taken_away_it_is_still_off() throws Exception {
    killedAt("spend", "created paused", TEN);
    killedAt("stop", "removed, not voided", LATER);
    try (var world = reopened()) {
      world.gate.sweep();
      assertEquals("VOIDED", world.state());
      assertEquals(0, world.activations());
      world.checks();
    }
  }

  @Test
  void a_stop_that_was_not_committed_can_be_said_again() throws Exception {
    killedAt("spend", "armed", TEN);
    killedAt("stop", "stop, not committed", TEN.plusSeconds(10));
    try (var world = new GateWorld(folder)) {
      world.time.set(TEN.plusSeconds(12));
      assertFalse(world.gate.frozen());
      assertEquals("ARMED", world.state());
      world.jun.types("STOP");
      world.passes(Duration.ofMinutes(3));
      assertEquals(0, world.ads.book().size());
    }
  }

  @Test
  void a_stop_killed_before_the_pauses_pauses_after_the_restart() throws Exception {
    killedAt("spend", "active", TEN);
    killedAt("stop", "paused, not recorded", LATER);
    try (var world = reopened()) {
      assertTrue(world.gate.frozen());
      world.gate.sweep();
      assertEquals("SETTLED", world.state());
      assertEquals(yuan(100), world.charged());
      assertEquals(1, world.mei.times("停了："));
      world.checks();
    }
  }

  private GateWorld reopened() {
    var world = new GateWorld(folder);
    world.time.set(LATER.plusSeconds(60));
    return world;
  }

  private void afterwards(String end) {
    try (var world = reopened()) {
      for (int i = 0; i < 6; i++) world.passes(Duration.ofSeconds(45));
      assertEquals(end, world.state());
      assertTrue(world.activations() <= 1, "C1");
      long made =
          world.ads.all().stream().filter(a -> a.state() != SandboxAds.State.REMOVED).count();
      assertTrue(made <= 1, "D2");
      boolean runs = end.equals("ACTIVE");
      assertEquals(runs ? yuan(100) : yuan(0), world.charged());
      assertEquals(
          world.charged().minor(),
          world.number("SELECT COALESCE(SUM(amount), 0) FROM gate_ledger WHERE kind = 'POST'"),
          "C10: our ledger is the platform's book");
      for (var phone : Set.of(world.mei, world.jun)) {
        boolean english = phone == world.jun;
        assertEquals(runs ? 1 : 0, phone.times(english ? "Spent CNY 100.00" : "花了 100.00 元"));
        assertEquals(
            end.equals("VOIDED") ? 1 : 0,
            phone.times(english ? "it never arrived" : "对方没有收到"),
            "one truth at the end");
        assertTrue(phone.times(english ? "not known yet" : "还不知道") <= 1);
      }
      assertEquals(runs ? 1L : 0L, world.number("SELECT COUNT(*) FROM gate_receipts"), "F5");
    }
  }

  private void killedAt(String work, String point, Instant at) throws Exception {
    assertEquals("REACHED " + point, Killing.at(folder, work, point, at));
  }
}
