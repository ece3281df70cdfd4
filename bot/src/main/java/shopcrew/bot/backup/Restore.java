package shopcrew.bot.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;
import shopcrew.db.StoreException;

/// Puts a backup in the place of the store. What was there is moved aside, never deleted, and only
/// after the backup was opened and found whole.
public final class Restore {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss");
  private static final String STORE = "shop.db";
  private static final String KEY = "gate.key";
  private static final String SETTINGS = "shopcrew.yaml";

  private final Path home;
  private final InstantSource clock;

  /// @param home where the shop's files are kept
  public Restore(Path home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  /// @param aside what stood there before, under its new name
  /// @param stopped whether the books open with spending stopped
  /// @param keyless no key came along and none is here: receipts of before cannot be checked
  /// @param settings whether the settings came back too
  public record Done(List<String> aside, boolean stopped, boolean keyless, boolean settings) {}

  /// Nothing was changed.
  ///
  /// `why` is `running`, `password` or `nothing`.
  public static final class Refused extends Exception {
    private final String why;

    Refused(String why, @Nullable Throwable cause) {
      super(why, cause);
      this.why = why;
    }

    public String why() {
      return why;
    }
  }

  /// @param password asked only if the file is locked
  public Done from(Path file, Callable<char[]> password) throws Exception {
    if (isOpen()) throw new Refused("running", null);
    boolean locked = isZip(file);
    Files.createDirectories(home);
    Path folder = Files.createTempDirectory(home, "restoring");
    try {
      if (locked) {
        unpack(file, password.call(), folder);
      } else {
        Files.copy(file, folder.resolve(STORE));
      }
      Path store = folder.resolve(STORE);
      if (!Files.isRegularFile(store) || Files.size(store) == 0) throw new Refused("nothing", null);
      boolean money = spent(store);
      return put(folder, money);
    } finally {
      clear(folder);
    }
  }

  private static void unpack(Path file, char[] password, Path folder) throws Exception {
    try {
      Parcel.unpack(file, password, folder);
    } catch (Parcel.WrongPassword e) {
      throw new Refused("password", e);
    }
  }

  /// Whoever sends for a shop of this folder has locked a file of it.
  private boolean isOpen() throws IOException {
    if (!Files.isDirectory(home)) return false;
    List<Path> locks = new ArrayList<>();
    try (var found = Files.newDirectoryStream(home, "gate.sending.*.lock")) {
      found.forEach(locks::add);
    }
    for (Path lock : locks) {
      try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          var mine = channel.tryLock()) {
        if (mine == null) return true;
      } catch (OverlappingFileLockException e) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZip(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      byte[] first = bytes.readNBytes(2);
      return first.length == 2 && first[0] == 'P' && first[1] == 'K';
    }
  }

  /// Opens it, which says what is wrong with it, and brings it to this version.
  private static boolean spent(Path store) throws Refused {
    try (Database books = Database.open(store)) {
      long links =
          books.read(h -> h.createQuery("SELECT COUNT(*) FROM gate_audit").mapTo(Long.class).one());
      return links > 0;
    } catch (StoreException e) {
      boolean other =
          e.key() == StoreException.Key.NOT_A_STORE || e.key() == StoreException.Key.DAMAGED;
      if (other) throw new Refused("nothing", e);
      throw e;
    }
  }

  private Done put(Path folder, boolean money) throws IOException {
    String when = WHEN.format(clock.instant().atZone(ZoneOffset.UTC));
    var aside = new ArrayList<String>();
    for (String end : List.of("", "-wal", "-shm")) {
      aside(STORE + end, "shop.before-" + when + ".db" + end).ifPresent(aside::add);
    }
    Path key = folder.resolve(KEY);
    if (Files.exists(key) && differs(key, home.resolve(KEY))) {
      aside(KEY, "gate.before-" + when + ".key").ifPresent(aside::add);
      move(key, home.resolve(KEY));
    }
    move(folder.resolve(STORE), home.resolve(STORE));
    Path settings = folder.resolve(SETTINGS);
    boolean back = Files.exists(settings) && !Files.exists(home.resolve(SETTINGS));
    if (back) move(settings, home.resolve(SETTINGS));
    boolean keyless = money && !Files.exists(home.resolve(KEY));
    return new Done(List.copyOf(aside), money || known(), keyless, back);
  }

  /// Whether the gate has seen other books here: then these open with spending stopped.
  private boolean known() throws IOException {
    try (var seen = Files.newDirectoryStream(home, "gate.generation.*")) {
      for (Path file : seen) {
        if (!file.toString().endsWith(".lock")) return true;
      }
      return false;
    }
  }

  private Optional<String> aside(String name, String to) throws IOException {
    if (!Files.exists(home.resolve(name))) return Optional.empty();
    move(home.resolve(name), home.resolve(to));
    return Optional.of(to);
  }

  private static boolean differs(Path one, Path other) throws IOException {
    return !Files.exists(other) || Files.mismatch(one, other) >= 0;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Parcel.close(to);
  }

  private static void clear(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) Files.delete(one);
  }
}
