package shopcrew.bot.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import shopcrew.db.Database;

/// Copies of the store beside it, the newest seven; and one outside, if the owners want that.
final class Backups {
  private static final int KEPT = 7;
  private final Database database;
  private final Path folder;
  private final Courier courier;

  Backups(Database database, Path folder, Courier courier) {
    this.database = database;
    this.folder = folder;
    this.courier = courier;
  }

  String make(Instant slot) {
    try {
      Files.createDirectories(folder);
      Path copy = folder.resolve("shop-" + slot.toString().replace(":", "") + ".db");
      Files.deleteIfExists(copy);
      database.backup(copy);
      List<Path> all;
      try (var files = Files.list(folder)) {
        all = files.filter(file -> file.toString().endsWith(".db")).sorted().toList();
      }
      for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) Files.delete(old);
      return copy.getFileName() + courier.bring(copy, slot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
