package shopcrew.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// The line to a model. So many questions are on the way at once and no more; the others wait,
/// since each that is on the way costs memory here and a place in the queue there.
final class Line implements HttpClient {
  /// How long the question that is asked now may still take, if that is less than the patience.
  static final ScopedValue<Duration> LEFT = ScopedValue.newInstance();

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int AT_ONCE = 256;
  private static final int LONGEST_ANSWER = 1024 * 1024;
  private static final int LONGEST_COMPLAINT = 300;
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Duration patience;
  private final OkHttpClient client;

  /// @param patience with a whole answer
  /// @param silence how long nothing at all may come
  Line(Duration patience, Duration silence) {
    this.patience = patience;
    client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .readTimeout(silence)
            .retryOnConnectionFailure(false)
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Duration left = LEFT.orElse(patience);
    enter(left);
    try {
      Call call = client.newCall(asked(request));
      call.timeout().timeout(left.toMillis(), TimeUnit.MILLISECONDS);
      return answer(call);
    } catch (IOException e) {
      throw Failed.line(e);
    } finally {
      places.release();
    }
  }

  /// Nobody here reads a model word by word: it is read to the end, and then told in pieces.
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    SuccessfulHttpResponse answer;
    try {
      answer = execute(request);
    } catch (Failed e) {
      listener.onError(e);
      return;
    }
    listener.onOpen(answer);
    parser.parse(new ByteArrayInputStream(answer.bodyBytes()), listener);
    listener.onClose();
  }

  private void enter(Duration left) {
    try {
      if (!places.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS)) throw Failed.busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failed.busy();
    }
  }

  private static Request asked(HttpRequest request) {
    var body = RequestBody.create(request.body().getBytes(UTF_8), JSON);
    var asked = new Request.Builder().url(request.url()).method(request.method().name(), body);
    request.headers().forEach((name, values) -> values.forEach(it -> asked.addHeader(name, it)));
    return asked.build();
  }

  private static SuccessfulHttpResponse answer(Call call) throws IOException {
    try (var answer = call.execute()) {
      ResponseBody body = answer.body();
      byte[] words = body == null ? new byte[0] : body.byteStream().readNBytes(LONGEST_ANSWER);
      if (!answer.isSuccessful()) throw refusal(answer, new String(words, UTF_8));
      if (words.length == LONGEST_ANSWER) throw new IOException("an answer without end");
      return SuccessfulHttpResponse.builder()
          .statusCode(answer.code())
          .headers(answer.headers().toMultimap())
          .body(words)
          .build();
    }
  }

  private static Failed refusal(Response answer, String said) {
    String complaint = said.substring(0, Math.min(said.length(), LONGEST_COMPLAINT));
    return Failed.status(answer.code(), after(answer.header("Retry-After")), complaint);
  }

  /// Seconds; a date is rare, and then our own pace will do.
  private static @Nullable Duration after(@Nullable String header) {
    if (header == null || !header.matches("\\d{1,6}")) return null;
    return Duration.ofSeconds(Long.parseLong(header));
  }

  /// How langchain4j asks for it; whoever asks gets the same one.
  static HttpClientBuilder within(Duration patience, Duration silence) {
    var line = new Line(patience, silence);
    return new HttpClientBuilder() {
      @Override
      public Duration connectTimeout() {
        return CONNECT;
      }

      @Override
      public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
      }

      @Override
      public Duration readTimeout() {
        return silence;
      }

      @Override
      public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
      }

      @Override
      public HttpClient build() {
        return line;
      }
    };
  }
}
