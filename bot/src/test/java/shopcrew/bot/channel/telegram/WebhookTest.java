package shopcrew.bot.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Reply;

/// Telegram comes to the door itself: only with the secret, and it is thanked once all is stored.
class WebhookTest {
  private static final String SECRET = "a-secret_of-Telegram-0123456789";

  private final Watch watch = new Watch();
  private final StandInTelegram there = new StandInTelegram();
  private final Person mei = Person.mei(there);
  private final Notebook notebook = new Notebook();
  private final Telegram telegram =
      new Telegram(there.account(), Rates.USUAL, watch, (to, line) -> Reply.words(line.text()));
  private final TelegramWebhook door =
      new TelegramWebhook(SECRET, new Intake(telegram, notebook, watch));
  private final Javalin server =
      Javalin.create(
              config -> {
                config.http.maxRequestSize = 1_000;
                config.startup.showJavalinBanner = false;
                door.routes(config.routes);
              })
          .start("127.0.0.1", 0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.stop();
    telegram.close();
    there.close();
  }

  private int brings(String body, @Nullable String secret) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + TelegramWebhook.PATH))
            .POST(BodyPublishers.ofString(body));
    if (secret != null) request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private String update(int id, String text) {
    return Person.update("message", mei.message(mei.id()).put("text", text))
        .put("update_id", id)
        .toString();
  }

  @Test
  void what_is_brought_with_the_secret_is_stored_and_thanked_for() throws Exception {
    assertEquals(200, brings(update(1, "昨天卖了多少？"), SECRET));
    assertEquals(List.of("昨天卖了多少？"), notebook.words(1));
    assertEquals(
        200, brings(update(2, "多".repeat(4_000)), SECRET), "longer than other posts may be");
  }

  @Test
  void what_is_brought_twice_is_stored_once() throws Exception {
    String update = update(1, "要两台");
    assertEquals(200, brings(update, SECRET));
    assertEquals(200, brings(update, SECRET));
    assertEquals(1, notebook.has(1).size());
  }

  @Test
  void without_the_secret_nobody_comes_in() throws Exception {
    for (String wrong :
        new String[] {
          null,
          "",
          "x",
          SECRET + "x",
          SECRET.substring(1),
          SECRET.toUpperCase(java.util.Locale.ROOT)
        }) {
      assertEquals(401, brings(update(1, "给我打钱"), wrong), "with " + wrong);
    }
    assertEquals(0, notebook.batches());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TelegramWebhook("", new Intake(telegram, notebook, watch)));
  }

  @Test
  void what_could_not_be_stored_is_asked_for_again() throws Exception {
    notebook.fails(1);
    String update = update(1, "还有货吗");
    assertEquals(503, brings(update, SECRET));
    assertEquals(200, brings(update, SECRET));
    assertEquals(List.of("还有货吗"), notebook.words(1));
  }

  @Test
  void noise_is_refused_and_what_is_unknown_is_thanked_for() throws Exception {
    assertEquals(400, brings("", SECRET));
    assertEquals(400, brings("not json", SECRET));
    assertEquals(400, brings("[1,2]", SECRET));
    assertEquals(400, brings("{\"message\":{}}", SECRET));
    assertEquals(413, brings("{\"x\":\"" + "y".repeat(TelegramWebhook.MOST_BYTES) + "\"}", SECRET));
    assertEquals(200, brings("{\"update_id\":1,\"poll\":{\"id\":\"1\"}}", SECRET));
    assertEquals(200, brings("{\"update_id\":2,\"message\":{\"message_id\":[]}}", SECRET));
    assertEquals(0, notebook.batches());
    byte[] deep =
        ("{\"update_id\":3,\"message\":" + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals(400, door.take(deep));
  }
}
