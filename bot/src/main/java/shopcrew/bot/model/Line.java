package shopcrew.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/// The line to a model. So many questions are on the way at once and no more; the others wait,
/// since
/// each that is on the way costs memory here and a place in the queue there.
final class Line implements HttpClient {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int AT_ONCE = 256;
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Duration patience;
  private final OkHttpClient client;

  Line(Duration patience) {
    this.patience = patience;
    client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .readTimeout(patience)
            .callTimeout(patience)
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    enter();
    try {
      return answer(asked(request));
    } catch (InterruptedIOException e) {
      throw new TimeoutException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
      throw new TimeoutException("all places on the line to the model are taken");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException(e);
    }
  }

  private static Request asked(HttpRequest request) {
    var body = RequestBody.create(request.body().getBytes(UTF_8), JSON);
    var asked = new Request.Builder().url(request.url()).method(request.method().name(), body);
    request.headers().forEach((name, values) -> values.forEach(it -> asked.addHeader(name, it)));
    return asked.build();
  }

  private SuccessfulHttpResponse answer(Request asked) throws IOException {
    try (var answer = client.newCall(asked).execute()) {
      ResponseBody body = answer.body();
      byte[] words = body == null ? new byte[0] : body.byteStream().readNBytes(LONGEST_ANSWER);
      if (!answer.isSuccessful()) throw new HttpException(answer.code(), new String(words, UTF_8));
      return SuccessfulHttpResponse.builder()
          .statusCode(answer.code())
          .headers(answer.headers().toMultimap())
          .body(words)
          .build();
    }
  }

  /// How langchain4j asks for it.
  static HttpClientBuilder within(Duration patience) {
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
        return patience;
      }

      @Override
      public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
      }

      @Override
      public HttpClient build() {
        return new Line(patience);
      }
    };
  }

  /// Nobody here reads a model word by word.
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are read whole");
  }
}
