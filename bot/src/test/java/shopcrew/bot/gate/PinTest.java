package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The PIN: pressed on a keypad, written nowhere, counted.
class PinTest {
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
  @DisplayName("a new PIN is told to both and counts an hour later")
  void a_new_pin_counts_after_an_hour() {
    world.mei.setsPin(GateWorld.MEI_PIN);
    world.jun.sees("梅姐 set a PIN. It counts from");
    world.propose(world.mei, ad(1_200));
    world.mei.taps("先看清楚");
    world.mei.sees("起才算数，没有花钱");
    world.passes(Duration.ofMinutes(61));
    world.mei.agrees(1_200);
    assertEquals("ARMED", world.state());
  }

  @Test
  @DisplayName("G4: the digits stand in no row and in no file of the shop")
  void the_digits_are_written_nowhere() throws Exception {
    world.pins();
    world.propose(world.mei, ad(1_200));
    world.mei.agrees(1_200);
    for (String name : new String[] {"shop.db", "shop.db-wal", "gate.key"}) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) continue;
      String bytes =
          new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains(GateWorld.MEI_PIN), name);
      assertFalse(bytes.contains(GateWorld.JUN_PIN), name);
    }
    assertEquals(
        0L,
        world.number(
            "SELECT COUNT(*) FROM gate_tokens t JOIN messages m ON m.kind = 'keypad'"
                + " AND m.buttons LIKE '%' || t.hash || '%'"),
        "which key was pressed is kept nowhere");
  }

  @Test
  @DisplayName("five wrong PINs end the spend, lock the person for an hour, and the other is told")
  void five_wrong_tries_end_it() {
    world.pins();
    world.propose(world.mei, ad(1_200));
    world.mei.taps("先看清楚");
    world.mei.types("1200");
    for (int i = 0; i < 5; i++) world.mei.presses("135790");
    assertEquals("REJECTED", world.state());
    world.jun.sees("Five wrong PINs by 梅姐");
    world.propose(world.jun, ad(1_300));
    world.mei.taps("先看清楚");
    world.mei.sees("密码错得太多");
    world.jun.agrees(1_300);
    assertEquals("ARMED", world.state(), "only she is locked out");
  }

  @Test
  @DisplayName("a PIN that is too easy, or pressed twice differently, is not taken")
  void easy_pins_are_refused() {
    world.mei.types("花钱设置");
    world.mei.taps("我的密码");
    world.mei.presses("123456");
    world.mei.sees("太好猜了");
    world.mei.presses("777777");
    world.mei.sees("太好猜了");
    world.mei.presses("258046");
    world.mei.presses("258047");
    world.mei.sees("两遍不一样");
    assertEquals(0L, world.number("SELECT COUNT(*) FROM gate_pins"));
  }

  @Test
  @DisplayName("A5: a keypad works for its person, in its chat, while it is open")
  void a_keypad_is_one_persons() {
    world.pins();
    world.propose(world.mei, ad(1_200));
    world.mei.taps("先看清楚");
    world.mei.types("1200");
    var pad = world.mei.last();
    for (char digit : GateWorld.MEI_PIN.toCharArray()) {
      String key = pad.button(String.valueOf(digit)).token();
      assertTrue(world.gate.tap("jun", world.jun.conversation, pad.line(), key));
      assertTrue(world.gate.tap("mei", world.jun.conversation, pad.line(), key));
    }
    assertEquals(0L, world.number("SELECT COUNT(*) FROM approvals WHERE step = 'PIN'"));
    world.passes(Duration.ofMinutes(4));
    world.mei.presses("2");
    world.mei.sees("键盘已经收起来了");
  }

  @Test
  @DisplayName("the old PIN comes first; a change ends what was agreed to before")
  void changing_a_pin_takes_the_old_one_and_raises_the_epoch() {
    world.pins();
    world.propose(world.jun, ad(300));
    world.jun.agrees(300);
    assertEquals("ARMED", world.state());
    world.mei.types("花钱设置");
    world.mei.taps("我的密码");
    world.mei.sees("请先按旧密码");
    world.mei.pressesPin();
    world.mei.presses("640917");
    world.mei.presses("640917");
    assertEquals("VOIDED", world.state(), "A6");
    world.mei.sees("没有花钱");
  }

  @Test
  @DisplayName("G4: a PIN that is typed into the chat is recognised before anything is kept")
  void a_typed_pin_is_seen_as_one() {
    assertFalse(world.gate.secret("mei", world.mei.conversation, "258046"), "she has none yet");
    world.pins();
    assertTrue(world.gate.secret("mei", world.mei.conversation, " 258046 "));
    assertFalse(world.gate.secret("lan", world.lan.conversation, "258046"));
    assertTrue(world.mei.types(Gate.HIDDEN));
    world.mei.sees("请不要把密码发在聊天里");
  }

  @Test
  @DisplayName("G4: however a PIN is written, it is seen as one; other numbers are not")
  void a_pin_is_seen_in_any_writing() {
    var random = new SplittableRandom(20_261_124);
    List<String> before = List.of("", "密码", "我的密码是：", "PIN ", "my pin is ", "Password: ", "“");
    List<String> between = List.of("", " ", "-", "　", ".", " - ");
    List<String> after = List.of("", "。", " ", "！", "”", "\u200b");
    for (int i = 0; i < 5_000; i++) {
      String gap = between.get(random.nextInt(between.size()));
      boolean wide = random.nextBoolean();
      var digits = new StringBuilder();
      for (int d = 0; d < Pins.DIGITS; d++) {
        if (d > 0) digits.append(gap);
        digits.append((char) ((wide ? '０' : '0') + random.nextInt(10)));
      }
      String text =
          before.get(random.nextInt(before.size()))
              + digits
              + after.get(random.nextInt(after.size()));
      assertTrue(Pins.typed(text), text);
    }
    for (String text :
        List.of("投128000块广告", "12345", "1234567", "卖了 258046 件", "258046元", "order 258046")) {
      assertFalse(Pins.typed(text), text);
    }
  }
}
