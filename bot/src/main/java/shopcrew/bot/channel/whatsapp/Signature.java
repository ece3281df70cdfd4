package shopcrew.bot.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Hashes;

/// Whether the platform brought these bytes: `X-Hub-Signature-256` is their HMAC under the app's
/// secret. It is over the bytes as they came; the same JSON written anew is something else.
final class Signature {
  static final String HEADER = "X-Hub-Signature-256";
  private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");

  private final byte[] key;

  Signature(String secret) {
    this.key = secret.getBytes(StandardCharsets.UTF_8);
  }

  boolean of(byte[] body, @Nullable String header) {
    if (header == null || !FORM.matcher(header).matches()) return false;
    byte[] said = HexFormat.of().parseHex(header, "sha256=".length(), header.length());
    return MessageDigest.isEqual(said, sum(body));
  }

  String sign(byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(sum(body));
  }

  private byte[] sum(byte[] body) {
    return Hashes.hmac(key, body);
  }
}
