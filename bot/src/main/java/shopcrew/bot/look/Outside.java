package shopcrew.bot.look;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One short question to a server, with an end in any case.
public final class Outside implements AutoCloseable {
  private static final int MOST_BYTES = 256 * 1024;
  private final Duration patience;
  private @Nullable HttpClient client;

  public Outside(Duration patience) {
    this.patience = patience;
  }

  /// Made when it is first needed: a shop that opens asks nobody yet.
  private synchronized HttpClient client() {
    if (client == null) client = HttpClient.newBuilder().connectTimeout(patience).build();
    return client;
  }

  /// @param at the server's clock, if it told
  record Answer(int status, String body, @Nullable Instant at) {}

  Seen<Answer> get(String address, @Nullable String bearer) {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(patience);
    if (bearer != null) request.header("Authorization", "Bearer " + bearer);
    try {
      var answer = client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return new Seen.Good<>(new Answer(answer.statusCode(), text, date(answer)), date(answer));
      }
    } catch (HttpTimeoutException e) {
      return new Seen.Unreached<>("slow");
    } catch (SSLException e) {
      return new Seen.Unreached<>("tls");
    } catch (IOException e) {
      return new Seen.Unreached<>(why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Seen.Unreached<>("line");
    }
  }

  private static String why(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
        return "host";
      }
    }
    return thrown instanceof ConnectException ? "refused" : "line";
  }

  private static @Nullable Instant date(HttpResponse<?> answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
          .orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) client.shutdownNow();
  }
}
