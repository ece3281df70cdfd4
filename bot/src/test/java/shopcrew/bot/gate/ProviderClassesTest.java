package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopcrew.bot.gate.Provider.Kind;
import shopcrew.bot.gate.StandInPlatform.Fault;
import shopcrew.roles.Proposal;

/// Platforms with keys, with tags and with reports, and all their faults: at most one effect, the
/// hold stays while nobody knows, and our ledger is their book.
class ProviderClassesTest {
  private static final Duration REMEMBERS = Duration.ofMinutes(10);
  @TempDir Path folder;
  private GateWorld world;
  private StandInPlatform platform;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
    on(Kind.KEYED, Duration.ZERO);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void on(Kind kind, Duration pace) {
    platform = new StandInPlatform(kind, REMEMBERS, pace, world.time);
    world.gate =
        new Gate(world.desk(), platform, Map.of("sms", platform), world.crash, world.ads, null);
  }

  private void agreed(int yuan) {
    world.propose(world.mei, ad(yuan));
    world.mei.agrees(yuan);
    world.passes(GateWorld.GRACE);
  }

  private void waits(int minutes) {
    for (int i = 0; i < minutes * 2; i++) world.passes(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  @DisplayName("C1 C10 D2 D3: class T, every fault: sent once, and known in the end")
  void tagged(Fault fault) {
    on(Kind.TAGGED, Duration.ZERO);
    platform.faults.add(fault);
    agreed(300);
    waits(6);
    assertEquals(1, platform.asked, "D2: without a key it is never sent again");
    ends(fault);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  @DisplayName("C1 C10 D2: class K, every fault: sent again under its key, done once")
  void keyed(Fault fault) {
    on(Kind.KEYED, Duration.ZERO);
    platform.faults.add(fault);
    agreed(300);
    waits(6);
    if (fault == Fault.LATE) platform.arrives();
    waits(1);
    boolean refused = fault == Fault.REFUSED;
    assertEquals(refused ? 0 : 1, platform.book.size(), "the platform knows the key");
    assertEquals(refused ? "VOIDED" : ran(fault), world.state());
  }

  @Test
  @DisplayName(
      "B2 G6: what arrives is what was noted at the claim, under the gate's own tag and key")
  void what_arrives_was_noted() {
    on(Kind.KEYED, Duration.ZERO);
    world.propose(world.mei, GateWorld.ad(60, "SC-MINE 编号=SC-MINE", "SC-MINE", "sandbox"));
    world.mei.agrees(60);
    world.passes(GateWorld.GRACE);
    var done = platform.book.getFirst();
    String id = world.text("SELECT intent FROM attempts");
    assertEquals("SC-" + id, done.tag);
    assertEquals(Encoding.sha256(GateWorld.SHOP + " " + id), done.key);
    assertEquals(
        world.text("SELECT request_hash FROM attempts"),
        new Request(done.tag, done.settings).hash());
  }

  private static String ran(Fault fault) {
    return fault == Fault.DONE_DIFFERENTLY ? "SETTLED" : "ACTIVE";
  }

  private void ends(Fault fault) {
    switch (fault) {
      case REFUSED, LOST, ERROR -> {
        assertEquals("VOIDED", world.state());
        assertEquals(yuan(1_500), world.gate.left().today());
        assertEquals(0, platform.book.size());
      }
      case DONE_ANSWER_LOST, DONE_THEN_ERROR, LAGGING -> {
        assertEquals("ACTIVE", world.state());
        assertEquals(1, platform.book.size());
      }
      case DONE_TWICE -> {
        assertEquals("ACTIVE", world.state());
        assertEquals(
            1, platform.book.stream().filter(d -> !d.paused).count(), "F4 F10: one goes on");
      }
      case DONE_DIFFERENTLY -> {
        assertTrue(platform.book.getFirst().paused, "F7 D5: paused, since it is not as agreed");
        assertEquals("SETTLED", world.state());
      }
      case LATE -> {
        assertEquals("VOIDED", world.state());
        platform.arrives();
        platform.book.getFirst().charged = 2_000;
        waits(1);
        assertTrue(platform.book.getFirst().paused, "D4: found and paused within one scan");
        world.mei.sees("花了 20.00 元");
      }
    }
  }

  @Test
  @DisplayName("F13 D2: a key is not used again when the platform may have forgotten it")
  void a_key_is_not_used_after_its_time() {
    on(Kind.KEYED, Duration.ZERO);
    for (int i = 0; i < 100; i++) platform.faults.add(Fault.LOST);
    agreed(300);
    waits(7);
    int asked = platform.asked;
    assertTrue(asked > 3, "it tries again under the same key");
    waits(20);
    assertEquals(asked, platform.asked, "not after eight tenths of ten minutes");
    assertEquals("VOIDED", world.state());
  }

  @Test
  @DisplayName("F13: after STOP nothing is sent again, key or no key")
  void after_stop_nothing_is_sent_again() {
    on(Kind.KEYED, Duration.ZERO);
    for (int i = 0; i < 100; i++) platform.faults.add(Fault.LOST);
    agreed(300);
    int asked = platform.asked;
    world.jun.types("STOP");
    waits(3);
    assertEquals(asked, platform.asked, "E1");
  }

  @Test
  @DisplayName("F12 C3: a bill above the budget is an overrun: paused, told, never silent")
  void a_bill_above_the_budget() {
    on(Kind.TAGGED, Duration.ZERO);
    agreed(300);
    platform.book.getFirst().charged = 35_000;
    waits(1);
    world.mei.sees("350.00");
    assertEquals(1, world.mei.times("多出 50.00 元"));
    assertTrue(platform.book.getFirst().paused);
    assertEquals(
        5_000L, world.number("SELECT SUM(amount) FROM gate_ledger WHERE kind = 'OVERRUN'"));
  }

  @Test
  @DisplayName("D5: somebody edits it on the platform: paused and told")
  void a_foreign_edit_is_paused() {
    on(Kind.TAGGED, Duration.ZERO);
    agreed(300);
    platform.book.getFirst().settings.put("max", new Value.Whole(90_000));
    waits(1);
    assertEquals(1, world.mei.times("有人改过"));
    assertTrue(platform.book.getFirst().paused);
  }

  @Test
  @DisplayName("a platform that knows nothing is asked less and less often")
  void it_is_not_hammered() {
    on(Kind.TAGGED, Duration.ofMinutes(1));
    platform.faults.add(Fault.LATE);
    agreed(300);
    int before = platform.looked;
    for (int i = 0; i < 120; i++) world.passes(Duration.ofSeconds(5));
    assertTrue(platform.looked - before <= 8, "asked " + (platform.looked - before) + " times");
  }

  private void broadcast(int people) {
    var names = java.util.stream.IntStream.range(0, people).mapToObj(i -> "C" + i).toList();
    world.propose(
        world.mei,
        new Proposal.Broadcast(
            "all", "老客", "sms", names, 0, yuan(1), "新品到了", yuan(people), List.of()));
    world.mei.taps("先看清楚");
    assertTrue(world.mei.types(String.valueOf(people)));
    world.mei.taps("确认花");
    world.passes(GateWorld.GRACE);
  }

  @Test
  @DisplayName("B6 C1 F14: class W: one message each, reports twice, out of order or missing")
  void messages_are_settled_by_their_reports() {
    on(Kind.REPORTED, Duration.ZERO);
    platform.faults.add(Fault.DONE_ANSWER_LOST);
    broadcast(5);
    assertEquals("ACTIVE", world.state());
    assertEquals(5, platform.asked);
    assertEquals(1, world.mei.times("1 条没有回音，还不知道"));
    String tag = world.text("SELECT tag FROM attempts");
    world.gate.reported(tag + "/3", yuan(1));
    world.gate.reported(tag + "/1", yuan(1));
    world.gate.reported(tag + "/1", yuan(1));
    world.gate.reported(tag + "/0", yuan(1));
    world.gate.reported("SC-NOBODY/9", yuan(1));
    world.checks();
    assertEquals(300L, world.number("SELECT SUM(amount) FROM gate_ledger WHERE kind = 'POST'"));
    waits(10);
    assertEquals(5, platform.asked, "D2: what has no report is never sent again");
  }

  @Test
  @DisplayName("a batch stops at the first hard refusal, and says what went out")
  void a_refusal_ends_the_batch() {
    on(Kind.REPORTED, Duration.ZERO);
    platform.faults.add(Fault.LOST);
    platform.faults.add(Fault.REFUSED);
    broadcast(5);
    assertEquals(2, platform.asked);
    assertEquals(3L, world.number("SELECT COUNT(*) FROM attempt_items WHERE state = 'LEFT'"));
    assertEquals("UNKNOWN", world.state(), "one of them may have gone out: D3");
    world.mei.sees("还不知道有没有花出去");
    world.gate.reported(world.text("SELECT tag FROM attempts") + "/0", yuan(1));
    waits(1);
    assertEquals("ACTIVE", world.state(), "its report has come");
  }

  @Test
  @DisplayName("D10: a death in the middle of a batch sends nobody a second message")
  void a_death_in_the_middle_of_a_batch() {
    on(Kind.REPORTED, Duration.ZERO);
    var death = new Error("the process dies");
    world.crash =
        point -> {
          if (point.equals("item sent, not noted") && platform.asked == 3) throw death;
        };
    on(Kind.REPORTED, Duration.ZERO);
    try {
      broadcast(5);
    } catch (Error e) {
      assertEquals(death, e);
    }
    world.crash = CrashPoints.NONE;
    var first = platform;
    world.gate =
        new Gate(world.desk(), first, Map.of("sms", first), CrashPoints.NONE, world.ads, null);
    waits(1);
    assertEquals(5, first.asked);
    assertEquals(5, first.book.stream().map(d -> d.tag).distinct().count(), "C1");
    assertEquals("ACTIVE", world.state());
    assertFalse(world.mei.times("1 条没有回音") == 0, "the one of the moment is not known");
  }
}
