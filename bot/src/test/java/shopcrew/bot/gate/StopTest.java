package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stopping is always easier than spending.
class StopTest {
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

  @Test
  void stop_before_the_claim_means_no_claim() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    assertTrue(world.jun.types("STOP"));
    world.jun.sees("1 halted, nothing spent");
    assertEquals("VOIDED", world.state(), "at once, not at the next claim");
    world.passes(Duration.ofMinutes(1));
    assertEquals("VOIDED", world.state());
    assertEquals(0, world.faults.asked, "E1: no claim after STOP");
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  void stop_ends_waiting_cards_and_their_buttons() {
    world.propose(world.mei, ad(300));
    var look = world.mei.last().button("先看清楚");
    world.lan.types("停");
    world.lan.sees("没有花钱");
    world.mei.taps(look);
    world.mei.sees("没有花钱");
    assertEquals("REJECTED", world.state());
    world.propose(world.mei, ad(200));
    world.mei.sees("现在是停花状态");
  }

  @Test
  void stop_pauses_what_runs_and_says_what_it_cost() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    world.mei.taps(world.mei.last().button("全部停下"));
    assertEquals(1, world.mei.times("在跑的 1 个正在停，到现在花了 100.00 元"));
    assertEquals(1, world.mei.times("停了：给「加大款露营车」投练习平台广告。到现在花了 100.00 元"));
    assertEquals("SETTLED", world.state());
    world.passes(Duration.ofDays(3));
    assertEquals(yuan(100), world.charged());
  }

  @Test
  void a_pause_that_fails_is_tried_again() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    world.faults.down = true;
    world.mei.types("停止花钱");
    world.passes(Duration.ofSeconds(5));
    assertEquals(1, world.mei.times("还不知道停了没有"));
    world.faults.down = false;
    world.passes(Duration.ofSeconds(5));
    world.mei.sees("停了：");
    assertEquals("SETTLED", world.state());
  }

  @Test
  void an_owner_resumes_in_two_steps_and_the_clerk_cannot() {
    world.mei.types("停");
    world.lan.types("恢复花钱");
    world.lan.sees("您点了不算");
    world.mei.types("恢复花钱");
    assertTrue(world.gate.frozen(), "the word alone does not resume");
    world.mei.taps("恢复花钱");
    world.mei.sees("请打出这四个字");
    world.mei.types("恢复花钱");
    assertFalse(world.gate.frozen());
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    world.passes(Duration.ofSeconds(11));
    assertEquals(1, world.activations());
  }

  @Test
  void what_was_approved_before_a_stop_stays_off_after_resuming() {
    world.propose(world.mei, ad(300));
    world.mei.taps("先看清楚");
    world.mei.types("300");
    var yes = world.mei.lastWith("确认花").button("确认花");
    world.mei.types("停");
    world.mei.types("恢复花钱");
    world.mei.taps("恢复花钱");
    world.mei.types("RESUME");
    assertFalse(world.gate.frozen());
    world.mei.taps(yes);
    world.passes(Duration.ofMinutes(1));
    assertEquals(0, world.faults.asked, "A6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"停一下广告", "不要停", "stop the losing ad", "暂停", "别花", "停停"})
  void only_the_exact_words_stop(String text) {
    assertFalse(world.mei.types(text));
    assertFalse(world.gate.frozen());
  }

  @ParameterizedTest
  @ValueSource(strings = {"停", "停止花钱", "别花了", "STOP", "STOP SPENDING", " stop "})
  void each_of_the_words_stops(String text) {
    assertTrue(world.lan.types(text));
    assertTrue(world.gate.frozen());
  }

  @Test
  void a_strangers_stop_is_not_for_the_gate() {
    assertFalse(world.gate.typed("nobody", "web:customer", "STOP"));
    assertFalse(world.gate.frozen());
  }

  @Test
  void stop_while_an_answer_is_missing_says_not_known() {
    world.faults.onCreate(Faults.Fault.AFTER);
    world.faults.down = true;
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    world.mei.types("停");
    assertEquals(1, world.mei.times("1 笔已经发出收不回，还不知道有没有花出去"));
    world.faults.down = false;
    world.passes(Duration.ofMinutes(3));
    world.passes(Duration.ofMinutes(3));
    assertEquals("VOIDED", world.state());
    assertEquals(0, world.activations(), "what is found paused is not set running while frozen");
  }
}
