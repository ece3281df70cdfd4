package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.PinLinks;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.Message;

/// The keypad on a page of its own, for the chats that would show which keys were pressed.
public final class PinPage {
  private final Shop shop;
  private final PinLinks links;
  private final Pace presses = new Pace(120, Duration.ofMinutes(1), System::nanoTime);

  public PinPage(Shop shop, PinLinks links) {
    this.shop = shop;
    this.links = links;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/pin", at -> Pages.send(at, "pin.html"));
    routes.post("/api/pin", this::open);
    routes.post("/api/pin/keys", this::press);
  }

  private void open(Context context) {
    presses.check(context.ip());
    var pad = pad(Body.of(context));
    context.json(
        Map.of(
            "language",
            pad.conversation().language(),
            "text",
            pad.line().text(),
            "seq",
            pad.line().seq(),
            "buttons",
            keys(pad.line().buttons())));
  }

  private static List<Map<String, String>> keys(List<Button> buttons) {
    return buttons.stream()
        .map(button -> Map.of("label", button.label(), "token", button.token()))
        .toList();
  }

  private void press(Context context) {
    presses.check(context.ip());
    Body body = Body.of(context);
    var pad = pad(body);
    String token = body.text("token");
    if (pad.line().buttons().stream().noneMatch(button -> button.token().equals(token))) {
      throw new Refusal(400, "error.tap");
    }
    var from = shop.router().speaker(pad.conversation());
    var tap = new Message.Tap(from, pad.line().seq(), token, "");
    shop.reception().receive(pad.conversation().id(), body.id(), tap);
    context.status(202).json(Map.of("id", body.id()));
  }

  private PinLinks.Pad pad(Body body) {
    return links.find(body.text("code")).orElseThrow(() -> new Refusal(401, "error.pin"));
  }
}
