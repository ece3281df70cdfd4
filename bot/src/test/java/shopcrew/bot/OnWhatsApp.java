package shopcrew.bot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bucket4j.TimeMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.whatsapp.Heard;
import shopcrew.bot.channel.whatsapp.Hook;
import shopcrew.bot.channel.whatsapp.Pace;
import shopcrew.bot.channel.whatsapp.StandInWhatsApp;
import shopcrew.bot.channel.whatsapp.WhatsApp;
import shopcrew.bot.channel.whatsapp.WhatsAppDoor;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// Between the phones and the shop is WhatsApp, as its stand-in plays it. Everybody has written
/// within the day, for else the platform would not let the shop speak.
final class OnWhatsApp extends OnAPhone {
  private static final Pace.Limit QUICK = new Pace.Limit(10_000, 10_000, Duration.ofMillis(1));

  private final StandInWhatsApp there = new StandInWhatsApp();

  @SuppressWarnings("NullAway.Init")
  private Hook hook;

  private int ids;

  OnWhatsApp(StoryTime time) {
    super(time);
  }

  @Override
  public String channel() {
    return "whatsapp";
  }

  @Override
  public String address(String name) {
    return "86138000000" + (10 + nth(name));
  }

  @Override
  public Channel made() {
    stop();
    return new WhatsApp(
        there.account(),
        QUICK,
        new WhatsApp.Outside(
            to -> new Heard(time.instant(), Instant.EPOCH),
            (to, line) -> Reply.of(line, Path.of("")),
            new WhatsApp.Prices(null, () -> Long.MAX_VALUE),
            time,
            TimeMeter.SYSTEM_NANOTIME));
  }

  @Override
  public void opens(Shop shop) {
    var door = new WhatsAppDoor(there.account(), shop.reception()::take, time);
    opens(door::routes);
    hook = new Hook(door());
  }

  @Override
  public void says(Phone phone, String key, String text) {
    brings(Hook.text(chat(phone), "wamid.in." + ++ids, text, time.instant()));
  }

  @Override
  public void taps(Phone phone, String key, long under, String token, String label) {
    var all = there.sent();
    String id = under >= 1 && under <= all.size() ? all.get((int) under - 1).id() : "wamid.none";
    brings(Hook.tap(chat(phone), "wamid.in." + ++ids, id, token, label, time.instant()));
  }

  private void brings(byte[] body) {
    int status = hook.brings(body);
    if (status != 200) throw new AssertionError("WhatsApp hears " + status);
  }

  @Override
  public List<Line> news(Phone phone) {
    return unread(
        phone,
        there.sent(),
        sent -> sent.to().equals(chat(phone)),
        (at, sent) -> line(at + 1, sent.text(), buttons(sent.message())));
  }

  private static List<Button> buttons(JsonNode message) {
    var buttons = new ArrayList<Button>();
    JsonNode action = message.path("interactive").path("action");
    for (JsonNode button : action.path("buttons")) {
      JsonNode reply = button.path("reply");
      buttons.add(new Button(reply.path("title").asText(), reply.path("id").asText()));
    }
    for (JsonNode section : action.path("sections")) {
      for (JsonNode row : section.path("rows")) {
        String label = row.path("title").asText() + row.path("description").asText();
        buttons.add(new Button(label, row.path("id").asText()));
      }
    }
    return buttons;
  }

  @Override
  public void close() {
    stop();
    there.close();
  }
}
