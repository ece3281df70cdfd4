package shopcrew.bot.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.util.function.Consumer;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Web;
import shopcrew.bot.i18n.Bundle;

/// The shop's pages and their HTTP, on this computer's loopback address.
public final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Streams streams;

  private WebServer(Javalin javalin, Streams streams) {
    this.javalin = javalin;
    this.streams = streams;
  }

  /// @param port 0 for any free one
  /// @param more the demo's own routes, if this is the demo
  public static WebServer open(
      int port, Shop shop, Sessions sessions, Web web, Consumer<RoutesConfig> more) {
    return open("127.0.0.1", port, shop, sessions, web, more);
  }

  /// @param host the address it is bound to
  public static WebServer open(
      String host, int port, Shop shop, Sessions sessions, Web web, Consumer<RoutesConfig> more) {
    var words = new Bundle("web");
    var streams = new Streams(sessions, shop.rooms().conversations(), web);
    var javalin =
        Javalin.create(
            config -> {
              settings(config);
              new Doors(words).routes(config.routes);
              new Api(shop, sessions, web).routes(config.routes);
              new Paper(shop, sessions).routes(config.routes);
              config.routes.get("/api/stream", streams::serve);
              more.accept(config.routes);
              new Pages(words).routes(config.routes);
            });
    try {
      javalin.start(host, port);
    } catch (JavalinBindException e) {
      throw new PortInUse(port, e);
    }
    return new WebServer(javalin, streams);
  }

  /// The first page of a shop is its chat.
  public static void front(RoutesConfig routes) {
    routes.get("/", at -> at.redirect("/chat"));
  }

  private static void settings(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Body.MOST_BYTES;
  }

  public int port() {
    return javalin.port();
  }

  public String address() {
    return "http://localhost:" + port();
  }

  @Override
  public void close() {
    streams.close();
    javalin.stop();
  }
}
