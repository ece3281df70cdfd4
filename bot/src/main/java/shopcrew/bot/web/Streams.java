package shopcrew.bot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Web;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Line;

/// What was said in a conversation, live and in its order: first what the page has not seen yet,
/// then each new line as it is said.
final class Streams {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
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

  /// Server-sent events, written by the request's own virtual thread for as long as it lasts.
  /// Javalin's own asynchronous kind goes on with a request that Jetty has already taken back.
  void serve(Context context) {
    String id = sessions.find(context.queryParam("session")).conversation().id();
    long after = after(context);
    if (!places.tryAcquire()) throw new Refusal(503, "error.streams");
    try (Web.Ear ear = web.listen(id)) {
      context.contentType("text/event-stream; charset=utf-8");
      context.header("X-Accel-Buffering", "no");
      follow(context.res().getOutputStream(), id, after, ear);
    } catch (IOException e) {
      // The page is gone; when it comes back it names the last event that it saw.
      LOG.debug("A page left the stream of {}", id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(OutputStream out, String id, long after, Web.Ear ear)
      throws IOException, InterruptedException {
    long last = after;
    write(out, ": open\n\n");
    while (open) {
      List<Line> lines = conversations.since(id, last, A_PAGE);
      for (Line line : lines) {
        write(out, "id: " + line.seq() + "\ndata: " + event(line) + "\n\n");
        last = line.seq();
      }
      if (lines.size() < A_PAGE && !ear.rang(HEARTBEAT)) write(out, ": still here\n\n");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
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
