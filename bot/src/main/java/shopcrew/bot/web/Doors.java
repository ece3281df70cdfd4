package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.i18n.Bundle;

/// What holds for every request: where it may come from, what the answer's headers say, and that a
/// fault is one sentence.
final class Doors {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final Set<String> FRAMED = Set.of("/chat", "/chat.html");
  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Bundle words;

  Doors(Bundle words) {
    this.words = words;
  }

  void routes(RoutesConfig routes) {
    routes.before(this::headers);
    routes.before(this::sameOrigin);
    routes.exception(Refusal.class, (fault, at) -> say(at, fault.status(), fault.key()));
    routes.exception(
        HttpResponseException.class,
        (fault, at) -> {
          String key = fault.getStatus() == 404 ? "error.missing" : "error.json";
          say(at, fault.getStatus(), fault.getStatus() == 413 ? "error.body" : key);
        });
    routes.exception(
        Exception.class,
        (fault, at) -> {
          LOG.error("{} {} failed", at.method(), at.path(), fault);
          say(at, 500, "error.inside");
        });
  }

  /// Only the widget may stand in a frame of another site, and only words and the widget's script
  /// may be read from there.
  private void headers(Context context) {
    String path = context.path();
    String frames = FRAMED.contains(path) ? "*" : "'none'";
    context.header(
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors "
            + frames);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cache-Control", path.startsWith("/api/") ? "no-store" : "no-cache");
    if (!FRAMED.contains(path)) context.header("X-Frame-Options", "DENY");
    if (path.startsWith("/words/")) context.header("Access-Control-Allow-Origin", "*");
    else if (!path.equals("/widget.js"))
      context.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  private void sameOrigin(Context context) {
    if (!context.path().startsWith("/api/") && !context.path().startsWith("/demo/")) return;
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new Refusal(403, "error.origin");
    }
    String origin = context.header("Origin");
    if (origin == null) return;
    String host = context.header("Host");
    if (host == null || !origin.substring(origin.indexOf("//") + 2).equals(host)) {
      throw new Refusal(403, "error.origin");
    }
  }

  /// The demo hands out sessions, so it answers only under this computer's own names: another site
  /// cannot reach it under a name of its own.
  static void thisComputer(Context context) {
    String host = URI.create("http://" + context.header("Host")).getHost();
    if (host == null || !THIS_COMPUTER.contains(host)) throw new Refusal(403, "error.host");
  }

  private void say(Context context, int status, String key) {
    if (context.res().isCommitted()) return;
    String wanted = context.header("X-Language");
    String language = Body.language(wanted == null ? context.header("Accept-Language") : wanted);
    context.status(status);
    context.json(Map.of("error", words.say(language, key, "port", context.port())));
  }
}
