package shopcrew.bot.channel.telegram;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/// The door at which Telegram brings updates itself, one at a time and those of a chat in their
/// order. It repeats one until it hears 200, so 200 is said once it is stored.
public final class TelegramWebhook {
  public static final String PATH = "/webhook/telegram";
  static final int MOST_BYTES = 1 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  private final byte[] secret;
  private final Intake intake;

  /// @param secret as it was told to Telegram in [Registration#webhook]
  public TelegramWebhook(String secret, Intake intake) {
    if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
      throw new IllegalArgumentException("the webhook's secret is 1 to 256 of A-Z a-z 0-9 _ -");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.intake = intake;
  }

  public void routes(RoutesConfig routes) {
    routes.post(PATH, at -> at.status(answer(at)));
  }

  private int answer(Context at) {
    // Nothing of it is read before the secret is right.
    if (!isTelegram(at.header(HEADER))) return 401;
    try (InputStream in = at.req().getInputStream()) {
      byte[] body = in.readNBytes(MOST_BYTES + 1);
      return body.length > MOST_BYTES ? 413 : take(body);
    } catch (IOException e) {
      return 400;
    }
  }

  /// The answer to these bytes of Telegram's.
  int take(byte[] body) {
    Update update;
    try {
      update = Sieve.update(body);
    } catch (IOException e) {
      return 400;
    }
    if (update == null) return 400;
    try {
      intake.take(List.of(update));
      return 200;
    } catch (RuntimeException e) {
      LOG.warn("an update could not be stored; Telegram brings it again", e);
      return 503;
    }
  }

  private boolean isTelegram(@Nullable String told) {
    return told != null && MessageDigest.isEqual(secret, told.getBytes(StandardCharsets.UTF_8));
  }
}
