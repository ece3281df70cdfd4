package shopcrew.bot.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import shopcrew.db.Hashes;

/// The key under every approval. It lies beside the database, not in it, so that whoever edits rows
/// cannot make an approval.
final class Seal {
  private static final int BYTES = 32;
  private final byte[] key;

  private Seal(byte[] key) {
    this.key = key;
  }

  /// The key in that file, made at the first start.
  static Seal in(Path file) {
    try {
      if (!Files.exists(file)) make(file);
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new IllegalStateException(
            "The gate's key %s is damaged; put it back from your backup.".formatted(file));
      }
      return new Seal(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(SortedMap<String, Value> fields) {
    return HexFormat.of().formatHex(Hashes.hmac(key, Encoding.encode("approval/1", fields)));
  }

  boolean fits(String mac, SortedMap<String, Value> fields) {
    return MessageDigest.isEqual(mac.getBytes(UTF_8), of(fields).getBytes(UTF_8));
  }

  /// Whole or not at all: written under another name, then moved.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var ways = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    try (var out = posix ? FileChannel.open(fresh, ways, owner) : FileChannel.open(fresh, ways)) {
      out.write(java.nio.ByteBuffer.wrap(key));
      out.force(true);
    }
    Files.move(fresh, file);
  }
}
