package shopcrew.bot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Web;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Line;

/// What was said in a conversation, live and in its order: first what the page has not seen yet,
/// then each new line as it is said.
final class Streams {
  private static final int MOST = 256;
  private static final int A_PAGE = 100;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sessions sessions;
  private final Conversations conversations;
  private final Web web;
  private final Semaphore places = new Semaphore(MOST);
  private volatile boolean open = true;

  Streams(Sessions sessions, Conversations conversations, Web web) {
    this.sessions = sessions;
    this.conversations = conversations;
    this.web = web;
  }

  /// Before the stream begins, while a refusal can still be said.
  void check(Context context) {
    sessions.find(context.queryParam("session"));
    after(context);
    if (places.availablePermits() == 0) throw new Refusal(503, "error.streams");
  }

  void serve(SseClient client) {
    String conversation = sessions.find(client.ctx().queryParam("session")).conversation().id();
    if (!places.tryAcquire()) return;
    try (Web.Ear ear = web.listen(conversation)) {
      follow(client, conversation, ear);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(SseClient client, String conversation, Web.Ear ear)
      throws InterruptedException {
    long last = after(client.ctx());
    client.sendComment("open");
    while (open && !client.terminated()) {
      List<Line> lines = conversations.since(conversation, last, A_PAGE);
      for (Line line : lines) {
        client.sendEvent("message", event(line), String.valueOf(line.seq()));
        last = line.seq();
      }
      if (lines.size() < A_PAGE && !ear.rang(HEARTBEAT)) client.sendComment("still here");
    }
  }

  void close() {
    open = false;
    web.ringAll();
  }

  /// A browser that reconnects names the last event that it saw.
  private static long after(Context context) {
    String seen = context.header("Last-Event-ID");
    if (seen == null || seen.isBlank()) seen = context.queryParam("after");
    return number(seen);
  }

  private static long number(@Nullable String written) {
    if (written == null || written.isBlank()) return 0;
    try {
      return Math.max(0, Long.parseLong(written.strip()));
    } catch (NumberFormatException e) {
      throw new Refusal(400, "error.json");
    }
  }

  private static String event(Line line) {
    try {
      return JSON.writeValueAsString(Event.of(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
