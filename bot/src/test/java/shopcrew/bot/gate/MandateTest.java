package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.roles.Proposal;

/// "At most 50 a day for ads until Sunday": one yes, many small draws.
class MandateTest {
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = GateWorld.withPins(folder);
    var term = new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2));
    world.propose(world.mei, new Proposal.Mandate("sandbox", yuan(50), term, yuan(150), List.of()));
    world.mei.sees("一共最多 150.00 元");
    world.mei.sees("每天最多 50.00 元，从 11月20日（周五） 到 11月22日（周日）");
    world.mei.taps("先看清楚");
    assertTrue(world.mei.types("150"));
    world.mei.pressesPin();
    world.mei.taps("同意 150.00 元");
    world.passes(Duration.ofSeconds(601));
    assertEquals("ACTIVE", world.state());
    assertEquals(yuan(1_500), world.gate.left().today(), "the mandate itself holds nothing");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Proposal.AdBudget today(int yuan, String sku) {
    var term = new Proposal.Term("day", 1, FRIDAY, FRIDAY);
    return new Proposal.AdBudget(sku, "车" + sku, "sandbox", yuan(yuan), null, term, List.of());
  }

  @Test
  @DisplayName("T7m: a draw needs no card, is told to both, and leaves a receipt")
  void a_draw_inside_needs_no_card() {
    world.propose(world.mei, today(30, "A"));
    world.jun.sees("Within your allowance");
    world.jun.sees("CNY 120.00 of the allowance is left");
    world.passes(Duration.ofSeconds(11));
    assertEquals(1, world.activations());
    assertEquals("ACTIVE", world.state());
    assertEquals(yuan(1_470), world.gate.left().today(), "draws count against the caps");
    world.mei.sees("按先前同意的额度办的，没有另外问");
    assertEquals(1, world.mei.times("这一步没有花钱\n一共最多 150.00 元\n每天最多 50.00 元"), "its receipt");
  }

  @Test
  @DisplayName("C7: draws never exceed a day or the whole; the rest is asked on a card")
  void beyond_the_day_it_is_asked() {
    world.propose(world.mei, today(30, "A"));
    world.propose(world.mei, today(30, "B"));
    world.mei.lastWith("先看清楚");
    assertEquals(30_00L, world.number("SELECT SUM(drawn) FROM mandate_days"), "only the first one");
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'AWAITING'"));
  }

  @Test
  @DisplayName("a run of several days counts on each of its days")
  void a_longer_run_counts_on_each_day() {
    world.propose(world.mei, ad(149));
    assertEquals(3L, world.number("SELECT COUNT(*) FROM mandate_days WHERE drawn > 4900"));
    world.propose(world.mei, today(1, "B"));
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'AWAITING'"));
  }

  @Test
  @DisplayName("A draw that is undone gives its room back")
  void an_undone_draw_gives_its_room_back() {
    world.propose(world.mei, today(50, "A"));
    world.jun.taps("Undo");
    assertEquals("VOIDED", world.state());
    assertEquals(0L, world.number("SELECT SUM(drawn) FROM mandate_days"));
    assertEquals(0L, world.number("SELECT drawn FROM mandates"));
  }

  @Test
  @DisplayName("A1: after it is taken back, no draw is claimed")
  void taken_back_it_voids_what_is_not_sent() {
    world.propose(world.mei, today(30, "A"));
    world.jun.taps("Take it back");
    world.passes(Duration.ofMinutes(2));
    assertEquals("VOIDED", world.state());
    assertEquals(0, world.activations());
    world.propose(world.mei, today(20, "C"));
    assertTrue(world.mei.last().has("先看清楚"), "asked again");
  }

  @Test
  @DisplayName("G5: outside its scope, its platform or its days a mandate does nothing")
  void outside_its_scope_it_does_nothing() {
    world.propose(
        world.mei,
        new Proposal.AdBudget(
            "A",
            "车",
            "抖音",
            yuan(20),
            null,
            new Proposal.Term("day", 1, FRIDAY, FRIDAY),
            List.of()));
    assertTrue(world.mei.last().has("先看清楚"), "another platform");
    var longer = new Proposal.Term("day", 5, FRIDAY, FRIDAY.plusDays(4));
    world.propose(
        world.mei, new Proposal.AdBudget("B", "车", "sandbox", yuan(20), null, longer, List.of()));
    assertTrue(world.mei.last().has("先看清楚"), "beyond its end");
    world.propose(
        world.mei,
        new Proposal.AdBudget(
            "C",
            "车",
            "sandbox",
            yuan(20),
            null,
            new Proposal.Term("day", 1, FRIDAY, FRIDAY),
            List.of("losing_campaign")));
    assertTrue(world.mei.last().has("先看清楚"), "with a warning a person looks");
  }

  @Test
  @DisplayName("STOP ends the mandate")
  void stop_ends_it() {
    world.propose(world.mei, today(30, "A"));
    world.lan.types("停");
    assertEquals("VOIDED", world.state());
    assertEquals(0L, world.number("SELECT COUNT(*) FROM mandates WHERE revoked_at IS NULL"));
  }

  @Test
  @DisplayName("after its last day it is over and said")
  void it_ends_after_its_last_day() {
    for (int day = 0; day < 3; day++) world.passes(Duration.ofDays(1));
    world.mei.sees("到期了");
    assertEquals("SETTLED", world.state());
  }
}
