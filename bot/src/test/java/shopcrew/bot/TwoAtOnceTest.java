package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shopcrew.bot.model.Models;
import shopcrew.db.Conversations.Line;

/// Many talk at the same time: each in their order, nobody waits for another, nothing is lost.
class TwoAtOnceTest extends StoreWorld {
  @Test
  void two_messages_of_one_customer_keep_their_order_and_both_are_answered() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      theShopRestarts(threads, Models.house());
      wangFang.says("加大款的马克杯多少钱？");
      wangFang.says("多肉小花盆多少钱？");
      daniel.says("How much is the large mug?");
    }
    theShopRestarts();
    List<String> answers = wangFang.heard().stream().map(Line::text).toList();
    assertEquals(2, answers.size());
    assertTrue(answers.getFirst().contains("82"), () -> answers.toString());
    assertTrue(answers.getLast().contains("56"), () -> answers.toString());
    assertEquals(1, daniel.heard().size());
  }

  @Test
  void a_message_that_fails_loses_none_behind_it() throws Exception {
    var lanes = new Lanes(Runnable::run);
    var done = new CountDownLatch(1);
    lanes.add(
        "a",
        () -> {
          throw new IllegalStateException("the first one fails");
        });
    lanes.add("a", done::countDown);
    assertTrue(done.await(1, TimeUnit.SECONDS), "the second one is still worked on");
  }

  @Test
  void the_same_yes_tapped_on_four_threads_spends_once() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      mei.says("在练习平台投50块推加大款马克杯，到周日");
      mei.taps("先看清楚");
      var yes = mei.button("确认花 50.00 元");
      time.goesBy(Duration.ofSeconds(2));
      theShopRestarts(threads, Models.house());
      for (int i = 0; i < 4; i++) mei.tapsToken(yes.token(), yes.label());
    }
    theShopRestarts();
    time.passes(Duration.ofSeconds(11));
    time.passes(Duration.ofMinutes(1));
    assertEquals(1, ads.activations());
    assertEquals(1, mei.times("秒后去办"));
  }
}
