package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import shopcrew.bot.model.Models;

/// The shop closes in the middle of things and opens again on the same files.
class ARestartTest extends StoreWorld {
  @Test
  void what_was_stored_and_not_answered_is_answered_once() {
    theShopRestarts(_ -> {}, Models.house());
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.seesNothing();
    theShopRestarts();
    wangFang.sees("82");
    theShopRestarts();
    assertEquals(1, wangFang.times("82"));
  }

  @Test
  void a_message_that_always_ends_the_process_is_given_up_with_a_sentence() {
    theShopRestarts(_ -> {}, Models.house());
    wangFang.says("加大款的马克杯多少钱？");
    long seq = count("SELECT max(seq) FROM messages");
    for (int i = 0; i < 3; i++) shop.rooms().inbox().takenUp();
    theShopRestarts();
    wangFang.sees("没能处理好");
  }

  @Test
  void a_wish_answered_but_not_ticked_off_makes_no_second_task() {
    wangFang.says("我买三个马克杯，能便宜点吗？");
    assertEquals(1, count("SELECT count(*) FROM tasks"));
    forgetsThatItWasDone("能便宜点吗");
    theShopRestarts();
    assertEquals(1, count("SELECT count(*) FROM tasks"));
    assertEquals(1, mei.times("能便宜点吗"));
  }

  @Test
  void a_proposal_repeated_after_a_crash_is_still_one_card() {
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    forgetsThatItWasDone("练习平台");
    theShopRestarts();
    assertEquals(1, count("SELECT count(*) FROM spend_intents"));
    assertEquals(1, mei.times("🔒 花钱确认"));
  }

  @Test
  void the_card_works_after_the_restart() {
    mei.says("在练习平台投50块推加大款马克杯，到周日");
    theShopRestarts();
    mei.taps("先看清楚");
    theShopRestarts();
    mei.taps("确认花 50.00 元");
    theShopRestarts();
    time.passes(Duration.ofSeconds(11));
    mei.sees("收据");
    assertEquals(1, ads.activations());
  }

  /// As if the process had ended before the inbox knew of the answer.
  private void forgetsThatItWasDone(String words) {
    shop.rooms()
        .database()
        .writing(
            h ->
                h.execute(
                    "UPDATE messages SET state = 'new' WHERE direction = 'in' AND text LIKE ?",
                    "%" + words + "%"));
  }
}
