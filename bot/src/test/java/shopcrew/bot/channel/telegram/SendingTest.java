package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Reply.Choice;
import shopcrew.bot.channel.Reply.Kind;
import shopcrew.bot.channel.Reply.Tone;
import shopcrew.bot.channel.telegram.StandInTelegram.Fault;

/// What the team says reaches Telegram once and in its order, whatever Telegram answers.
class SendingTest extends TelegramWorld {
  @Test
  void words_arrive_as_they_were_said_and_nothing_becomes_markup() {
    String text = "*1,200.00* 元 _SKU_40_ <b>[x](y)</b>";
    assertEquals(new Delivery.Sent("1", false), say(MEI, text));
    assertEquals(List.of(text), there.texts());
    var body = there.sent().getFirst().body();
    assertFalse(body.has("parse_mode"));
    assertTrue(body.path("link_preview_options").path("is_disabled").asBoolean());
  }

  @Test
  void the_order_is_kept_when_telegram_says_too_fast() {
    var lines = new ArrayList<>(List.of("一", "二", "三", "四"));
    there.next(new Fault.TooFast(2), new Fault.TooFast(1));
    int tries = 0;
    while (!lines.isEmpty() && tries++ < 40) {
      switch (say(MEI, lines.getFirst())) {
        case Delivery.Sent _ -> lines.removeFirst();
        case Delivery.Later(Duration after, int done) -> {
          assertEquals(0, done);
          watch.passes(after);
        }
        case Delivery.Maybe() -> throw new AssertionError("nothing is in doubt here");
        case Delivery.Refused(String why) -> throw new AssertionError(why);
      }
    }
    assertEquals(List.of("一", "二", "三", "四"), there.texts());
    assertEquals(6, there.calls("sendMessage").size(), "four taken and two refused, no more");
  }

  @Test
  void before_the_time_telegram_told_nothing_leaves() {
    there.next(new Fault.TooFast(30));
    assertEquals(new Delivery.Later(Duration.ofSeconds(30), 0), say(MEI, "一"));
    watch.passes(Duration.ofSeconds(29));
    assertEquals(new Delivery.Later(Duration.ofSeconds(1), 0), say(MEI, "一"));
    assertEquals(1, there.calls("sendMessage").size());
    assertInstanceOf(Delivery.Sent.class, say(DANIEL, "Hello"), "others are not held");
    watch.passes(Duration.ofSeconds(1));
    assertInstanceOf(Delivery.Sent.class, say(MEI, "一"));
  }

  @Test
  void if_all_hear_it_all_of_them_wait() {
    there.next(new Fault.TooFast(9), new Fault.TooFast(9), new Fault.TooFast(9));
    for (String chat : List.of("31", "32", "33")) say(chat, "Hello");
    assertEquals(new Delivery.Later(Duration.ofSeconds(9), 0), say(DANIEL, "Hello"));
    assertEquals(3, there.calls("sendMessage").size());
  }

  @Test
  void a_private_chat_gets_a_few_at_once_and_a_group_no_more_than_its_rate_in_a_minute() {
    int mei = 0;
    while (say(MEI, "消息") instanceof Delivery.Sent) mei++;
    assertEquals(3, mei);
    watch.passes(Duration.ofSeconds(1));
    assertInstanceOf(Delivery.Sent.class, say(MEI, "消息"));
    assertInstanceOf(Delivery.Later.class, say(MEI, "消息"));
    int group = 0;
    for (int second = 0; second < 60; second++) {
      while (say(GROUP, "消息") instanceof Delivery.Sent) group++;
      watch.passes(Duration.ofSeconds(1));
    }
    assertTrue(group >= 19 && group <= 20, "in a minute: " + group);
    assertEquals("-100500", there.sent().getLast().chat(), "one member's part is the whole group");
  }

  @Test
  void a_long_line_goes_on_where_it_stopped() {
    Reply line = Reply.words("今天卖得不错。".repeat(1_500));
    there.next(new Fault.Says(500, "Internal Server Error"));
    assertEquals(new Delivery.Later(Duration.ofSeconds(1), 0), say(MEI, line, 0));
    int done = 0;
    for (int tries = 0; tries < 20; tries++) {
      if (!(say(MEI, line, done) instanceof Delivery.Later(Duration after, int taken))) break;
      done = taken;
      watch.passes(after);
    }
    assertEquals(3, there.sent().size());
    assertEquals(line.text(), String.join("", there.texts()));
  }

  @Test
  void after_each_failure_it_waits_longer_until_one_is_taken() {
    var down = new Fault.Says(500, "Internal Server Error");
    there.next(down, new Fault.Gateway(502), down);
    for (int seconds : List.of(1, 2, 4)) {
      assertEquals(new Delivery.Later(Duration.ofSeconds(seconds), 0), say(MEI, "好"));
      watch.passes(Duration.ofSeconds(seconds));
    }
    assertInstanceOf(Delivery.Sent.class, say(MEI, "好"));
    there.next(down);
    assertEquals(new Delivery.Later(Duration.ofSeconds(1), 0), say(MEI, "好"));
    assertEquals(List.of("好"), there.texts());
  }

  @Test
  void a_line_that_breaks_afterwards_is_in_doubt_and_is_never_sent_again_by_itself() {
    there.next(new Fault.DropsAfter());
    assertEquals(new Delivery.Maybe(), say(MEI, "到了"));
    there.next(new Fault.DropsBefore());
    assertEquals(new Delivery.Maybe(), say(MEI, "没到"));
    there.next(new Fault.Gateway(504));
    assertEquals(new Delivery.Maybe(), say(MEI, "不知道"));
    assertEquals(List.of("到了"), there.texts());
    assertEquals(3, there.calls("sendMessage").size(), "each was sent once");
  }

  @Test
  void without_a_line_nothing_has_left() {
    there.close();
    assertEquals(new Delivery.Later(Duration.ofSeconds(1), 0), say(MEI, "一"));
  }

  @Test
  void who_blocked_the_bot_or_is_gone_is_told_to_the_owner() {
    there.isBlockedBy(21);
    assertEquals(new Delivery.Refused("blocked"), say(DANIEL, "Hello"));
    there.doesNotKnow(31);
    assertEquals(new Delivery.Refused("gone"), say("31", "Hello"));
    there.next(new Fault.Says(403, "Forbidden: user is deactivated"));
    assertEquals(new Delivery.Refused("gone"), say("32", "Hello"));
    there.next(
        new Fault.Says(400, "Bad Request: not enough rights to send text messages to the chat"));
    assertEquals(new Delivery.Refused("blocked"), say(GROUP, "大家好"));
    there.next(new Fault.Says(400, "Bad Request: message is too long"));
    assertEquals(new Delivery.Refused("bad"), say(MEI, "长"));
  }

  @Test
  void a_lost_token_holds_everything() {
    there.revokesTheToken();
    assertInstanceOf(Delivery.Later.class, say(MEI, "一"));
    assertFalse(telegram.registration().commands("zh"));
    assertEquals(0, there.calls("setMyCommands").size());
  }

  @Test
  void more_choices_than_buttons_are_answered_by_number() {
    var many =
        IntStream.rangeClosed(1, 103)
            .mapToObj(i -> new Choice("款" + i, "c" + i, Tone.PLAIN))
            .toList();
    var said = say(MEI, new Reply(Kind.WORDS, "选哪一款？", many, null, null), 0);
    assertEquals(new Delivery.Sent("1", true), said);
    assertTrue(there.texts().getFirst().contains("103.\u00a0款103"), there.texts().getFirst());
  }

  @Test
  void a_card_that_is_settled_loses_its_buttons() {
    var sent = assertInstanceOf(Delivery.Sent.class, say(MEI, card("🔒 最多 1,200.00 元"), 0));
    var settled = Reply.words("🔒 已花 1,180.00 元");
    assertTrue(telegram.amend(conversation(MEI), sent.id(), settled));
    assertEquals(List.of("🔒 已花 1,180.00 元"), there.texts());
    assertFalse(there.sent().getFirst().body().has("reply_markup"));
    assertTrue(telegram.amend(conversation(MEI), sent.id(), settled), "it reads so already");
    assertFalse(telegram.amend(conversation(MEI), "77", settled));
    there.next(new Fault.DropsBefore());
    assertFalse(telegram.amend(conversation(MEI), sent.id(), Reply.words("别的")));
  }

  @Test
  void the_menu_is_told_in_both_languages_and_for_everybody_else() {
    assertTrue(telegram.registration().commands("zh"));
    var told = there.calls("setMyCommands");
    assertEquals(List.of("", "zh", "en"), told.stream().map(c -> c.text("language_code")).toList());
    assertEquals(told.getFirst().body().path("commands"), told.get(1).body().path("commands"));
    assertTrue(
        telegram.registration().webhook("https://shop.example/webhook/telegram", "s".repeat(32)));
    var set = there.calls("setWebhook").getFirst();
    assertEquals("s".repeat(32), set.text("secret_token"));
    assertEquals(4, set.body().path("allowed_updates").size());
    assertTrue(telegram.registration().noWebhook());
    assertEquals(
        new Me(StandInTelegram.BOT, StandInTelegram.USERNAME), telegram.registration().me());
  }

  @Test
  void the_token_stands_in_no_words_of_ours() throws Exception {
    assertFalse(there.account().toString().contains("stand-in_TOKEN"));
    var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var heard = new ListAppender<ILoggingEvent>();
    heard.start();
    root.addAppender(heard);
    try {
      there.next(new Fault.DropsBefore(), new Fault.Says(400, "Bad Request: odd"));
      for (int i = 0; i < 2; i++) say(MEI, "一");
      there.revokesTheToken();
      say(DANIEL, "Hello");
      there.close();
      say("31", "Hello");
      assertEquals(new Fetched.NotNow(), telegram.fetch("p1"));
      assertFalse(telegram.registration().noWebhook());
    } finally {
      root.detachAppender(heard);
    }
    assertFalse(heard.list.isEmpty());
    for (ILoggingEvent event : heard.list) {
      String all =
          event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
      assertFalse(all.contains("TOKEN"), all);
    }
  }
}
