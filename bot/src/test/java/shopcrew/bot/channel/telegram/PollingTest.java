package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shopcrew.bot.channel.Arrival;
import shopcrew.bot.channel.Reply;

/// Whatever happens to the polling: nothing is lost, nothing is taken twice, and nothing is
/// confirmed before it is stored.
class PollingTest {
  private final Watch watch = new Watch();
  private final Hourglass glass = new Hourglass();
  private final StandInTelegram there = new StandInTelegram();
  private final Person mei = Person.mei(there);
  private final Person daniel = Person.daniel(there);
  private final Notebook notebook = new Notebook();
  private final Telegram telegram =
      new Telegram(there.account(), Rates.USUAL, watch, (to, line) -> Reply.words(line.text()));
  private final Intake intake = new Intake(telegram, notebook, watch);
  private final Polling polling = polling();

  private Polling polling() {
    return new Polling(there.account(), intake, watch, glass, "zh");
  }

  @AfterEach
  void close() {
    polling.close();
    telegram.close();
    there.close();
  }

  @Test
  void what_people_write_arrives_in_its_order_and_is_then_confirmed() throws Exception {
    for (int i = 1; i <= 250; i++) (i % 2 == 0 ? mei : daniel).writes("第" + i + "句");
    polling.start();
    var expected = IntStream.rangeClosed(1, 250).mapToObj(i -> "第" + i + "句").toList();
    assertEquals(expected, notebook.words(250));
    assertEquals(3, notebook.batches(), "a batch is stored in one go");
    int last = mei.writes("最后");
    assertTrue(there.updates().confirms(last));
    assertEquals(0, notebook.repeats());
  }

  @Test
  void a_tap_is_answered_once_it_is_stored() throws Exception {
    polling.start();
    int update = mei.taps(5, "g1:yes", "确认花钱");
    var tapped = have(notebook.has(1).getFirst());
    assertEquals(new Arrival.Tapped("5", "g1:yes", "确认花钱"), tapped.body());
    assertTrue(there.updates().confirms(update));
    assertTrue(there.calls("answerCallbackQuery").size() <= 1);
  }

  @Test
  void what_cannot_be_stored_is_held_and_not_confirmed() throws Exception {
    notebook.fails(2);
    int update = mei.writes("昨天卖了多少？");
    polling.start();
    Duration first = have(glass.begun());
    assertEquals(0, notebook.batches());
    assertTrue(there.updates().confirmed() < update);
    glass.turn();
    assertEquals(first.multipliedBy(2), have(glass.begun()), "longer each time");
    assertTrue(there.updates().confirmed() < update, "confirmed before it was stored");
    watch.passes(Duration.ofHours(1));
    polling.look();
    glass.turn();
    assertEquals(List.of("昨天卖了多少？"), notebook.words(1));
    assertTrue(there.updates().confirms(update));
    assertEquals(1, there.calls("deleteWebhook").size(), "who is busy is not started anew");
  }

  @Test
  @Timeout(60)
  void a_polling_that_dies_comes_back_with_nothing_lost_and_nothing_twice() throws Exception {
    there
        .updates()
        .spoil(
            answer -> {
              ((ArrayNode) answer.get("result")).addObject().putObject("message");
              return answer;
            });
    mei.writes("一");
    polling.start();
    // An update without a number is deadly to the library: it stops without a word.
    looksUntil(() -> there.calls("deleteWebhook").size() > 1);
    int last = mei.writes("二");
    // It may be deadly again: then it is started again.
    looksUntil(() -> there.updates().confirmed() >= last);
    assertEquals(List.of("一", "二"), notebook.words(2));
    assertEquals(0, notebook.repeats());
  }

  @Test
  void a_polling_that_falls_silent_is_started_again() throws Exception {
    there.updates().silence(1);
    polling.start();
    assertTrue(there.updates().asked(2), "it asks, and gets no answer");
    polling.look();
    assertEquals(1, there.calls("deleteWebhook").size(), "that may last a while");
    watch.passes(Duration.ofMinutes(3));
    int update = mei.writes("在吗");
    polling.look();
    assertEquals(List.of("在吗"), notebook.words(1));
    assertTrue(there.updates().confirms(update));
  }

  @Test
  void one_who_is_killed_between_storing_and_confirming_takes_it_once() throws Exception {
    var stored = new CountDownLatch(1);
    notebook.afterwards(
        () -> {
          stored.countDown();
          throw new OutOfMemoryError("played");
        });
    int update = mei.writes("要两台");
    polling.start();
    assertTrue(stored.await(20, TimeUnit.SECONDS));
    polling.close();
    assertTrue(there.updates().confirmed() < update, "the dead confirm nothing");
    notebook.afterwards(() -> {});
    try (var again = polling()) {
      again.start();
      mei.writes("谢谢");
      assertEquals(List.of("要两台", "谢谢"), notebook.words(2));
      assertTrue(there.updates().confirms(update));
    }
    assertEquals(1, notebook.repeats(), "it came twice and was taken once");
  }

  @Test
  @Timeout(60)
  void a_polling_that_dies_while_storing_confirms_nothing() throws Exception {
    var deadly = new AtomicBoolean();
    notebook.afterwards(
        () -> {
          if (deadly.getAndSet(false)) throw new OutOfMemoryError("played");
        });
    polling.start();
    for (int i = 1; i <= 10; i++) {
      int death = i;
      deadly.set(true);
      mei.writes("第" + i + "句");
      looksUntil(() -> notebook.repeats() == death);
    }
    assertEquals(10, notebook.has(10).size());
  }

  @Test
  void an_unknown_sign_in_one_update_does_not_hold_the_others() throws Exception {
    ObjectNode odd = daniel.message(daniel.id());
    odd.put("text", "Is it in stock?").put("left_chat_member", "of another form one day");
    there.updates().bring(Person.update("message", odd));
    int last = mei.writes("好");
    polling.start();
    have(glass.begun());
    glass.turn();
    assertEquals(List.of("Is it in stock?", "好"), notebook.words(2));
    assertTrue(there.updates().confirms(last));
  }

  @Test
  void another_poller_is_told_in_words_and_does_no_harm() throws Exception {
    try (var other = polling()) {
      polling.start();
      assertTrue(there.updates().asked(1));
      other.start();
      have(glass.begun());
      assertEquals("conflict", polling.trouble());
    }
    glass.turn();
    mei.writes("还在");
    assertEquals(List.of("还在"), notebook.words(1));
    glass.turn();
  }

  @Test
  void a_bad_token_is_told_in_words() throws Exception {
    there.revokesTheToken();
    polling.start();
    have(glass.begun());
    assertEquals("token", polling.trouble());
  }

  @Test
  void once_closed_nothing_is_taken_any_more() throws Exception {
    polling.start();
    assertTrue(there.updates().asked(1));
    polling.close();
    polling.look();
    polling.start();
    mei.writes("晚了");
    assertEquals(0, notebook.batches());
    assertFalse(there.updates().asked() > 1);
  }

  private void looksUntil(BooleanSupplier done) {
    while (!done.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      polling.look();
      Thread.yield();
    }
  }

  private static <T> T have(@Nullable T value) {
    assertNotNull(value);
    return Objects.requireNonNull(value);
  }
}
