package shopcrew.bot.setup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import shopcrew.db.People;

/// A code by which one person comes in once, on whatever channel.
public record Invitation(String code) {
  private static final Duration VALID = Duration.ofHours(24);
  private static final int BYTES = 16;

  public static Invitation of(People people, String person, Instant now) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    people.invite(person, code, now, VALID);
    return new Invitation(code);
  }

  /// @param pages where the shop's pages are reached
  public String page(String pages) {
    return pages + "/pair?code=" + code;
  }

  public String telegram(String bot) {
    return "https://t.me/" + bot + "?start=" + code;
  }

  /// @param phone as it is shown; only its digits count
  public String whatsapp(String phone) {
    String words = URLEncoder.encode(words("en"), StandardCharsets.UTF_8).replace("+", "%20");
    return "https://wa.me/" + phone.replaceAll("\\D", "") + "?text=" + words;
  }

  /// To be typed where there is no link.
  public String words(String language) {
    return (language.startsWith("zh") ? "配对 " : "PAIR ") + code;
  }

  /// It is as good as a key.
  @Override
  public String toString() {
    return "Invitation[…]";
  }
}
