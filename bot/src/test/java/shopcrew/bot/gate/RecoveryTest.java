package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody knows a PIN any more, or somebody who found the paper says so.
class RecoveryTest {
  @TempDir Path folder;
  private GateWorld world;
  private String paper = "";

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
    world.pins();
    paper = world.gate.recoveryCode();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private long pins() {
    return world.number("SELECT COUNT(*) FROM gate_pins WHERE person IN ('mei', 'jun')");
  }

  @Test
  @DisplayName("three days in which nothing is spent, then new PINs, which count an hour later")
  void three_days_then_new_pins() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    assertEquals("recover.begun", world.gate.recover(paper.toLowerCase(Locale.ROOT)));
    assertTrue(world.gate.frozen());
    world.mei.sees("有人用恢复码申请清空密码");
    world.jun.sees("Somebody used the recovery code");
    world.passes(GateWorld.GRACE);
    assertEquals("VOIDED", world.state(), "D1");
    world.passes(Recovery.WAIT.minus(Duration.ofMinutes(5)));
    assertEquals(2, pins());
    world.passes(Duration.ofMinutes(5));
    assertEquals(0, pins());
    world.mei.sees("密码都清空了");
    assertTrue(world.gate.frozen(), "nobody resumed yet");
    world.mei.setsPin("640917");
    world.passes(Duration.ofMinutes(61));
    world.mei.types("恢复花钱");
    world.mei.taps("恢复花钱");
    world.mei.presses("640917");
    assertFalse(world.gate.frozen());
    assertEquals("recover.none", world.gate.recover(paper), "the paper is used up");
  }

  @Test
  @DisplayName("whoever knows a PIN calls it off")
  void an_owner_who_knows_a_pin_calls_it_off() {
    world.gate.recover(paper);
    world.jun.types("RESUME");
    world.jun.taps("Resume");
    world.jun.pressesPin();
    assertFalse(world.gate.frozen());
    world.jun.types("STOP");
    world.passes(Recovery.WAIT);
    assertEquals(2, pins(), "a later STOP does not take it up again");
  }

  @Test
  @DisplayName("the paper's code is not guessed, stands in no row, and a new one ends the old")
  void the_code_is_not_guessed() {
    for (int i = 0; i < Pins.TRIES; i++) {
      assertEquals("recover.wrong", world.gate.recover("2222-2222-2222-2222-2222"));
    }
    assertEquals("recover.locked", world.gate.recover(paper));
    assertFalse(world.gate.frozen());
    world.passes(Pins.LOCK);
    String fresh = world.gate.recoveryCode();
    assertEquals("recover.wrong", world.gate.recover(paper));
    world.jun.sees("A new recovery code was printed");
    assertEquals("recover.begun", world.gate.recover(fresh));
  }
}
