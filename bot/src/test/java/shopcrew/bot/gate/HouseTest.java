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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.People;

/// The gate's own settings: stricter at once, looser only through the gate.
class HouseTest {
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

  private void newCap(String digits) {
    world.mei.types("花钱设置");
    world.mei.taps("改上限");
    world.mei.taps("每天上限");
    assertTrue(world.mei.types(digits));
  }

  @Test
  @DisplayName("E6: lowering a cap counts at once and is told to both")
  void lowering_is_immediate() {
    newCap("200");
    assertEquals(yuan(200), world.gate.left().today());
    world.jun.sees("It counts at once, nothing spent");
    world.propose(world.mei, ad(300));
    world.mei.sees("超出上限，不能确认");
  }

  @Test
  @DisplayName("A11 E6: raising a cap takes a PIN and the next day, and the other can stop it")
  void raising_takes_a_pin_and_a_day() {
    newCap("3000");
    world.mei.sees("从 1,500.00 元 提到 3,000.00 元");
    world.mei.taps("先看清楚");
    world.mei.types("3000");
    world.mei.pressesPin();
    world.mei.taps("同意 3,000.00 元");
    world.jun.sees("It takes effect on");
    assertEquals(yuan(1_500), world.gate.left().today(), "not today");
    world.passes(Duration.ofHours(13));
    assertEquals(yuan(1_500), world.gate.left().today());
    world.passes(Duration.ofHours(2));
    assertEquals(yuan(3_000), world.gate.left().today());
    assertEquals("SETTLED", world.state());
  }

  @Test
  @DisplayName("A11: a raise can be undone until it takes effect")
  void a_raise_can_be_undone() {
    newCap("3000");
    world.mei.taps("先看清楚");
    world.mei.types("3000");
    world.mei.pressesPin();
    world.mei.taps("同意 3,000.00 元");
    world.passes(Duration.ofHours(3));
    world.jun.taps("Undo");
    world.passes(Duration.ofHours(20));
    assertEquals(yuan(1_500), world.gate.left().today());
  }

  @Test
  @DisplayName("A6: what was agreed to under the old caps is off when they rise")
  void a_raise_ends_what_was_agreed_before() {
    newCap("3000");
    world.mei.taps("先看清楚");
    world.mei.types("3000");
    world.mei.pressesPin();
    world.mei.taps("同意 3,000.00 元");
    world.passes(Duration.ofHours(13).plusMinutes(59));
    world.propose(world.jun, ad(60));
    world.jun.taps("Look first");
    world.jun.types("60");
    world.passes(Duration.ofMinutes(2));
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'SUPERSEDED'"));
    assertEquals(1L, world.number("SELECT COUNT(*) FROM spend_intents WHERE state = 'AWAITING'"));
    world.jun.lastWith("Spend ");
  }

  @Test
  @DisplayName("A11: a new owner takes both, a day, and then a code; removing one takes a PIN only")
  void owners_come_slowly_and_go_at_once() {
    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    world.mei.taps("加一位老板");
    world.mei.types("大姑");
    world.mei.sees("让「大姑」也能点头花钱");
    world.mei.taps("先看清楚");
    world.mei.pressesPin();
    world.mei.taps("确认");
    world.jun.taps("Look first");
    world.jun.pressesPin();
    world.jun.taps("Confirm");
    assertEquals("ARMED", world.state());
    world.passes(Duration.ofHours(23));
    assertEquals(2L, world.number("SELECT COUNT(*) FROM people WHERE kind = 'OWNER'"));
    world.passes(Duration.ofHours(2));
    assertEquals(3L, world.number("SELECT COUNT(*) FROM people WHERE kind = 'OWNER'"));
    assertEquals(1, world.mei.times("大姑，店里请您一起管账"));
    String invitation =
        world.mei.all().stream()
            .map(Phone.Shown::text)
            .filter(text -> text.contains("管账"))
            .findFirst()
            .orElseThrow();
    String code = invitation.substring(invitation.lastIndexOf('\n') + 1);
    var people = new People(world.db, GateWorld.SHOP);
    assertEquals("大姑", people.enter(code, world.time.instant()).orElseThrow().name());

    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    world.mei.taps("取消「大姑」");
    world.mei.pressesPin();
    world.jun.sees("removed 大姑");
    assertEquals(1L, world.number("SELECT COUNT(*) FROM people WHERE name = '大姑' AND left_at > 0"));
  }

  @Test
  @DisplayName("E1: with a PIN set, only a PIN lets spending go on")
  void resuming_takes_the_pin() {
    world.lan.types("停");
    world.mei.types("恢复花钱");
    world.mei.taps("恢复花钱");
    world.mei.sees("要恢复花钱，请按您的密码");
    assertTrue(world.mei.types("恢复花钱"), "the word alone does nothing any more");
    assertTrue(world.gate.frozen());
    world.mei.taps("恢复花钱");
    world.mei.pressesPin();
    assertFalse(world.gate.frozen());
  }

  @Test
  @DisplayName("E3: when the wall clock is set, nothing is sent until it has gone steadily")
  void a_clock_that_was_set_holds_everything_back() {
    long[] tick = {world.time.millis()};
    world.ticks = () -> tick[0];
    world.gate.close();
    world.ads =
        shopcrew.bot.sandbox.SandboxAds.open(
            folder.resolve("sandbox-ads.db"), world.time, GateWorld.SHANGHAI);
    world.faults = new Faults(new SandboxPort(world.ads));
    world.gate = world.make();
    world.propose(world.mei, ad(50));
    world.mei.agrees(50);
    world.time.pass(Duration.ofHours(1));
    world.gate.sweep();
    assertEquals(1, world.mei.times("钟被拨动了"));
    assertEquals(0, world.faults.asked);
    tick[0] += Duration.ofMinutes(11).toMillis();
    world.passes(Duration.ofMinutes(11));
    assertEquals("VOIDED", world.state(), "its time is over; nothing was sent by the wrong clock");
    assertEquals(0, world.faults.asked);
  }

  @Test
  @DisplayName("D9: what nobody can find out ends by the owner's word, with the PIN")
  void an_owner_says_what_they_saw() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.faults.down = true;
    world.passes(GateWorld.GRACE);
    for (int hour = 0; hour < 26; hour++) world.passes(Duration.ofHours(1));
    assertEquals("NEEDS_HUMAN", world.state());
    world.mei.taps("平台上花了");
    world.mei.pressesPin();
    world.mei.types("120");
    assertEquals("SETTLED", world.state());
    world.mei.sees("花了 120.00 元");
  }
}
