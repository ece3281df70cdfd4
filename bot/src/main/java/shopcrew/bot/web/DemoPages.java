package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import shopcrew.bot.channel.Web;
import shopcrew.bot.demo.Demo;
import shopcrew.bot.demo.Hands;
import shopcrew.db.ShopCard;

/// The demo: three phones of one shop on one page, and a clock that can be moved on. It hands out
/// sessions, so it answers on this computer only.
public final class DemoPages {
  /// @param who whose sayings are suggested on that phone
  private record Phone(Sessions.Session session, String who) {}

  private final ShopCard card;
  private final List<Phone> phones;
  private final Demo demo;
  private final Hands hands;
  private final Tour tour = Tour.read();

  private DemoPages(Demo demo, List<Phone> phones) {
    this.demo = demo;
    this.card = demo.shop().store().card();
    this.hands = new Hands(demo);
    this.phones = List.copyOf(phones);
  }

  /// @param port 0 for any free one
  public static WebServer open(int port, Demo demo, Web web, String spoken) {
    String language = Body.language(spoken);
    var sessions = new Sessions(demo.shop());
    var phones =
        List.of(
            new Phone(sessions.person(Demo.MEI, language), "mei"),
            new Phone(sessions.person(Demo.JUN, language), "jun"),
            new Phone(sessions.customer(language), "customer"));
    var pages = new DemoPages(demo, phones);
    return WebServer.open(port, demo.shop(), sessions, web, pages::routes);
  }

  private void routes(RoutesConfig routes) {
    routes.before("/demo/*", Doors::thisComputer);
    routes.get("/", at -> Pages.send(at, "index.html"));
    routes.get("/demo/phones", at -> at.json(Map.of("phones", entries())));
    routes.get("/demo/tour", at -> at.json(tour.in(Body.language(at.queryParam("language")))));
    routes.get("/demo/clock", this::show);
    routes.post("/demo/clock", this::move);
  }

  private List<Map<String, String>> entries() {
    return phones.stream().map(this::entry).toList();
  }

  private Map<String, String> entry(Phone phone) {
    Map<String, String> entry = Api.entry(phone.session(), card);
    entry.put("phone", phone.who());
    return entry;
  }

  private void show(Context context) {
    context.json(Map.of("now", demo.clock().instant().toString(), "zone", card.zone().getId()));
  }

  private void move(Context context) {
    Hands.Way way =
        Hands.Way.of(Body.of(context).text("to"))
            .orElseThrow(() -> new Refusal(400, "error.clock"));
    if (!hands.move(way)) throw new Refusal(409, "error.clockfar");
    show(context);
  }
}
