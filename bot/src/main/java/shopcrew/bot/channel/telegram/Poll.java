package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// One run of the polling, from its start until it is closed or dies. It asks for the next updates,
/// which confirms those before, only once these are stored.
final class Poll implements LongPollingUpdateConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
  private static final int A_BATCH = 100;
  private static final int SECONDS = 30;
  private static final Duration TO_END = Duration.ofSeconds(10);

  private final Intake intake;
  private final InstantSource clock;
  private final Wait wait;
  private final Consumer<String> says;
  private final OkHttpClient http;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("telegram").factory());
  private final BotSession session;

  private volatile Instant heard;
  private volatile boolean busy;
  private volatile boolean dead;
  private volatile boolean closed;
  private volatile boolean answered;
  private volatile boolean careful;

  /// @param says the trouble there is, or empty
  /// @param careful reads the first batch through the sieve: something in it may have been deadly
  Poll(
      Account account,
      Intake intake,
      InstantSource clock,
      Wait wait,
      Consumer<String> says,
      boolean careful) {
    this.intake = intake;
    this.clock = clock;
    this.wait = wait;
    this.says = says;
    this.careful = careful;
    this.heard = clock.instant();
    this.http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(SECONDS + 15))
            .callTimeout(Duration.ofSeconds(SECONDS + 30))
            .addInterceptor(this::listen)
            .build();
    this.session =
        new BotSession(
            new ObjectMapper(),
            http,
            thread,
            account.token(),
            account::url,
            Poll::question,
            () -> new Patience(wait, this::failed),
            this);
    thread.execute(this::start);
  }

  private static GetUpdates question(int last) {
    return GetUpdates.builder()
        .offset(last + 1)
        .limit(A_BATCH)
        .timeout(SECONDS)
        .allowedUpdates(Registration.UPDATES)
        .build();
  }

  /// The library takes the webhook away before it begins, and gives up if it cannot.
  private void start() {
    var patience = new Patience(wait, this::failed);
    while (!closed) {
      try {
        session.start();
        return;
      } catch (TelegramApiException | RuntimeException e) {
        failed();
        if (!patience.await()) return;
      }
    }
  }

  private Response listen(Interceptor.Chain chain) throws IOException {
    if (closed) throw new IOException("closed");
    answered = false;
    try {
      Response answer = chain.proceed(chain.request());
      heard = clock.instant();
      answered = answer.isSuccessful();
      switch (answer.code()) {
        case 401, 404 -> says.accept("token");
        case 409 -> says.accept("conflict");
        default -> {
          if (answer.isSuccessful()) says.accept("");
        }
      }
      return careful && answered ? sifted(answer) : answer;
    } catch (IOException e) {
      heard = clock.instant();
      if (!closed) says.accept("unreachable");
      throw e;
    }
  }

  private static Response sifted(Response answer) throws IOException {
    ResponseBody body = answer.body();
    if (body == null) return answer;
    byte[] clean = Sieve.batch(body.bytes());
    return answer.newBuilder().body(ResponseBody.create(clean, body.contentType())).build();
  }

  /// A good answer that the library could not read is read through the sieve the next time.
  private void failed() {
    careful = answered;
  }

  /// The whole batch is stored before this returns, however long that takes: what returns is
  /// confirmed by the next question.
  @Override
  public void consume(List<Update> updates) {
    busy = true;
    try {
      var patience = new Patience(wait, () -> {});
      while (!closed && !updates.isEmpty()) {
        try {
          intake.take(updates);
          careful = false;
          return;
        } catch (RuntimeException e) {
          LOG.warn("updates could not be stored and are held until they can", e);
          // Nothing may be asked any more: it would confirm what is not stored.
          if (!patience.await()) closed = true;
        }
      }
    } catch (Throwable e) {
      // The library would stop here for good and go on to say that it runs.
      LOG.error("the polling died", e);
      closed = true;
      dead = true;
    } finally {
      heard = clock.instant();
      busy = false;
    }
  }

  boolean isBusy() {
    return busy;
  }

  Instant heard() {
    return heard;
  }

  boolean isDead() {
    var running = session.getRunningPolling();
    return dead || running != null && running.isDone();
  }

  @Override
  public void close() {
    closed = true;
    session.stop();
    thread.shutdownNow();
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
    try {
      if (!thread.awaitTermination(TO_END.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("the polling did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
