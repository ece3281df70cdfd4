package shopcrew.bot.channel.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.Wire;
import shopcrew.bot.channel.telegram.TelegramForm.Form;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Says lines in Telegram. It waits for nobody: what cannot leave now is handed back with the time
/// after which it may.
public final class Telegram implements Channel, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);
  private static final Duration UNTIL_THE_TOKEN_IS_CHANGED = Duration.ofMinutes(5);

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final OkHttpClient http = Wire.client(CONNECT, SILENCE, PATIENCE);
  private final TelegramClient client;
  private final TelegramForm form = new TelegramForm(Telegram::size);
  private final Posting posting;
  private final Amending amending;
  private final Download download;
  private final Registration registration;
  private final Pace pace;
  private final BiFunction<Conversation, Line, Reply> voice;

  /// @param voice what a line is to look like: its text, its choices, its picture
  public Telegram(
      Account account,
      Rates rates,
      InstantSource clock,
      BiFunction<Conversation, Line, Reply> voice) {
    this.client = new OkHttpTelegramClient(http, account.token(), account.url());
    this.posting = new Posting(client);
    this.amending = new Amending(client, form);
    this.download = new Download(account, client, http);
    this.registration = new Registration(account, client, clock);
    this.pace = new Pace(rates, clock);
    this.voice = voice;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    return say(Chat.of(to.address()), form.of(voice.apply(to, line), to.language()), from);
  }

  private Delivery say(String chat, Form said, int from) {
    String last = "";
    for (int i = from; i < said.pieces().size(); i++) {
      Duration wait = pace.next(chat);
      if (!wait.isZero()) return new Delivery.Later(wait, i);
      try {
        last = String.valueOf(posting.post(chat, said.pieces().get(i)).getMessageId());
        pace.taken(chat);
      } catch (TelegramApiException | RuntimeException e) {
        return delivery(chat, Failure.of(e), i);
      }
    }
    return new Delivery.Sent(last, said.numbered());
  }

  private Delivery delivery(String chat, Failure failure, int done) {
    return switch (failure) {
      case Failure.TooFast(Duration after) -> {
        pace.tooFast(chat, after);
        yield new Delivery.Later(after, done);
      }
      case Failure.NotNow() -> new Delivery.Later(pace.afterFailure(chat), done);
      case Failure.MayHave() -> new Delivery.Maybe();
      case Failure.Refused(String why, String words) -> {
        LOG.warn("Telegram refused a message ({}): {}", why, words);
        yield new Delivery.Refused(why);
      }
      case Failure.Locked() -> {
        LOG.error("Telegram does not know the bot's token; nothing can be sent");
        yield new Delivery.Later(UNTIL_THE_TOKEN_IS_CHANGED, done);
      }
    };
  }

  @Override
  public boolean amend(Conversation to, String id, Reply reply) {
    return amending.amend(Chat.of(to.address()), id, reply);
  }

  @Override
  public Fetched fetch(String file) {
    return download.fetch(file);
  }

  @Override
  public long largestFile() {
    return TelegramForm.MOST_DOCUMENT;
  }

  /// Ends the little clock on a button that was tapped. It is a courtesy: nobody waits for it, and
  /// a failure is no failure of the tap.
  void answer(String callback) {
    try {
      var unused =
          client
              .executeAsync(new AnswerCallbackQuery(callback))
              .whenComplete((done, e) -> LOG.debug("answered a tap: {}", e == null));
    } catch (TelegramApiException | RuntimeException e) {
      LOG.debug("a tap was not answered: {}", e.getClass().getSimpleName());
    }
  }

  /// What the bot is called, its menu, and where Telegram brings its updates.
  public Registration registration() {
    return registration;
  }

  private static long size(Path file) {
    return Files.isRegularFile(file) ? file.toFile().length() : 0;
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
