package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Money;

/// Paid replies and model tokens: a sum for every month, and not a fen beyond it.
class RunningTest {
  private static final long YUAN = 1_000_000;
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = GateWorld.withPins(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void allow(String digits) {
    world.mei.types("花钱设置");
    world.mei.taps("日常费用");
    world.mei.types(digits);
    world.mei.sees("每月最多 ");
    world.mei.taps("先看清楚");
    world.mei.types(digits);
    world.mei.pressesPin();
    world.mei.taps("同意");
    world.passes(Duration.ofSeconds(601));
    assertEquals("ACTIVE", world.state());
  }

  @Test
  @DisplayName("without an allowance nothing that costs money is used")
  void without_an_allowance_nothing_runs() {
    assertFalse(world.gate.mayRun(1));
    assertTrue(world.gate.mayRun(0), "what costs nothing needs none");
  }

  @Test
  @DisplayName("C9 C5: parts of a fen add up, never rounded down, and stand in the one purse")
  void parts_of_a_fen_add_up() {
    allow("10");
    for (int i = 0; i < 100; i++) {
      assertTrue(world.gate.mayRun(5_000));
      world.gate.ran(5_000, 1_001);
    }
    world.checks();
    assertEquals(Money.of(150_000 - 11, "CNY"), world.gate.left().today(), "10.01 fen are eleven");
    assertEquals(11L, world.number("SELECT SUM(amount) FROM gate_ledger WHERE kind = 'RUNNING'"));
  }

  @Test
  @DisplayName("at 80 % a word, at 100 % the end, and next month it begins again")
  void it_warns_and_ends() {
    allow("10");
    for (int i = 0; i < 8; i++) {
      assertTrue(world.gate.mayRun(YUAN));
      world.gate.ran(YUAN, YUAN);
    }
    assertEquals(1, world.mei.times("快用完了，一共花了 8.00 元"));
    assertFalse(world.gate.mayRun(3 * YUAN), "its worst case does not fit");
    assertTrue(world.gate.mayRun(2 * YUAN));
    assertFalse(world.gate.mayRun(1), "two calls at once do not share the rest");
    world.gate.ran(2 * YUAN, 2 * YUAN);
    assertFalse(world.gate.mayRun(1));
    assertEquals(1, world.mei.times("用完了（还剩 2.00 元，不够再用一次），一共花了 8.00 元"));
    assertEquals(yuan(1_490), world.gate.left().today());
    world.passes(Duration.ofDays(20));
    assertTrue(world.gate.mayRun(YUAN));
  }

  @Test
  @DisplayName("E1: STOP holds running costs back, and taking the allowance back ends them")
  void stop_and_revoke_end_it() {
    allow("10");
    world.jun.taps("Take it back");
    assertFalse(world.gate.mayRun(1));
    allow("20");
    world.lan.types("停");
    assertFalse(world.gate.mayRun(1));
  }
}
