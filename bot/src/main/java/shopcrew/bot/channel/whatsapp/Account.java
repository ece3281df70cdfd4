package shopcrew.bot.channel.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The shop's number with the platform, and the keys to it.
///
/// @param base such as `https://graph.facebook.com`
/// @param version such as `v25.0`
/// @param number the id of the phone number, not the number itself
/// @param token by which we send; it could also send paid templates, so it stays in this package
/// @param secret of the app, by which the platform signs what it brings
/// @param verify what was agreed on when the webhook was set up
/// @param mediaHosts with port if it is not the usual one; nowhere else is a file fetched from
/// @param connect how long a connection may take to open
/// @param patience how long an answer may take in all
public record Account(
    URI base,
    String version,
    String number,
    String token,
    String secret,
    String verify,
    Set<String> mediaHosts,
    Duration connect,
    Duration patience) {

  public static final URI META = URI.create("https://graph.facebook.com");
  public static final String VERSION = "v25.0";
  private static final Set<String> META_MEDIA = Set.of("lookaside.fbsbx.com");

  public Account {
    mediaHosts = Set.copyOf(mediaHosts);
    for (String must : List.of(version, number, token, secret, verify)) {
      if (must.isBlank()) throw new IllegalArgumentException("an account of WhatsApp is complete");
    }
    if (!version.matches("v\\d+\\.\\d+") || !number.matches("\\d+")) {
      throw new IllegalArgumentException("such as v25.0, and the digits of the number's id");
    }
  }

  public static Account of(
      URI base, String version, String number, String token, String secret, String verify) {
    boolean meta = META.getHost().equals(base.getHost());
    Set<String> hosts = meta ? META_MEDIA : Set.of(base.getAuthority());
    return new Account(
        base,
        version,
        number,
        token,
        secret,
        verify,
        hosts,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20));
  }

  URI at(String path) {
    String root = base.toString();
    return URI.create((root.endsWith("/") ? root : root + "/") + version + "/" + path);
  }

  /// Without the keys: this goes to logs.
  @Override
  public String toString() {
    return "WhatsApp number " + number + " at " + base + "/" + version;
  }
}
