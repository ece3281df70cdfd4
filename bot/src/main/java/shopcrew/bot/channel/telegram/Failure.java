package shopcrew.bot.channel.telegram;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import shopcrew.bot.channel.Wire;

/// What it means that Telegram did not take something. What Telegram answered in its own words did
/// not happen; what broke after it left may have.
sealed interface Failure {
  record TooFast(Duration after) implements Failure {}

  record NotNow() implements Failure {}

  record MayHave() implements Failure {}

  /// @param why as in [shopcrew.bot.channel.Delivery.Refused]
  /// @param words Telegram's own, for the log
  record Refused(String why, String words) implements Failure {}

  /// The token is no longer good: nothing leaves until a person has changed it.
  record Locked() implements Failure {}

  static Failure of(Throwable failure) {
    if (Wire.find(failure, Wire.Broke.class) != null) return new MayHave();
    var gateway = Wire.find(failure, Wire.Gateway.class);
    if (gateway != null) return of(gateway.status, "no words", null);
    if (Wire.find(failure, TelegramApiValidationException.class) != null) {
      return new Refused("bad", "not even tried: " + failure.getClass().getSimpleName());
    }
    var answer = Wire.find(failure, TelegramApiRequestException.class);
    if (answer != null && answer.getErrorCode() != null) {
      String words = answer.getApiResponse() == null ? "" : answer.getApiResponse();
      var parameters = answer.getParameters();
      return of(
          answer.getErrorCode(), words, parameters == null ? null : parameters.getRetryAfter());
    }
    boolean unreadable = Wire.find(failure, JacksonException.class) != null;
    boolean noLine = Wire.find(failure, IOException.class) != null;
    return noLine && !unreadable ? new NotNow() : new MayHave();
  }

  private static Failure of(int code, String words, @Nullable Integer retryAfter) {
    return switch (code) {
      case 429 -> new TooFast(Duration.ofSeconds(retryAfter == null ? 3 : Math.max(1, retryAfter)));
      case 401, 404 -> new Locked();
      case 403 -> new Refused(says(words, "deactivated", "deleted") ? "gone" : "blocked", words);
      // Something before Telegram stopped waiting: what is behind it may have taken the message.
      case 504 -> words.equals("no words") ? new MayHave() : new NotNow();
      default -> {
        if (code >= 500) yield new NotNow();
        if (code < 400) yield new MayHave();
        if (says(words, "not found", "deactivated", "peer_id_invalid", "upgraded", "was deleted")) {
          yield new Refused("gone", words);
        }
        boolean muted = says(words, "not enough rights", "have no rights", "write_forbidden");
        yield new Refused(muted ? "blocked" : "bad", words);
      }
    };
  }

  static boolean says(String words, String... any) {
    String lower = words.toLowerCase(Locale.ROOT);
    return Stream.of(any).anyMatch(lower::contains);
  }
}
