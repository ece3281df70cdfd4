package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.gate.Faults.Fault;

/// Unknown is a state, not an error: the money stays aside, and nothing is sent twice.
class UnknownOutcomeTest {
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_lost_answer_is_looked_up_and_found() {
    world.faults.onCreate(Fault.AFTER);
    world.passes(GateWorld.GRACE);
    assertEquals("ACTIVE", world.state());
    assertEquals(1, world.activations());
    assertEquals(1, world.ads.all().size(), "D2: found by its tag, not made again");
    assertEquals(0, world.mei.times("还不知道"));
  }

  @Test
  void a_platform_that_is_down_leaves_it_unknown_with_the_hold() {
    world.faults.down = true;
    world.passes(GateWorld.GRACE);
    assertEquals("UNKNOWN", world.state());
    world.mei.sees("还不知道有没有花出去");
    assertEquals(yuan(1_200), world.gate.left().today(), "D3: the hold stays");
    for (int i = 0; i < 5; i++) world.passes(Duration.ofSeconds(5));
    assertEquals(1, world.mei.times("还不知道有没有花出去"), "said once");
    assertEquals(1, world.faults.asked);
  }

  @Test
  void a_lost_request_is_called_off_only_when_it_is_certain() {
    world.faults.onCreate(Fault.BEFORE);
    world.passes(GateWorld.GRACE);
    assertEquals("UNKNOWN", world.state());
    world.passes(Duration.ofSeconds(100));
    assertEquals("UNKNOWN", world.state());
    world.passes(Duration.ofSeconds(30));
    world.passes(GateWorld.GRACE);
    assertEquals("VOIDED", world.state());
    world.mei.sees("对方没有收到");
    world.mei.sees("没有花钱");
    assertEquals(yuan(1_500), world.gate.left().today());
    assertEquals(1, world.faults.asked, "never sent again");
  }

  @Test
  void an_activation_without_an_answer_is_read_back() {
    world.faults.onActivate(Fault.AFTER);
    world.passes(GateWorld.GRACE);
    assertEquals("UNKNOWN", world.state());
    world.passes(Duration.ofSeconds(2));
    assertEquals("ACTIVE", world.state());
    world.mei.sees("花了 100.00 元");
    assertEquals(1, world.activations());
  }

  @Test
  void an_activation_that_never_arrived_is_made_good_in_time() {
    world.faults.onActivate(Fault.BEFORE);
    world.passes(GateWorld.GRACE);
    world.passes(Duration.ofSeconds(2));
    assertEquals("ACTIVE", world.state());
    assertEquals(1, world.activations());
  }

  @Test
  void an_activation_that_comes_too_late_is_not_made() {
    world.faults.onActivate(Fault.BEFORE);
    world.passes(GateWorld.GRACE);
    world.passes(Duration.ofMinutes(20));
    assertEquals("VOIDED", world.state());
    assertEquals(0, world.activations());
    assertEquals(0, world.charged().minor());
  }

  @Test
  void a_refusal_of_the_platform_gives_the_money_back() {
    world.faults.onCreate(Fault.REFUSED);
    world.passes(GateWorld.GRACE);
    assertEquals("VOIDED", world.state());
    world.mei.sees("不接受");
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  void after_a_day_a_person_is_asked_to_look_once_a_day() {
    world.faults.down = true;
    world.passes(GateWorld.GRACE);
    for (int hour = 0; hour < 50; hour++) world.passes(Duration.ofHours(1));
    assertEquals("NEEDS_HUMAN", world.state());
    assertEquals(2, world.mei.times("查了一天还不知道"), "on two days");
    world.faults.down = false;
    world.passes(Duration.ofMinutes(1));
    world.passes(Duration.ofMinutes(1));
    assertEquals("VOIDED", world.state(), "D9: it always comes to an end");
  }

  @Test
  void a_copy_of_the_same_ad_is_taken_away() {
    world.faults.onCreate(Fault.AFTER);
    world.faults.down = true;
    world.passes(GateWorld.GRACE);
    var request =
        Request.of(
            world.db.read(
                h ->
                    SpendDoc.decode(
                        h.createQuery("SELECT body FROM spend_docs").mapTo(byte[].class).one())));
    new SandboxPort(world.ads).send(request, "key");
    new SandboxPort(world.ads).send(request, "key");
    world.faults.down = false;
    world.passes(Duration.ofSeconds(5));
    assertEquals(1, world.activations(), "C1 with a proxy that repeats");
    assertEquals("ACTIVE", world.state());
  }

  @Test
  void something_else_under_our_tag_is_not_set_running() {
    world.faults.down = true;
    world.passes(GateWorld.GRACE);
    String tag = world.text("SELECT tag FROM attempts");
    world.ads.createPaused(
        tag, "加大款露营车", "XL", yuan(900), GateWorld.FRIDAY, GateWorld.FRIDAY.plusDays(2));
    world.faults.down = false;
    world.passes(Duration.ofSeconds(5));
    assertEquals("VOIDED", world.state(), "D5: equal to the document or nothing");
    assertEquals(0, world.activations());
  }

  @Test
  void a_late_arrival_of_a_dead_spend_is_paused_and_told() {
    world.faults.onCreate(Fault.BEFORE);
    world.passes(GateWorld.GRACE);
    world.passes(Duration.ofSeconds(130));
    world.passes(GateWorld.GRACE);
    assertEquals("VOIDED", world.state());
    String tag = world.text("SELECT tag FROM attempts");
    String id =
        world.ads.createPaused(
            tag, "加大款露营车", "XL", yuan(300), GateWorld.FRIDAY, GateWorld.FRIDAY.plusDays(2));
    world.ads.activate(id);
    world.passes(Duration.ofSeconds(5));
    world.mei.sees("花了 100.00 元");
    world.passes(Duration.ofDays(3));
    assertEquals(yuan(100), world.charged(), "D4");
    assertEquals(1, world.mei.times("一笔已经作废的广告"));
  }
}
