package shopcrew.bot.channel.whatsapp;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Fetched;

/// Fetches what customers send. The platform says where a file lies; only its own places are gone
/// to, since our token goes along. What comes must be of the size, the sum and the kind that was
/// said.
final class Files {
  private static final Logger LOG = LoggerFactory.getLogger(Files.class);
  private static final Set<String> TAKEN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/webp",
          "audio/aac",
          "audio/amr",
          "audio/mp4",
          "audio/mpeg",
          "audio/ogg",
          "video/3gpp",
          "video/mp4",
          "text/plain",
          "text/csv",
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Graph graph;
  private final Account account;
  private final Limits limits;

  Files(Graph graph, Account account, Limits limits) {
    this.graph = graph;
    this.account = account;
    this.limits = limits;
  }

  Fetched fetch(String medium) {
    if (!medium.matches("\\d{1,40}")) return new Fetched.Never("kind");
    return switch (graph.look(medium)) {
      case Graph.Heard.Later<?>() -> new Fetched.NotNow();
      case Graph.Heard.Never<?>(String why) -> new Fetched.Never(why);
      case Graph.Heard.Yes<Graph.Lying>(Graph.Lying lying) -> fetch(lying);
    };
  }

  private Fetched fetch(Graph.Lying lying) {
    String type = bare(lying.type());
    if (!TAKEN.contains(type)) return new Fetched.Never("kind");
    if (lying.bytes() > limits.takenBytes()) return new Fetched.Never("large");
    URI place = place(lying.url());
    if (place == null) {
      LOG.warn("WhatsApp named a place for a file that is not among its own");
      return new Fetched.Never("place");
    }
    return switch (graph.get(place, limits.takenBytes())) {
      case Graph.Heard.Later<?>() -> new Fetched.NotNow();
      case Graph.Heard.Never<?>(String why) -> new Fetched.Never(why);
      case Graph.Heard.Yes<byte[]>(byte[] bytes) -> checked(lying, type, bytes);
    };
  }

  private Fetched checked(Graph.Lying lying, String type, byte[] bytes) {
    if (bytes.length > limits.takenBytes()) return new Fetched.Never("large");
    if (bytes.length == 0) return new Fetched.NotNow();
    String sum = lying.sha256();
    if (sum != null && !sum.isEmpty() && !sum.equalsIgnoreCase(sha256(bytes))) {
      return new Fetched.NotNow();
    }
    if (!looksLike(type, bytes)) return new Fetched.Never("kind");
    return new Fetched.Bytes(type, bytes);
  }

  /// Pictures and PDFs say at their start what they are.
  private static boolean looksLike(String type, byte[] bytes) {
    return switch (type) {
      case "image/jpeg" -> starts(bytes, 0, "ffd8ff");
      case "image/png" -> starts(bytes, 0, "89504e470d0a1a0a");
      case "image/webp" -> starts(bytes, 0, "52494646") && starts(bytes, 8, "57454250");
      case "application/pdf" -> starts(bytes, 0, "25504446");
      case "audio/ogg" -> starts(bytes, 0, "4f676753");
      default -> true;
    };
  }

  private static boolean starts(byte[] bytes, int at, String hex) {
    byte[] start = HexFormat.of().parseHex(hex);
    if (bytes.length < at + start.length) return false;
    for (int i = 0; i < start.length; i++) if (bytes[at + i] != start[i]) return false;
    return true;
  }

  private @Nullable URI place(@Nullable String url) {
    if (url == null) return null;
    try {
      URI place = URI.create(url);
      boolean ours =
          place.getScheme() != null
              && place.getScheme().equalsIgnoreCase(account.base().getScheme())
              && place.getAuthority() != null
              && account.mediaHosts().contains(place.getAuthority().toLowerCase(Locale.ROOT));
      return ours ? place : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// `audio/ogg; codecs=opus` is `audio/ogg`.
  private static String bare(@Nullable String type) {
    if (type == null) return "";
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
