package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// People type a question in three short lines; they get one answer.
class ShortMessagesTest extends StoreWorld {
  @Override
  protected Manners manners() {
    return new Manners(Duration.ofMillis(1_500), Duration.ofHours(2), waiting);
  }

  @Test
  void three_short_lines_are_one_question() {
    wangFang.says("你好");
    time.passes(Duration.ofMillis(800));
    wangFang.says("加大款的马克杯");
    time.passes(Duration.ofMillis(800));
    wangFang.says("多少钱？");
    wangFang.seesNothing();
    time.passes(Duration.ofMillis(1_500));
    wangFang.sees("82");
    assertEquals(1, wangFang.heard().size());
    assertEquals(0, count("SELECT count(*) FROM messages WHERE direction='in' AND state='new'"));
  }

  @Test
  void who_never_stops_typing_is_answered_all_the_same() {
    for (int i = 0; i < 9; i++) {
      wangFang.says("加大款的马克杯多少钱？");
      time.passes(Duration.ofMillis(1_000));
    }
    assertEquals(1, wangFang.heard().size());
  }

  @Test
  void a_stop_waits_for_nothing() {
    mei.says("我想想");
    mei.says("停");
    mei.sees("已全部停下");
    time.passes(Duration.ofSeconds(2));
    assertEquals(0, count("SELECT count(*) FROM messages WHERE direction='in' AND state='new'"));
  }

  @Test
  void what_was_changed_before_the_answer_is_read_as_it_stands_now() {
    wangFang.says("m1", "多肉小花盆多少钱？");
    beside(new Arrival.Edited("m1", "加大款的马克杯多少钱？"));
    time.passes(Duration.ofSeconds(2));
    wangFang.sees("82");
    assertEquals(1, wangFang.heard().size());
  }

  @Test
  void what_was_taken_back_before_the_answer_is_not_answered_and_not_kept() {
    wangFang.says("m1", "我的手机号是 13900001111");
    beside(new Arrival.Deleted("m1"));
    time.passes(Duration.ofSeconds(2));
    wangFang.seesNothing();
    assertEquals(0, count("SELECT count(*) FROM messages WHERE text LIKE '%13900001111%'"));
  }

  @Test
  void what_waited_when_the_shop_stopped_is_answered_after_it() {
    wangFang.says("加大款的马克杯多少钱？");
    theShopRestarts();
    time.passes(Duration.ofSeconds(2));
    wangFang.sees("82");
    assertEquals(1, wangFang.heard().size());
  }

  private void beside(Arrival.Body body) {
    shop.reception()
        .take(
            List.of(
                new Arrival(
                    way.channel(), way.address("wangFang"), "x", "", null, time.instant(), body)));
    collect();
  }
}
