package shopcrew.bot.channel.telegram;

import java.io.IOException;
import java.net.URLConnection;
import java.util.Locale;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import shopcrew.bot.channel.Fetched;

/// Brings the bytes of what somebody sent.
record Download(Account account, TelegramClient client, OkHttpClient http) {
  static final int MOST_BYTES = 20_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  Fetched fetch(String id) {
    if (id.isEmpty()) return new Fetched.Never("unknown");
    try {
      File file = client.execute(new GetFile(id));
      Long size = file.getFileSize();
      if (size != null && size > MOST_BYTES) return new Fetched.Never("large");
      String path = file.getFilePath();
      return path == null || path.isEmpty() ? new Fetched.NotNow() : bytes(path);
    } catch (TelegramApiException | RuntimeException e) {
      return switch (Failure.of(e)) {
        case Failure.Refused(String why, String words) -> {
          LOG.info("Telegram does not give a file ({}): {}", why, words);
          yield new Fetched.Never(Failure.says(words, "too big") ? "large" : "gone");
        }
        case Failure.TooFast _, Failure.NotNow _, Failure.MayHave _, Failure.Locked _ ->
            new Fetched.NotNow();
      };
    }
  }

  private Fetched bytes(String path) {
    var request = new Request.Builder().url(account.file(path)).build();
    try (var answer = http.newCall(request).execute()) {
      ResponseBody body = answer.body();
      if (answer.code() == 404 || answer.code() == 410) return new Fetched.Never("gone");
      if (!answer.isSuccessful() || body == null) return new Fetched.NotNow();
      if (body.contentLength() > MOST_BYTES) return new Fetched.Never("large");
      byte[] bytes = body.byteStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) return new Fetched.Never("large");
      return bytes.length == 0
          ? new Fetched.Never("empty")
          : new Fetched.Bytes(type(bytes, path), bytes);
    } catch (IOException e) {
      LOG.info("a file of Telegram could not be fetched: {}", e.getClass().getSimpleName());
      return new Fetched.NotNow();
    }
  }

  /// By its first bytes, else by the name: what the sender's phone calls it is only a claim.
  private static String type(byte[] bytes, String path) {
    String seen = Magic.type(bytes);
    if (!seen.isEmpty()) return seen;
    String named = URLConnection.guessContentTypeFromName(path.toLowerCase(Locale.ROOT));
    boolean plain = named != null && named.startsWith("text/");
    return plain ? named : "application/octet-stream";
  }
}
