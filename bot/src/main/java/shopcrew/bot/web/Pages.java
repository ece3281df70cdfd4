package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.look.DoorLook;

/// The files of the pages, and their words.
final class Pages {
  private static final Pattern FILE = Pattern.compile("[a-z]+\\.(css|svg|js)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Bundle words;

  Pages(Bundle words) {
    this.words = words;
  }

  void routes(RoutesConfig routes) {
    routes.get("/healthz", at -> at.result(DoorLook.WORD));
    routes.get("/chat", at -> send(at, "chat.html"));
    routes.get("/owner", at -> send(at, "owner.html"));
    routes.get("/pair", at -> send(at, "owner.html"));
    routes.get("/words/zh.json", at -> at.json(words.all("zh")));
    routes.get("/words/en.json", at -> at.json(words.all("en")));
    routes.get("/js/{file}", at -> send(at, "js/" + name(at)));
    routes.get("/{file}", at -> send(at, name(at)));
  }

  private static String name(Context context) {
    String name = context.pathParam("file");
    if (!FILE.matcher(name).matches()) throw new Refusal(404, "error.missing");
    return name;
  }

  static void send(Context context, String name) {
    try (InputStream in = Pages.class.getClassLoader().getResourceAsStream("web/" + name)) {
      if (in == null) throw new Refusal(404, "error.missing");
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      context.contentType(type == null ? "application/octet-stream" : type);
      context.result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
