package shopcrew.bot;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// A way with a platform in between, which brings what people say to the shop's own door.
abstract class OnAPhone implements Way {
  final StoryTime time;
  private final Map<Phone, Integer> read = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Javalin server;

  OnAPhone(StoryTime time) {
    this.time = time;
  }

  /// The how-manieth of the story that person is.
  final int nth(String name) {
    if (!names.contains(name)) names.add(name);
    return names.indexOf(name);
  }

  final String chat(Phone phone) {
    return address(phone.toString());
  }

  final void opens(Consumer<RoutesConfig> routes) {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  routes.accept(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  final URI door() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  void stop() {
    if (server != null) server.stop();
  }

  /// What the platform has shown, as that phone reads it.
  final <T> List<Line> unread(Phone phone, List<T> all, Predicate<T> there, Reading<T> reading) {
    var lines = new ArrayList<Line>();
    for (int i = read.getOrDefault(phone, 0); i < all.size(); i++) {
      if (there.test(all.get(i))) lines.add(reading.line(i, all.get(i)));
    }
    read.put(phone, all.size());
    return lines;
  }

  interface Reading<T> {
    Line line(int at, T sent);
  }

  static Line line(long seq, String text, List<Button> buttons) {
    return new Line(seq, true, "", "", "", text, buttons, "", Instant.EPOCH);
  }
}
