package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shopcrew.bot.i18n.Bundle;

/// What became of a message is said as it is, and no message goes twice.
class GraphTest {
  private static final String WANG_FANG = "8613800000001";
  private static final Piece HELLO = new Piece.Text("您好");

  private final StandInWhatsApp platform = new StandInWhatsApp();
  private final Graph graph = new Graph(platform.account(), Meanings.read());

  @TempDir Path folder;

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void a_message_is_taken_once_with_our_number_on_it() {
    var taken = assertInstanceOf(Answer.Taken.class, graph.say(WANG_FANG, HELLO, "", "17"));
    var sent = platform.sent().getFirst();
    assertEquals(taken.id(), sent.id());
    assertEquals("17", sent.ours());
    assertEquals("您好", sent.text());
    assertEquals(WANG_FANG, sent.to());
  }

  @Test
  void a_users_id_goes_where_the_platform_looks_for_it() {
    graph.say("CN.13491208655302741918", HELLO, "", "1");
    assertTrue(platform.sent().getFirst().reached(), "under `to` it would be dropped in silence");
  }

  @ParameterizedTest
  @EnumSource(
      value = StandInWhatsApp.Trouble.class,
      names = {"DROPPED_BEFORE", "DROPPED_AFTER", "NO_SENSE", "GATEWAY_502"})
  void a_line_that_breaks_leaves_it_open_and_is_not_tried_again(StandInWhatsApp.Trouble trouble) {
    graph.say(WANG_FANG, HELLO, "", "1");
    platform.troubles(trouble);
    assertInstanceOf(Answer.Maybe.class, graph.say(WANG_FANG, HELLO, "", "2"));
    assertEquals(2, platform.requests(), "neither by us nor by the client below");
  }

  @Test
  void a_line_that_the_platform_closed_while_idle_does_not_matter() throws IOException {
    // Answers, keeps the line open in words, and closes it all the same.
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var counted = new AtomicInteger();
      Thread.ofVirtual().start(() -> answerAndClose(server, counted));
      var there = URI.create("http://127.0.0.1:" + server.getLocalPort());
      var account = Account.of(there, "v25.0", "1", "t", "s", "v");
      var impolite = new Graph(account, Meanings.read());
      int taken = 0;
      for (int i = 1; i <= 20; i++) {
        Answer answer = impolite.say(WANG_FANG, HELLO, "", Integer.toString(i));
        if (answer instanceof Answer.Taken) taken++;
        else assertInstanceOf(Answer.Maybe.class, answer);
        assertTrue(counted.get() <= i, "more requests than messages");
      }
      assertTrue(taken > 0);
    }
  }

  private static void answerAndClose(ServerSocket server, AtomicInteger counted) {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n{\"messages\":[{\"id\":\"wamid.1234\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    while (true) {
      try (var line = server.accept()) {
        var in = line.getInputStream();
        var read = new StringBuilder();
        while (read.indexOf("callback_data") < 0) read.append((char) in.read());
        while (in.read() != '}') {}
        counted.incrementAndGet();
        line.getOutputStream().write(answer);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void nobody_there_means_it_never_left() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var there = URI.create("http://127.0.0.1:" + port);
    var alone = new Graph(Account.of(there, "v25.0", "1", "t", "s", "v"), Meanings.read());
    assertInstanceOf(Answer.NotNow.class, alone.say(WANG_FANG, HELLO, "", "1"));
  }

  @Test
  void a_slow_answer_is_not_waited_for_without_end() {
    var quick =
        new Account(
            platform.base(),
            "v25.0",
            StandInWhatsApp.NUMBER,
            StandInWhatsApp.TOKEN,
            "s",
            "v",
            Set.of(),
            Duration.ofSeconds(1),
            Duration.ofMillis(150));
    platform.troubles(StandInWhatsApp.Trouble.SLOW);
    var impatient = new Graph(quick, Meanings.read());
    assertInstanceOf(Answer.Maybe.class, impatient.say(WANG_FANG, HELLO, "", "1"));
    assertEquals(1, platform.requests());
  }

  @ParameterizedTest
  @CsvSource({
    "131047,NEVER,0,window,false",
    "131056,PAIR,60,pace,false",
    "130429,NUMBER,1,busy,false",
    "131049,NEVER,0,marketing,false",
    "131026,NEVER,0,unreachable,false",
    "131031,NEVER,0,locked,true",
    "190,NEVER,0,token,true",
    "230,NEVER,0,token,true",
    "368,NEVER,0,policy,true",
    "131042,NEVER,0,payment,true",
    "132001,NEVER,0,template,true",
    "133004,LATER,60,busy,false",
    "133010,NEVER,0,registration,true",
    "131016,LATER,5,busy,false",
    "999999,NEVER,0,bad,true"
  })
  void every_code_says_what_to_do_next(
      int code, Meaning.Next next, long seconds, String why, boolean owner) {
    platform.refuses(code);
    var answer = assertInstanceOf(Answer.Refused.class, graph.say(WANG_FANG, HELLO, "", "1"));
    assertEquals(new Meaning(next, Duration.ofSeconds(seconds), why, owner), answer.meaning());
    assertTrue(platform.sent().isEmpty());
  }

  @Test
  void every_meaning_has_words_in_both_languages() {
    var words = new Bundle("bot");
    for (String language : new String[] {"zh", "en"}) {
      for (Meaning meaning : Meanings.read().all()) {
        assertFalse(words.say(language, "refused." + meaning.why()).isBlank());
      }
    }
    var own = new Bundle("whatsapp");
    assertEquals(own.keys("zh"), own.keys("en"));
  }

  @Test
  void a_wrong_token_is_refused_and_never_shown() {
    var account =
        Account.of(platform.base(), "v25.0", StandInWhatsApp.NUMBER, "hush", "quiet", "v");
    var answer = new Graph(account, Meanings.read()).say(WANG_FANG, HELLO, "", "1");
    assertEquals("token", assertInstanceOf(Answer.Refused.class, answer).meaning().why());
    assertFalse(account.toString().contains("hush") || account.toString().contains("quiet"));
  }

  @Test
  void a_file_is_brought_first_and_named_by_its_id() throws IOException {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, '-', '-'};
    Path file = Files.write(folder.resolve("小票.png"), picture);
    var piece = new Piece.Medium("image", "小票.png", "image/png", file, "今天的小票");
    var there = assertInstanceOf(Answer.Taken.class, graph.upload(piece));
    assertArrayEquals(picture, platform.file(there.id()));
    graph.say(WANG_FANG, piece, there.id(), "1");
    assertEquals(
        there.id(), platform.sent().getFirst().message().path("image").path("id").asText());
    var gone = new Piece.Medium("image", "x", "image/png", folder.resolve("no"), "");
    assertInstanceOf(Answer.Refused.class, graph.upload(gone));
  }

  @Test
  void what_was_read_is_marked() {
    assertInstanceOf(Answer.Taken.class, graph.read("wamid.IN1"));
    assertTrue(platform.sent().isEmpty());
  }
}
