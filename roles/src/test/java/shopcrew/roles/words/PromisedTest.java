package shopcrew.roles.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Mei and Jun say to customers on Friday, 20 November 2026, at 9:40.
class PromisedTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant FRIDAY = at("2026-11-20T09:40");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "可以的，明天发。| 2026-11-21T18:00",
        "好，下午给您回电话| 2026-11-20T18:00",
        "下午3点前给您答复| 2026-11-20T15:00",
        "后天上午寄出| 2026-11-22T12:00",
        "两天内给您补发一个| 2026-11-22T18:00",
        "我半小时内查好告诉您| 2026-11-20T10:10",
        "周一安排发货| 2026-11-23T18:00",
        "今晚发给您| 2026-11-20T21:00",
        "明早联系您| 2026-11-21T12:00",
        "稍后回您| 2026-11-20T11:40",
        "给您查一下| 2026-11-20T18:00",
        "您的问题收到了，我们核实一下，再回您。| 2026-11-20T18:00",
        "I'll call you back| 2026-11-20T18:00",
        "It ships tomorrow.| 2026-11-21T18:00",
        "We will send a new one within 2 days| 2026-11-22T18:00",
        "I will check and let you know by 3 pm| 2026-11-20T15:00",
        "I'll get back to you in an hour| 2026-11-20T10:40",
        "We'll dispatch it on Monday| 2026-11-23T18:00",
        "Refund goes out this afternoon| 2026-11-20T18:00",
      })
  void a_promise_has_its_time(String said, String due) {
    List<Promised> promised = Promised.in(said, FRIDAY, SHANGHAI);
    assertEquals(1, promised.size(), said);
    assertEquals(at(due), promised.getFirst().due(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "三个一起拍，我给您包邮，再送一个小花插。",
        "82 块。",
        "您明天方便吗？",
        "明天不发货",
        "昨天已经发了",
        "质量问题签收后 30 天内包退换",
        "便宜一点可以",
        "如果坏了两天内给您补发",
        "发现问题了，问题不大",
        "No discount at all.",
        "Free shipping from 128 yuan.",
        "We can't ship it tomorrow",
        "It already shipped on Monday",
        "Would you like it tomorrow?",
      })
  void what_promises_nothing_is_not_written_down(String said) {
    assertTrue(Promised.in(said, FRIDAY, SHANGHAI).isEmpty(), said);
  }

  @Test
  void two_sentences_are_two_promises_and_the_words_stay() {
    List<Promised> both = Promised.in("您好！明天发货。下周一给您打电话。", FRIDAY, SHANGHAI);
    assertEquals(List.of("明天发货", "下周一给您打电话"), both.stream().map(Promised::words).toList());
    assertEquals(at("2026-11-23T18:00"), both.getLast().due());
  }

  @Test
  void what_is_said_for_today_in_the_evening_is_due_before_the_day_is_over() {
    Instant evening = at("2026-11-20T19:30");
    assertEquals(at("2026-11-20T21:00"), Promised.in("今天发", evening, SHANGHAI).getFirst().due());
    assertEquals(
        at("2026-11-21T12:00"),
        Promised.in("I'll call you back", evening, SHANGHAI).getFirst().due());
  }
}
