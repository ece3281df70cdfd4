package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an owner promises a customer is not forgotten.
class AThingPromisedTest extends StoreWorld {
  @BeforeEach
  void junPromisesInHisOwnWords() {
    wangFang.says("我买三个马克杯，能便宜点吗？");
    jun.taps("Answer");
    jun.says("可以，您拍下，明天发。");
    wangFang.sees("明天发");
    assertEquals(0, mei.times("记下了"));
    jun.sees("Noted", "明天发", "21 Nov 18:00").with("No. 1 is done", "Not a promise");
  }

  @Test
  void it_comes_first_in_the_morning_and_goes_with_a_tap() {
    time.comesTo("2026-11-21T08:30");
    jun.sees("Good morning", "First, what you promised", "明天发").with("No. 1 is done");
    mei.sees("早上好", "先办答应过客人的", "明天发").with("1号办好了");
    jun.taps("No. 1 is done");
    jun.sees("ticked off");
    mei.taps("1号办好了");
    mei.sees("之前就划掉了");
    time.comesTo("2026-11-21T19:00");
    assertEquals(0, jun.times("which is over now"));
    time.comesTo("2026-11-22T08:30");
    assertEquals(1, jun.times("First, what you promised"));
  }

  @Test
  void what_is_overdue_is_asked_about_once() {
    time.comesTo("2026-11-21T18:20");
    assertEquals(0, jun.times("which is over now"));
    time.comesTo("2026-11-21T18:31");
    jun.sees("You promised", "明天发", "Is it done?").with("No. 1 is done");
    assertEquals(0, mei.times("您答应"));
    time.passes(Duration.ofMinutes(30));
    time.passes(Duration.ofHours(20));
    assertEquals(1, jun.times("which is over now"));
  }

  @Test
  void the_book_is_shown_when_asked_for() {
    mei.says("我答应过客人什么");
    mei.sees("明天发", "1号").with("1号办好了");
    jun.says("what did I promise");
    jun.sees("明天发", "21 Nov 18:00");
    jun.taps("Not a promise");
    jun.sees("not kept in the book");
    jun.says("what did I promise");
    jun.sees("No promise");
  }

  @Test
  void a_customer_never_gets_to_see_the_book() {
    daniel.says("我答应过客人什么");
    daniel.neverSees("明天发");
    daniel.tapsToken("promise:1:kept", "1号办好了");
    daniel.sees("没有花钱");
    assertEquals(1, count("SELECT count(*) FROM promises WHERE state = 'open'"));
  }
}
