package shopcrew.bot.channel.whatsapp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The platform over HTTP. Nothing is sent twice: an answer says what became of a message, a line
/// that breaks after the request left says nothing, and neither we nor the JDK's client then tries
/// again.
final class Graph {
  private static final Logger LOG = LoggerFactory.getLogger(Graph.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Meaning GONE =
      new Meaning(Meaning.Next.NEVER, Duration.ZERO, "media", false);
  private static final Duration NO_CONNECTION = Duration.ofSeconds(10);

  static {
    // The platform closes idle lines when it likes. One that lay idle for long may break just as we
    // write, and then nobody knows what became of it; so ours are closed first. The JDK reads this
    // once, before its first client.
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }
  }

  private final Account account;
  private final Meanings meanings;
  private final HttpClient client;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reply(
      @Nullable List<Message> messages,
      @Nullable String id,
      boolean success,
      @Nullable Fault error) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Message(@Nullable String id) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fault(@Nullable Integer code) {}

  /// What a file is and where it lies.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Lying(
      @Nullable String url,
      @JsonProperty("mime_type") @Nullable String type,
      @Nullable String sha256,
      @JsonProperty("file_size") long bytes) {}

  Graph(Account account, Meanings meanings) {
    String always = System.getProperty("jdk.httpclient.enableAllMethodRetry");
    if (always != null && !always.equals("false")) {
      throw new IllegalStateException("with jdk.httpclient.enableAllMethodRetry messages double");
    }
    this.account = account;
    this.meanings = meanings;
    // HTTP/1.1: over HTTP/2 the JDK sends a refused stream again by itself.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(account.connect())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// One message.
  ///
  /// @param medium the platform's id of its file, if it has one
  /// @param ours what the platform gives back with every status of it
  Answer say(String to, Piece piece, String medium, String ours) {
    return post("messages", Payload.of(to, piece, medium, ours).toString());
  }

  /// Two blue ticks on what the customer wrote.
  Answer read(String message) {
    var read = JSON.createObjectNode().put("messaging_product", "whatsapp");
    return post("messages", read.put("status", "read").put("message_id", message).toString());
  }

  /// Brings a file to the platform, which keeps it for 30 days under the id of the answer.
  Answer upload(Piece.Medium file) {
    var parts = new Multipart(file);
    Answer answer;
    try {
      answer = exchanged(to(account.number() + "/media", parts.type(), parts.body()));
    } catch (FileNotFoundException e) {
      return new Answer.Refused(-1, GONE);
    }
    // Nobody sees an upload, so one that may have arrived is as good as one that has not.
    return answer instanceof Answer.Maybe ? new Answer.NotNow(NO_CONNECTION) : answer;
  }

  /// What is known of a file that a customer sent; its id is good for seven days.
  Heard<Lying> look(String medium) {
    URI place = account.at(medium + "?phone_number_id=" + account.number());
    return switch (get(place, LONGEST_ANSWER)) {
      case Heard.Yes(HttpResponse<byte[]> response) -> {
        try {
          yield new Heard.Yes<>(JSON.readValue(response.body(), Lying.class));
        } catch (IOException e) {
          yield new Heard.Later<>();
        }
      }
      case Heard.Never<?>(String why) -> new Heard.Never<>(why);
      case Heard.Later<?>() -> new Heard.Later<>();
    };
  }

  /// The bytes that lie there. The caller has seen that it is one of the platform's own places.
  Heard<HttpResponse<byte[]>> get(URI place, int most) {
    var request = HttpRequest.newBuilder(place).timeout(account.patience()).GET();
    request.header("Authorization", "Bearer " + account.token());
    try {
      HttpResponse<byte[]> response = exchange(request.build(), most);
      int status = response.statusCode();
      if (status == 200) return new Heard.Yes<>(response);
      LOG.info("WhatsApp gave no file: {}", status);
      return status == 429 || status == 401 || status >= 500
          ? new Heard.Later<>()
          : new Heard.Never<>("old");
    } catch (TimeoutException | ExecutionException e) {
      return new Heard.Later<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Heard.Later<>();
    }
  }

  /// What a question to the platform brought.
  sealed interface Heard<T> {
    record Yes<T>(T what) implements Heard<T> {}

    record Later<T>() implements Heard<T> {}

    record Never<T>(String why) implements Heard<T> {}
  }

  private Answer post(String path, String json) {
    return exchanged(
        to(account.number() + "/" + path, "application/json", BodyPublishers.ofString(json)));
  }

  private HttpRequest to(String path, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(account.at(path))
        .timeout(account.patience())
        .header("Authorization", "Bearer " + account.token())
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  private Answer exchanged(HttpRequest request) {
    try {
      return answer(exchange(request, LONGEST_ANSWER));
    } catch (ExecutionException e) {
      if (neverLeft(e.getCause())) return new Answer.NotNow(NO_CONNECTION);
      LOG.warn("WhatsApp broke off: {}", String.valueOf(e.getCause()));
      return new Answer.Maybe();
    } catch (TimeoutException e) {
      LOG.warn("WhatsApp did not answer in time");
      return new Answer.Maybe();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Maybe();
    }
  }

  /// The JDK's own limit ends with the headers of the answer; this one holds for the whole of it.
  private HttpResponse<byte[]> exchange(HttpRequest request, int most)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return answer.get(account.patience().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean neverLeft(@Nullable Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof SSLHandshakeException;
  }

  private Answer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    Reply reply = null;
    try {
      reply = JSON.readValue(response.body(), Reply.class);
    } catch (JsonProcessingException e) {
      LOG.debug("WhatsApp answered {} without JSON", status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (status / 100 == 2) {
      String id = reply == null ? null : id(reply);
      return id == null ? new Answer.Maybe() : new Answer.Taken(id);
    }
    Fault fault = reply == null ? null : reply.error();
    // A gateway on the way speaks for itself, not for the platform behind it.
    if (fault == null && status >= 500) return new Answer.Maybe();
    int code = fault == null || fault.code() == null ? -1 : fault.code();
    Meaning meaning = meanings.of(code, status);
    LOG.info("WhatsApp refused with {} of HTTP {}: {}", code, status, meaning.why());
    return new Answer.Refused(code, meaning);
  }

  private static @Nullable String id(Reply reply) {
    if (reply.messages() == null || reply.messages().isEmpty()) {
      return reply.success() ? "" : reply.id();
    }
    return reply.messages().getFirst().id();
  }
}
