package shopcrew.bot.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// The HTTP underneath the platforms. It never sends anything a second time, and a failure tells
/// whether the request may have been read.
public final class Wire {
  private static final int AT_ONCE = 128;
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

  /// Shorter than servers keep a quiet line: on one that was closed behind our back it stays
  /// unknown whether a message arrived.
  private static final Duration IDLE = Duration.ofSeconds(20);

  private Wire() {}

  /// The line broke after the whole request was handed to it.
  public static final class Broke extends IOException {
    Broke(IOException cause) {
      super("the line broke after the request", cause);
    }
  }

  /// An answer that is not the platform's own, but of something before it.
  public static final class Gateway extends IOException {
    public final int status;

    Gateway(int status) {
      super("answered with status " + status + " and no words");
      this.status = status;
    }
  }

  /// @param connect how long a connection may take to open
  /// @param silence how long nothing may come or go
  /// @param patience how long it may take in all
  public static OkHttpClient client(Duration connect, Duration silence, Duration patience) {
    var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequests(2 * AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS))
        .protocols(List.of(Protocol.HTTP_1_1))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .connectTimeout(connect)
        .writeTimeout(silence)
        .readTimeout(silence)
        .callTimeout(patience)
        .addNetworkInterceptor(Wire::watched)
        .build();
  }

  /// The failure of that kind among the causes of one: a limit of time hides what it cut off.
  public static <T> @Nullable T find(Throwable failure, Class<T> type) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth++ < 20; at = at.getCause()) {
      if (type.isInstance(at)) return type.cast(at);
    }
    return null;
  }

  /// Runs once a line is there, and reads the whole answer, so that whatever breaks afterwards
  /// breaks in here.
  private static Response watched(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null) return chain.proceed(request);
    var seen = new Seen(body);
    try {
      var answer = chain.proceed(request.newBuilder().method(request.method(), seen).build());
      var words = answer.body();
      byte[] bytes = words == null ? new byte[0] : words.byteStream().readNBytes(LONGEST_ANSWER);
      if (bytes.length == 0 || bytes[0] != '{') throw new Gateway(answer.code());
      // OkHttp would send it again by itself if it read here that it may come back at once.
      return answer
          .newBuilder()
          .removeHeader("Retry-After")
          .body(ResponseBody.create(bytes, words == null ? null : words.contentType()))
          .build();
    } catch (Gateway e) {
      throw e;
    } catch (IOException e) {
      throw seen.whole ? new Broke(e) : e;
    }
  }

  /// Notices when the last of the request was handed over.
  private static final class Seen extends RequestBody {
    private final RequestBody body;
    private volatile boolean whole;

    Seen(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
      whole = true;
    }
  }
}
