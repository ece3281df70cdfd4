package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// Where a person of the shop answers, the team does not talk over them.
class AConversationTakenOverTest extends StoreWorld {
  @BeforeEach
  void wangFangWantsADiscount() {
    wangFang.says("我买三个马克杯，能便宜点吗？");
  }

  private void meiAnswers() {
    mei.taps("回复客人");
    mei.says("三个一起拍包邮。");
    wangFang.sees("店主", "三个一起拍包邮");
  }

  @Test
  void what_the_customer_says_next_goes_to_the_one_who_answered() {
    meiAnswers();
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.seesNothing();
    jun.seesNothing();
    mei.sees("又说", "加大款的马克杯多少钱").with("回复客人", "交还给店小队");
    mei.taps("回复客人");
    mei.says("82 块。");
    wangFang.sees("82 块");
  }

  @Test
  void handed_back_by_a_tap_the_team_answers_again() {
    meiAnswers();
    mei.taps("交还给店小队");
    mei.sees("由店小队接着回");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
    mei.seesNothing();
  }

  @Test
  void handed_back_by_itself_after_a_quiet_while_and_she_is_told() {
    meiAnswers();
    time.passes(Duration.ofHours(1));
    wangFang.says("在吗");
    wangFang.seesNothing();
    time.passes(Duration.ofMinutes(61));
    mei.sees("安静了一阵子");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
  }

  @Test
  void who_answers_in_the_platforms_own_app_is_not_talked_over_either() {
    beside(new Arrival.Echo("三个一起拍包邮。"));
    assertEquals(0, count("SELECT count(*) FROM tasks WHERE state = 'open'"));
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.seesNothing();
    mei.seesNothing();
    time.passes(Duration.ofMinutes(121));
    mei.sees("安静了一阵子");
    jun.sees("quiet");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.sees("82");
  }

  @Test
  void who_wants_no_more_marketing_is_never_written_to_again() {
    wangFang.says("我的订单 XM202611070031，手机尾号 4417");
    beside(new Arrival.Marketing(false));
    assertEquals(1, count("SELECT count(*) FROM conversations WHERE marketing = 0"));
  }

  private void beside(Arrival.Body body) {
    shop.reception()
        .take(
            List.of(
                new Arrival(
                    way.channel(),
                    way.address("wangFang"),
                    "app-1",
                    "",
                    null,
                    time.instant(),
                    body)));
    collect();
  }
}
