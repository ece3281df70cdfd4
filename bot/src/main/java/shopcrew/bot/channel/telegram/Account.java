package shopcrew.bot.channel.telegram;

import java.net.URI;
import okhttp3.HttpUrl;
import org.telegram.telegrambots.meta.TelegramUrl;

/// The shop's bot at Telegram.
///
/// @param token the bot's secret: it stands in every path, so no address is ever logged
/// @param api scheme, host and port; the library knows no path before the methods
public record Account(String token, URI api) {
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  public Account {
    if (!token.matches("[A-Za-z0-9:_-]{3,230}")) {
      throw new IllegalArgumentException("a token of Telegram is digits, a colon and signs");
    }
    boolean web = "http".equals(api.getScheme()) || "https".equals(api.getScheme());
    String path = api.getPath();
    if (!web || api.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
      throw new IllegalArgumentException("Telegram's address is scheme, host and port: " + api);
    }
  }

  /// The bot's own user id: the digits before the colon.
  long id() {
    String digits = token.split(":", 2)[0];
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  TelegramUrl url() {
    return TelegramUrl.builder()
        .schema(api.getScheme())
        .host(api.getHost())
        .port(port())
        .testServer(false)
        .build();
  }

  /// Where the bytes of a file are: at the same server, which the library's own download forgets.
  HttpUrl file(String path) {
    return new HttpUrl.Builder()
        .scheme(api.getScheme())
        .host(api.getHost())
        .port(port())
        .addPathSegment("file")
        .addPathSegment("bot" + token)
        .addPathSegments(path)
        .build();
  }

  private int port() {
    if (api.getPort() > 0) return api.getPort();
    return "https".equals(api.getScheme()) ? 443 : 80;
  }

  @Override
  public String toString() {
    return "Account[token=…, api=" + api + "]";
  }
}
