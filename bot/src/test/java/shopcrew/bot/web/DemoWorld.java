package shopcrew.bot.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import shopcrew.bot.Shop;
import shopcrew.bot.channel.Web;
import shopcrew.bot.demo.Demo;
import shopcrew.bot.model.Models;
import shopcrew.bot.sandbox.SandboxAds;
import shopcrew.db.Conversations.Line;

/// The demo shop on a real port, with a clock that stands still until it is moved.
final class DemoWorld implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Demo demo;
  final WebServer server;
  private final Path home;
  private final Web web = new Web();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private DemoWorld(Path home) throws IOException {
    this.home = home.resolve("demo");
    var means = new Shop.Means(executor, List.of(web), Models.house());
    demo = Demo.open(this.home, InstantSource.fixed(Instant.EPOCH), means);
    server = DemoPages.open(0, demo, web, "zh");
  }

  static DemoWorld open(Path home) {
    try {
      return new DemoWorld(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Shop time goes on, and what is due is done.
  void passes(Duration time) {
    demo.clock().moveOn(time);
    demo.shop().tick();
  }

  /// What the practice platform wrote down, in its own book.
  List<SandboxAds.Ad> ads() {
    try (var ads =
        SandboxAds.open(home.resolve("sandbox-ads.db"), demo.clock(), demo.shop().zone())) {
      return ads.all();
    }
  }

  /// The session of one of the demo's phones.
  String phone(String who) {
    try {
      for (var phone : new ObjectMapper().readTree(get("/demo/phones").body()).get("phones")) {
        if (phone.get("phone").asText().equals(who)) return phone.get("session").asText();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no phone of " + who);
  }

  /// The transcript of a session.
  List<Line> lines(String session) {
    String id = new Sessions(demo.shop()).find(session).conversation().id();
    return demo.shop().rooms().conversations().since(id, 0, 1_000);
  }

  /// The first such line, as soon as it was said.
  Line waitsFor(String session, Predicate<Line> wanted) {
    String id = new Sessions(demo.shop()).find(session).conversation().id();
    try (var ear = web.listen(id)) {
      for (int rings = 0; rings < 100; rings++) {
        var found = lines(session).stream().filter(wanted).findFirst();
        if (found.isPresent()) return found.get();
        if (!ear.rang(Duration.ofSeconds(20))) break;
      }
      throw new AssertionError("never said; but: " + lines(session));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(30))
        .header("X-Language", "en");
  }

  HttpResponse<String> get(String path) {
    return send(to(path).build());
  }

  HttpResponse<String> post(String path, String session, String json) {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .header("X-Session", session)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// An answer that goes on.
  BufferedReader stream(HttpRequest request) throws IOException, InterruptedException {
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    executor.close();
    demo.close();
  }
}
