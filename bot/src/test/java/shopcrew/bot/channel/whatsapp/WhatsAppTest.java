package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.whatsapp.StandInWhatsApp.Trouble;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// The shop answers on WhatsApp.
class WhatsAppTest {
  private static final Conversation WANG_FANG = with("8613800000001");
  private static final Conversation SOFIA = with("BR.13491208655302741918");

  private final StandInWhatsApp platform = new StandInWhatsApp();
  private final Map<String, Heard> heard = new HashMap<>();
  private final List<Reply.Choice> choices = new ArrayList<>();
  private Reply.@Nullable Enclosure enclosure;
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private long free;
  private long nanos;
  private WhatsApp whatsapp = at(new Pace.Limit(80, 45, Duration.ofSeconds(6)));

  @TempDir Path folder;

  @AfterEach
  void close() {
    platform.close();
  }

  private static Conversation with(String address) {
    return new Conversation(
        "whatsapp:" + address, "whatsapp", address, null, null, "zh", null, false, "", null);
  }

  private WhatsApp at(Pace.Limit limit) {
    heard.put(WANG_FANG.address(), new Heard(now, Instant.EPOCH));
    heard.put(SOFIA.address(), new Heard(now, Instant.EPOCH));
    var time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos;
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    return new WhatsApp(
        platform.account(),
        limit,
        new WhatsApp.Outside(
            to -> heard.getOrDefault(to.address(), new Heard(Instant.EPOCH, Instant.EPOCH)),
            (to, line) -> new Reply(Reply.Kind.WORDS, line.text(), choices, null, enclosure),
            new WhatsApp.Prices(null, () -> free),
            () -> now,
            time));
  }

  private Line line(long seq, String text) {
    return new Line(seq, true, "k" + seq, "service", "text", text, List.of(), "", now);
  }

  private Delivery says(String text) {
    return whatsapp.send(WANG_FANG, line(1, text), 0);
  }

  private void passes(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  private static final String LONG = "这款露营灯可以用十二个小时。".repeat(900);

  @Test
  void a_line_is_said_and_its_choices_stand_under_it() {
    choices.add(new Reply.Choice("买", "g1:1", Reply.Tone.YES));
    var sent = assertInstanceOf(Delivery.Sent.class, says("要吗？"));
    assertEquals(platform.sent().getLast().id(), sent.id());
    assertFalse(sent.numbered());
    for (int i = 0; i < 10; i++)
      choices.add(new Reply.Choice("第" + i, "g1:x" + i, Reply.Tone.PLAIN));
    assertTrue(assertInstanceOf(Delivery.Sent.class, says("要吗？")).numbered());
  }

  @Test
  void a_customer_without_a_number_is_reached_by_the_users_id() {
    assertInstanceOf(Delivery.Sent.class, whatsapp.send(SOFIA, line(1, "Oi"), 0));
    assertTrue(platform.sent().getFirst().reached());
  }

  @Test
  void after_a_day_nothing_leaves_and_after_an_ad_after_three() {
    passes(Duration.ofHours(24));
    assertEquals(new Delivery.Refused("window"), says("在吗？"));
    assertEquals(0, platform.requests(), "known before it is sent");
    heard.put(
        WANG_FANG.address(),
        new Heard(now.minus(Duration.ofHours(71)), now.plus(Duration.ofHours(1))));
    assertInstanceOf(Delivery.Sent.class, says("在吗？"));
    passes(Duration.ofHours(1));
    assertEquals(new Delivery.Refused("window"), says("在吗？"));
    heard.clear();
    assertEquals(new Delivery.Refused("window"), says("在吗？"));
  }

  @Test
  void should_the_platform_see_the_window_otherwise_it_has_the_last_word() {
    platform.closes(WANG_FANG.address());
    assertEquals(new Delivery.Refused("window"), says("在吗？"));
  }

  @Test
  void a_line_of_several_pieces_goes_on_where_it_stopped() {
    platform.troubles(Trouble.NONE, Trouble.DOWN_500);
    assertEquals(new Delivery.Later(Duration.ofSeconds(5), 1), says(LONG));
    assertInstanceOf(Delivery.Sent.class, whatsapp.send(WANG_FANG, line(1, LONG), 1));
    var all = new StringBuilder();
    platform.sent().forEach(sent -> all.append(sent.text()));
    assertEquals(LONG, all.toString(), "nothing lost, nothing twice");
    assertTrue(platform.sent().stream().allMatch(sent -> sent.ours().equals("1")));
  }

  @Test
  void what_may_have_arrived_is_said_to_be_so() {
    platform.troubles(Trouble.DROPPED_AFTER);
    assertInstanceOf(Delivery.Maybe.class, says("您好"));
    assertEquals(1, platform.sent().size());
  }

  @Test
  void one_person_gets_forty_five_in_a_row_and_then_one_in_six_seconds() {
    for (int i = 0; i < 45; i++) {
      passes(Duration.ofNanos(1));
      assertInstanceOf(Delivery.Sent.class, says("第" + i));
    }
    var later = assertInstanceOf(Delivery.Later.class, says("再一句"));
    assertTrue(later.after().compareTo(Duration.ofSeconds(6)) <= 0);
    assertInstanceOf(Delivery.Sent.class, whatsapp.send(SOFIA, line(1, "Oi"), 0));
    passes(later.after());
    assertInstanceOf(Delivery.Sent.class, says("再一句"));
    assertInstanceOf(Delivery.Later.class, says("又一句"));
    assertEquals(47, platform.requests(), "nothing is tried to find it out");
  }

  @Test
  void the_number_as_a_whole_has_its_pace_too() {
    whatsapp = at(new Pace.Limit(2, 45, Duration.ofSeconds(6)));
    says("一");
    whatsapp.send(SOFIA, line(1, "um"), 0);
    var later = assertInstanceOf(Delivery.Later.class, says("二"));
    assertEquals(Duration.ofMillis(500), later.after());
    passes(later.after());
    assertInstanceOf(Delivery.Sent.class, says("二"));
  }

  @Test
  void who_waits_for_the_number_loses_nothing_of_their_own() {
    whatsapp = at(new Pace.Limit(1, 2, Duration.ofSeconds(6)));
    assertInstanceOf(Delivery.Sent.class, says("一"));
    assertInstanceOf(Delivery.Later.class, says("二"));
    passes(Duration.ofSeconds(1));
    assertInstanceOf(Delivery.Sent.class, says("二"));
  }

  @Test
  void when_the_platform_says_wait_everybody_it_means_waits() {
    platform.troubles(Trouble.TOO_FAST_FOR_ONE);
    assertEquals(new Delivery.Later(Duration.ofSeconds(60), 0), says("一"));
    assertInstanceOf(Delivery.Later.class, says("一"));
    assertInstanceOf(Delivery.Sent.class, whatsapp.send(SOFIA, line(1, "um"), 0));
    passes(Duration.ofSeconds(60));
    platform.troubles(Trouble.BUSY_429);
    assertEquals(new Delivery.Later(Duration.ofSeconds(1), 0), says("一"));
    assertInstanceOf(Delivery.Later.class, whatsapp.send(SOFIA, line(1, "dois"), 0));
    assertEquals(3, platform.requests());
    passes(Duration.ofSeconds(1));
    assertInstanceOf(Delivery.Sent.class, says("一"));
  }

  @Test
  void a_picture_goes_with_its_words() throws java.io.IOException {
    Path file = Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
    enclosure = new Reply.Enclosure("a.png", "image/png", file);
    assertInstanceOf(Delivery.Sent.class, says("今天的小票"));
    assertEquals("今天的小票", platform.sent().getFirst().text());
    assertEquals(1, platform.sent().size());
  }

  @Test
  void the_price_is_known_before_it_is_sent() {
    var price = whatsapp.price(SOFIA, line(1, LONG), 0);
    assertEquals(4 * 5_600, price.millionths());
    assertEquals(5_600, whatsapp.price(SOFIA, line(1, LONG), 3).millionths());
    free = 4;
    assertEquals(0, whatsapp.price(SOFIA, line(1, LONG), 0).millionths());
    free = 3;
    assertEquals(4 * 5_600, whatsapp.price(SOFIA, line(1, LONG), 0).millionths());
    free = 0;
    heard.put(SOFIA.address(), new Heard(now, now.plus(Heard.AFTER_AD)));
    assertEquals(0, whatsapp.price(SOFIA, line(1, LONG), 0).millionths());
  }
}
