package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import shopcrew.db.Conversations;
import shopcrew.roles.Proposal;

/// The couple's rule: a small sum either of them, a middle one the other can stop, a large one
// both.
class TwoPersonsTest {
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

  /// A delivery of wagons: above 2,000 yuan, below the cap for restocks.
  private static Proposal restock() {
    return new Proposal.Restock("XL", "加大款", 20, yuan(120), yuan(2_400), List.of());
  }

  @Test
  @DisplayName("A1 A2: a large sum takes every step of both, in their own chats")
  void a_large_sum_takes_both() {
    world.propose(world.mei, restock());
    world.mei.sees("要两位老板都同意");
    world.jun.sees("Both owners have to agree");
    world.mei.agrees(2_400);
    world.mei.sees("您同意了");
    world.mei.sees("还要等Jun同意，现在没有花钱");
    world.jun.sees("It needs you as well");
    world.passes(Duration.ofHours(1));
    assertEquals("AWAITING", world.state(), "one of two is not enough");
    assertEquals(yuan(1_500), world.gate.left().today());

    world.jun.agrees(2_400);
    assertEquals("ARMED", world.state());
    world.mei.sees("Jun、梅姐同意了");
    world.passes(Duration.ofSeconds(61));
    assertEquals("ACTIVE", world.state());
    assertEquals(2L, world.number("SELECT COUNT(*) FROM approvals WHERE step = 'CONFIRM'"));
  }

  @Test
  @DisplayName("A3: two phones of one person are one person")
  void two_accounts_of_one_person_are_one_vote() {
    String second =
        new Conversations(world.db, GateWorld.SHOP)
            .open("terminal", "mei-2", "mei", "zh-CN", world.time.instant())
            .id();
    var tablet = new Phone(world, "mei", second);
    world.propose(world.mei, restock());
    world.mei.agrees(2_400);
    var look = tablet.lastWith("先看清楚").button("先看清楚");
    tablet.taps(look);
    tablet.types("2400");
    tablet.pressesPin();
    tablet.taps("确认花");
    assertEquals("AWAITING", world.state());
    assertEquals(
        1L, world.number("SELECT COUNT(DISTINCT person) FROM approvals WHERE step = 'CONFIRM'"));
  }

  @Test
  @DisplayName("A7: one no is enough, also after the other's yes")
  void one_no_is_enough() {
    world.propose(world.mei, restock());
    world.mei.agrees(2_400);
    world.jun.taps("Don't spend");
    assertEquals("REJECTED", world.state());
    world.mei.sees("Jun点了「不花」");
    world.mei.sees("没有花钱");
  }

  @Test
  @DisplayName("A7: a middle sum is told to the other, who can stop it in a window one can see")
  void a_middle_sum_can_be_stopped_by_the_other() {
    world.propose(world.mei, ad(300));
    world.mei.agrees(300);
    world.jun.sees("agreed");
    world.jun.sees("Doing this in 2 minutes");
    world.passes(Duration.ofSeconds(100));
    world.jun.taps("Undo");
    assertEquals("VOIDED", world.state());
    world.passes(Duration.ofMinutes(10));
    assertEquals(0, world.activations());
  }

  @Test
  @DisplayName("A2: a yes without the PIN, or with somebody else's, is none")
  void the_pin_is_each_ones_own() {
    world.propose(world.mei, ad(1_200));
    world.mei.taps("先看清楚");
    world.mei.types("1200");
    assertFalse(world.mei.last().has("确认花"), "no button before the PIN");
    world.mei.presses(GateWorld.JUN_PIN);
    assertEquals(1, world.mei.times("密码不对"));
    world.mei.pressesPin();
    world.mei.taps("确认花 1,200.00 元");
    assertEquals("ARMED", world.state());
    world.jun.sees("Doing this in 10 minutes");
    world.passes(Duration.ofSeconds(601));
    assertEquals(1, world.activations());
  }

  @Test
  @DisplayName("a vote lent until an hour counts for the one who has it, and is told")
  void a_lent_vote_counts_until_its_hour() {
    world.jun.types("SPENDING");
    world.jun.taps("Lend my vote");
    world.jun.taps("Lend it to 梅姐");
    world.jun.types("18");
    world.jun.sees("Lend your vote to \"梅姐\"");
    world.jun.taps("Look first");
    world.jun.pressesPin();
    world.jun.taps("Confirm");
    world.passes(Duration.ofSeconds(601));
    assertEquals("ACTIVE", world.state());

    world.propose(world.mei, restock());
    world.mei.agrees(2_400);
    assertEquals("ARMED", world.state());
    world.jun.sees("agreed: Restock 20");
    assertTrue(world.jun.last().has("Undo"), "the lender can still stop it");
    world.passes(Duration.ofSeconds(61));
    assertEquals("ACTIVE", world.state());
  }

  @Test
  @DisplayName("A6: a lent vote that was taken back before the claim does not count")
  void a_vote_taken_back_does_not_count() {
    a_lent_vote_is_given();
    world.propose(world.mei, restock());
    world.mei.agrees(2_400);
    world.jun.taps("Take it back");
    world.passes(Duration.ofMinutes(2));
    assertEquals("VOIDED", world.text("SELECT state FROM spend_intents WHERE kind = 'restock'"));
    world.mei.sees("没有花钱");
  }

  @Test
  @DisplayName("A1 A11: a lent vote does not count for who may agree")
  void a_lent_vote_does_not_make_a_new_owner() {
    a_lent_vote_is_given();
    world.mei.types("花钱设置");
    world.mei.taps("谁能点头");
    world.mei.taps("加一位老板");
    world.mei.types("大姑");
    world.mei.taps("先看清楚");
    world.mei.pressesPin();
    world.mei.taps("确认");
    assertEquals("AWAITING", world.text("SELECT state FROM spend_intents WHERE kind = 'owner'"));
    world.mei.sees("还要等Jun同意");
  }

  @Test
  @DisplayName("a lent vote ends with its hour")
  void after_its_hour_both_are_needed_again() {
    a_lent_vote_is_given();
    world.passes(Duration.ofHours(9));
    world.mei.sees("借出的一票收回了");
    world.propose(world.mei, ad(30));
    world.propose(world.mei, restock());
    world.mei.agrees(2_400);
    assertEquals("AWAITING", world.text("SELECT state FROM spend_intents WHERE kind = 'restock'"));
  }

  private void a_lent_vote_is_given() {
    world.jun.types("SPENDING");
    world.jun.taps("Lend my vote");
    world.jun.taps("Lend it to 梅姐");
    world.jun.types("18:30");
    world.jun.taps("Look first");
    world.jun.pressesPin();
    world.jun.taps("Confirm");
    world.passes(Duration.ofSeconds(601));
  }
}
