package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Web;
import shopcrew.db.ShopCard;
import shopcrew.roles.Message;
import shopcrew.roles.Speaker;

/// What a page may ask of the shop: a session, and to say something in it.
final class Api {
  private static final long LARGEST_FILE = 5L * 1024 * 1024;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FILE_TEXT = 20_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final Shop shop;
  private final ShopCard card;
  private final Web web;
  private final Pace messages = new Pace(40, MINUTE, System::nanoTime);
  private final Pace newcomers = new Pace(60, MINUTE, System::nanoTime);

  Api(Shop shop, Sessions sessions, Web web) {
    this.shop = shop;
    this.sessions = sessions;
    this.web = web;
    this.card = shop.store().card();
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/session", this::session);
    routes.post("/api/language", this::language);
    routes.post("/api/messages", this::message);
    routes.post("/api/taps", this::tap);
    routes.post("/api/files", this::file);
  }

  /// A kept session again, or an owner's by a pairing code, or a new customer's.
  private void session(Context context) {
    Body body = Body.of(context);
    String language = Body.language(body.optional("language"));
    String kept = body.optional("session");
    if (kept != null) {
      context.json(entry(sessions.find(kept), card));
      return;
    }
    newcomers.check(context.ip());
    String code = body.optional("pairing");
    context.json(
        entry(code == null ? sessions.customer(language) : sessions.pair(code, language), card));
  }

  /// A session as a page needs it.
  static Map<String, String> entry(Sessions.Session session, ShopCard card) {
    var entry = new LinkedHashMap<String, String>();
    entry.put("session", session.token());
    entry.put("conversation", session.conversation().id());
    entry.put("who", session.who());
    entry.put("name", session.name());
    entry.put("language", session.conversation().language());
    entry.put("shop", card.name());
    entry.put("zone", card.zone().getId());
    return entry;
  }

  private void language(Context context) {
    var session = sessions.find(context.header("X-Session"));
    String language = Body.language(Body.of(context).optional("language"));
    shop.rooms().conversations().speaks(session.conversation().id(), language);
    context.json(Map.of("language", language));
  }

  private void message(Context context) {
    Body body = Body.of(context);
    receive(context, body, from -> new Message.Text(from, body.words()));
  }

  private void tap(Context context) {
    Body body = Body.of(context);
    String token = body.text("token");
    String label = body.text("label");
    if (token.isEmpty() || token.length() > LONGEST_NAME || label.length() > LONGEST_NAME) {
      throw new Refusal(400, "error.tap");
    }
    long line = body.size("line");
    receive(context, body, from -> new Message.Tap(from, line, token, label));
  }

  /// A file is told of, not kept: its name, its kind, and the words of a small text.
  private void file(Context context) {
    Body body = Body.of(context);
    String name = body.text("name").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) throw new Refusal(400, "error.filename");
    if (body.size("size") > LARGEST_FILE) throw new Refusal(413, "error.file");
    String text = body.text("text");
    if (text.length() > MOST_FILE_TEXT) throw new Refusal(413, "error.file");
    receive(context, body, from -> new Message.Media(from, kind(body), name, body.caption(), text));
  }

  private static String kind(Body body) {
    String type = body.text("type");
    for (String kind : new String[] {"image", "video", "audio"}) {
      if (type.startsWith(kind + "/")) return kind;
    }
    return "file";
  }

  private void receive(Context context, Body body, Said said) {
    var session = session(context, body);
    messages.check(session.token());
    String id = body.id();
    shop.reception().receive(session.conversation().id(), id, said.by(session.speaker()));
    web.ring(session.conversation().id());
    context.status(202).json(Map.of("id", id));
  }

  private Sessions.Session session(Context context, Body body) {
    @Nullable String header = context.header("X-Session");
    return sessions.find(header == null ? body.optional("session") : header);
  }

  private interface Said {
    Message by(Speaker from);
  }
}
