package shopcrew.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.telegram.Intake;
import shopcrew.bot.channel.telegram.Rates;
import shopcrew.bot.channel.telegram.StandInTelegram;
import shopcrew.bot.channel.telegram.Telegram;
import shopcrew.bot.channel.telegram.TelegramWebhook;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// Between the phones and the shop is Telegram, as its stand-in plays it.
final class OnTelegram extends OnAPhone {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "a-secret-of-the-story-0123456789";
  private static final Rates QUICK = new Rates(10_000, 10_000, 100_000);

  private final Supplier<Path> home;
  private final StandInTelegram there = new StandInTelegram();
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private Telegram telegram;

  private int updates = 1_000;

  OnTelegram(StoryTime time) {
    this(time, () -> Path.of(""));
  }

  /// @param home where the shop keeps the files that it sends
  OnTelegram(StoryTime time, Supplier<Path> home) {
    super(time);
    this.home = home;
  }

  @Override
  public String channel() {
    return "telegram";
  }

  @Override
  public String address(String name) {
    return String.valueOf(100 + nth(name));
  }

  @Override
  public Channel made() {
    stop();
    telegram = new Telegram(there.account(), QUICK, time, (to, line) -> Reply.of(line, home.get()));
    return telegram;
  }

  @Override
  public void opens(Shop shop) {
    var intake = new Intake(telegram, shop.reception()::take, time);
    opens(new TelegramWebhook(SECRET, intake)::routes);
  }

  @Override
  public void says(Phone phone, String key, String text) {
    ObjectNode message = JSON.createObjectNode();
    message.put("message_id", there.nextId(chat(phone))).put("text", text);
    from(message, phone);
    brings("message", message);
  }

  @Override
  public void taps(Phone phone, String key, long under, String token, String label) {
    ObjectNode tap = JSON.createObjectNode();
    tap.put("id", "tap-" + key + "-" + updates).put("data", token).put("chat_instance", "1");
    person(tap.putObject("from"), phone);
    ObjectNode message = tap.putObject("message").put("message_id", under);
    message.put("date", time.millis() / 1_000);
    message.putObject("chat").put("id", Long.parseLong(chat(phone))).put("type", "private");
    brings("callback_query", tap);
  }

  private void from(ObjectNode message, Phone phone) {
    message.put("date", time.millis() / 1_000);
    person(message.putObject("from"), phone);
    message.putObject("chat").put("id", Long.parseLong(chat(phone))).put("type", "private");
  }

  private void person(ObjectNode from, Phone phone) {
    from.put("id", Long.parseLong(chat(phone))).put("is_bot", false);
    from.put("first_name", phone.toString());
  }

  private void brings(String kind, ObjectNode what) {
    ObjectNode update = JSON.createObjectNode().put("update_id", ++updates);
    update.set(kind, what);
    var request =
        HttpRequest.newBuilder(door().resolve(TelegramWebhook.PATH))
            .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
            .POST(BodyPublishers.ofString(update.toString()))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) throw new AssertionError("Telegram hears " + status);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public List<Line> news(Phone phone) {
    return unread(
        phone,
        there.sent(),
        sent -> sent.chat().equals(chat(phone)) && sent.method().startsWith("send"),
        (_, sent) -> line(sent.id(), sent.text(), buttons(sent.body())));
  }

  private static List<Button> buttons(JsonNode body) {
    var buttons = new ArrayList<Button>();
    for (JsonNode row : body.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        buttons.add(
            new Button(button.path("text").asText(), button.path("callback_data").asText()));
      }
    }
    return buttons;
  }

  @Override
  void stop() {
    super.stop();
    if (telegram != null) telegram.close();
  }

  @Override
  public void close() {
    stop();
    client.close();
    there.close();
  }
}
