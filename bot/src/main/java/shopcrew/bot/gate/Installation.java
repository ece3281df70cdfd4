package shopcrew.bot.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;

/// What lies beside the database and does not come back with it: how far the books were seen here,
/// and the operator's own switch.
final class Installation {
  /// While this file is there, nothing is claimed in any shop of this folder.
  static final String SWITCH = "SPENDING_STOPPED";

  private static final Object TURN = new Object();

  /// @param place where it was seen
  /// @param generation how many times the books were restored
  /// @param seq the newest link of the chain that was seen, and its `hash`
  record Seen(String place, long generation, long seq, String hash) {
    private static final Seen DAMAGED = new Seen("damaged", 0, 0, "");

    private static Seen of(String written) {
      String[] parts = written.strip().split(" ", -1);
      boolean whole =
          parts.length == 4 && parts[1].matches("\\d{1,18}") && parts[2].matches("\\d{1,18}");
      if (!whole) return DAMAGED;
      String hash = parts[3].equals("-") ? "" : parts[3];
      return new Seen(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), hash);
    }

    private String written() {
      return place + " " + generation + " " + seq + " " + (hash.isEmpty() ? "-" : hash) + "\n";
    }
  }

  private final Path home;
  private final Path file;
  private final Path lock;
  private final @Nullable SoleSender sender;

  /// Several processes work at once; the database alone keeps them apart.
  Installation(Path home, String shop) {
    this(home, shop, null);
  }

  /// A bot's own: on one folder only one of them sends.
  static Installation alone(Path home, String shop) {
    return new Installation(home, shop, new SoleSender(home, shop));
  }

  private Installation(Path home, String shop, @Nullable SoleSender sender) {
    this.sender = sender;
    this.home = home;
    this.file = home.resolve("gate.generation." + shop);
    this.lock = home.resolve("gate.generation.lock");
  }

  /// This folder on this disk, by its path and the numbers that the file system gave to the key and
  /// the database: a copy has others. Where there are no numbers, by its path alone.
  String place() {
    try {
      String where = home.toRealPath().toString();
      return Encoding.sha256(where + number("gate.key") + number("shop.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String number(String name) throws IOException {
    Path path = home.resolve(name);
    boolean known = home.getFileSystem().supportedFileAttributeViews().contains("unix");
    return known && Files.exists(path) ? "/" + Files.getAttribute(path, "unix:ino") : "/";
  }

  boolean sends() {
    return sender == null || sender.here();
  }

  void close() {
    if (sender != null) sender.close();
  }

  /// Whether the operator stopped all spending. What cannot be read counts as stopped.
  boolean stopped() {
    return Config.spendingStopped() || !Files.notExists(home.resolve(SWITCH));
  }

  /// Hands over what was last seen, and keeps what is given back; one process at a time.
  void exchange(Function<Optional<Seen>, Seen> look) {
    synchronized (TURN) {
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        Seen before = Files.exists(file) ? Seen.of(Files.readString(file)) : null;
        Seen after = look.apply(Optional.ofNullable(before));
        if (!after.equals(before)) write(after);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Whole or not at all, and on the disk before this returns.
  private void write(Seen seen) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(seen.written().getBytes(UTF_8)));
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel folder = FileChannel.open(home, StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }
}
