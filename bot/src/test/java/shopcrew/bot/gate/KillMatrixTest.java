package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.SHANGHAI;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;
import shopcrew.bot.sandbox.SandboxAds;

/// Every place where a process can die on its way, each in a process of its own that really dies
/// there, and pairs of them. Whatever it was doing: at most one effect, our ledger is the
// platform's
/// book, the books hold, and everything ends or visibly waits. A few in every build, all of them in
/// the long run; the twelve points of money are [KillTest]'s.
class KillMatrixTest {
  private static final Instant TEN =
      LocalDateTime.of(2026, 11, 20, 10, 0).atZone(SHANGHAI).toInstant();
  private static final long SEED = 20_261_121;
  private static final int PAIRS = Figures.full() ? 24 : 0;

  /// @param work what the process does, and `point` where it dies
  private record Death(String work, String point) {}

  private static final List<Death> DEATHS =
      List.of(
          new Death("spend", "proposed"),
          new Death("spend", "looked, not committed"),
          new Death("spend", "amount, not committed"),
          new Death("both", "pin counted, not committed"),
          new Death("both", "pin, not committed"),
          new Death("both", "approved, not counted"),
          new Death("both", "one of two"),
          new Death("both", "held"),
          new Death("both", "armed, not committed"),
          new Death("both", "claim, not committed"),
          new Death("both", "given to a hand"),
          new Death("spend", "held"),
          new Death("spend", "armed, not committed"),
          new Death("spend", "armed"),
          new Death("spend", "claim, not committed"),
          new Death("spend", "claimed, not sent"),
          new Death("spend", "created paused"),
          new Death("spend", "verified"),
          new Death("spend", "activated, not recorded"),
          new Death("spend", "active, not committed"),
          new Death("spend", "active"),
          new Death("undo", "undone, not committed"),
          new Death("undo", "undone"),
          new Death("mandate", "mandate given"),
          new Death("mandate", "drawn"),
          new Death("mandate", "created paused"),
          new Death("mandate", "activated, not recorded"),
          new Death("mandate", "draw sent"),
          new Death("cap", "raise armed"),
          new Death("cap", "claim, not committed"),
          new Death("days", "billed, not committed"),
          new Death("days", "closed, not committed"),
          new Death("expiry", "expired"),
          new Death("stop running", "stop, not committed"),
          new Death("stop running", "paused, not recorded"),
          new Death("stop running", "stopped"),
          new Death("lost", "voided, not committed"));

  @TempDir Path folder;
  private int cases;

  private static List<Death> chosen() {
    if (Figures.full()) return DEATHS;
    return DEATHS.stream()
        .filter(d -> d.point().equals("one of two") || d.work().equals("cap"))
        .toList();
  }

  @Test
  @DisplayName("C1 C4 C10 D1 D5 D8 D10 F1 F5: killed anywhere, it ends in one truth")
  void killed_anywhere_it_ends_in_one_truth() throws Exception {
    long begun = System.nanoTime();
    for (Death death : chosen()) {
      Path shop = Files.createDirectory(folder.resolve("case" + cases++));
      GateWorld.withPins(shop).close();
      assertEquals("REACHED " + death.point(), Killing.at(shop, death.work(), death.point(), TEN));
      afterwards(shop, death.toString());
    }
    int singles = cases;
    pairs();
    Figures.of("kill")
        .put("points", DEATHS.size())
        .put("singles", singles)
        .put("pairs", cases - singles)
        .put("money_points_in_every_build", 12)
        .put("seed", SEED)
        .put("double", 0)
        .put("unapproved", 0)
        .put("over_cap", 0)
        .put("lost", 0)
        .put("silent", 0)
        .put("seconds", (System.nanoTime() - begun) / 1_000_000_000)
        .notCovered("a request half written: our platforms are reached by calls, not by sockets")
        .notCovered("death inside a migration or a backup; power loss; all pairs (sampled here)")
        .write();
  }

  private void pairs() throws Exception {
    var random = new SplittableRandom(SEED);
    var later =
        List.of(
            "claim, not committed",
            "claimed, not sent",
            "created paused",
            "verified",
            "activated, not recorded",
            "active, not committed",
            "voided, not committed");
    for (int i = 0; i < PAIRS; i++) {
      Death first = DEATHS.get(random.nextInt(DEATHS.size()));
      String second = later.get(random.nextInt(later.size()));
      Path shop = Files.createDirectory(folder.resolve("case" + cases++));
      GateWorld.withPins(shop).close();
      Killing.at(shop, first.work(), first.point(), TEN);
      // It comes to the second place, or to its end: both are deaths.
      Killing.at(shop, "on", second, TEN.plusSeconds(700));
      afterwards(shop, first + ", then " + second);
    }
  }

  private static void afterwards(Path shop, String death) {
    try (var world = new GateWorld(shop)) {
      world.time.set(TEN.plus(Duration.ofHours(17)));
      for (int i = 0; i < 10; i++) world.passes(Duration.ofSeconds(45));
      assertEquals(List.of(), world.gate.verifyLedger().faults(), death);
      assertTrue(world.activations() <= 1, () -> "C1 " + death);
      long made =
          world.ads.all().stream().filter(a -> a.state() != SandboxAds.State.REMOVED).count();
      assertTrue(made <= 1, () -> "D2 " + death);
      long posted =
          world.number(
              "SELECT COALESCE(SUM(amount), 0) FROM gate_ledger WHERE kind IN ('POST', 'OVERRUN')"
                  + " AND intent NOT IN (SELECT intent FROM spend_intents WHERE provider ="
                  + " 'BY_HAND')");
      assertEquals(world.charged().minor(), posted, "C10 " + death);
      assertEquals(
          0L,
          world.number(
              "SELECT COUNT(*) FROM spend_intents WHERE state IN ('ARMED', 'SENDING', 'UNKNOWN')"
                  + " AND provider <> 'HOUSE'"),
          "D10 " + death);
      assertEquals(List.of(), silent(world), "silent " + death);
      assertEquals(
          0L,
          world.number(
              "SELECT COUNT(*) FROM attempts a JOIN spend_intents i ON i.intent = a.intent"
                  + " WHERE i.mandate IS NULL AND i.persons > (SELECT COUNT(DISTINCT person)"
                  + " FROM approvals p WHERE p.intent = i.intent AND p.step = 'CONFIRM')"),
          "A1 " + death);
    }
  }

  /// Spends of which one of the owners never heard.
  private static List<String> silent(GateWorld world) {
    var unheard = new ArrayList<String>();
    for (var phone : List.of(world.mei, world.jun)) {
      unheard.addAll(
          world.db.read(
              h ->
                  h.select(
                          "SELECT i.intent FROM spend_intents i WHERE NOT EXISTS (SELECT 1 FROM"
                              + " messages m WHERE m.conversation = ? AND m.direction = 'out'"
                              + " AND m.key LIKE 'gate/' || i.intent || '/%')",
                          phone.conversation)
                      .mapTo(String.class)
                      .list()));
    }
    return unheard;
  }
}
