package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/// A shop with one owner: where two would be asked, she sleeps over it.
class AloneTest {
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = GateWorld.withPins(folder);
    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    world.mei.taps("取消「Jun」");
    world.mei.pressesPin();
    world.time.pass(Duration.ofDays(20));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Proposal lights() {
    return new Proposal.Restock("XL", "加大款", 20, yuan(120), yuan(2_400), List.of());
  }

  private void asksForTheLine() {
    world.mei.types("花钱设置");
    world.mei.taps("改分档");
    world.mei.taps("点两下就能花的数");
    world.mei.types("200");
    world.mei.sees("过 12 小时再按一次");
    world.mei.taps("先看清楚");
    world.mei.types("200");
    world.mei.pressesPin();
    world.mei.taps("同意 200.00 元");
  }

  @Test
  @DisplayName("A1: alone, the highest tier takes twelve hours and the PIN again")
  void the_highest_tier_takes_a_night_and_the_pin_again() {
    asksForTheLine();
    world.mei.sees("以后再按一次密码才办，现在没有花钱");
    assertEquals("AWAITING", world.state());
    world.passes(Duration.ofHours(11));
    assertFalse(world.mei.last().has("输密码"));
    world.passes(Duration.ofMinutes(61));
    world.mei.taps("输密码");
    world.mei.pressesPin();
    assertEquals("ARMED", world.state());
    world.passes(Duration.ofHours(25));
    assertEquals("SETTLED", world.state());
    world.propose(world.mei, GateWorld.ad(150, "车", "Q", "sandbox"));
  }

  @Test
  @DisplayName("A1: before twelve hours there is nothing to press")
  void she_can_still_say_no_after_the_night() {
    asksForTheLine();
    world.passes(Duration.ofHours(13));
    world.mei.taps("不花");
    assertEquals("REJECTED", world.state());
  }

  @Test
  @DisplayName("alone, a large sum takes a PIN, and nobody else is waited for")
  void a_large_sum_takes_a_pin() {
    world.propose(world.mei, lights());
    world.mei.sees("要按密码。");
    world.mei.agrees(2_400);
    assertEquals("ARMED", world.state());
    assertTrue(world.mei.last().text().contains("60 秒后去办"));
  }

  @Test
  @DisplayName("A6: who was removed can do nothing any more")
  void who_was_removed_is_nobody() {
    world.propose(world.jun, lights());
    world.jun.sees("只有老板和店员能提");
    assertFalse(world.gate.typed("jun", world.jun.conversation, "STOP"));
    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    assertFalse(world.mei.last().has("Jun"));
  }
}
