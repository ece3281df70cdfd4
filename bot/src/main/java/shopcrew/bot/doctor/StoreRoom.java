package shopcrew.bot.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shopcrew.db.Checkup;
import shopcrew.db.StoreException;

/// The store and its copies, who has it open, and whether the owners have come in.
final class StoreRoom {
  private static final Duration STALE = Duration.ofHours(50);

  private StoreRoom() {}

  static List<Finding> look(Path home, String shop, boolean phones, Instant now) {
    Path store = home.resolve("shop.db");
    if (Files.notExists(store)) return List.of(Finding.bad("store.none", "home", home));
    var found = new ArrayList<Finding>();
    try {
      List<String> faults = Checkup.faults(store);
      if (!faults.isEmpty()) {
        found.add(Finding.bad("store.damaged", "detail", faults.getFirst()));
        found.add(backup(home, now));
        return found;
      }
      found.add(Finding.good("store"));
      found.add(
          Checkup.owners(store, shop)
              .map(owners -> owners(owners, phones))
              .orElseGet(() -> Finding.note("store.version")));
    } catch (StoreException e) {
      found.add(Finding.bad("store.fault", "detail", String.valueOf(e.getMessage())));
    }
    if (open(home.resolve("gate.sending." + shop + ".lock"))) found.add(Finding.note("open"));
    else found.add(Finding.note("closed"));
    found.add(backup(home, now));
    return found;
  }

  private static Finding owners(List<Checkup.Owner> owners, boolean phones) {
    if (owners.isEmpty()) return Finding.bad("owners.none");
    String waiting =
        owners.stream()
            .filter(owner -> !owner.onPhone())
            .map(Checkup.Owner::name)
            .collect(Collectors.joining(", "));
    if (!phones || waiting.isEmpty()) return Finding.good("owners", "count", owners.size());
    return owners.stream().noneMatch(Checkup.Owner::onPhone)
        ? Finding.bad("owners.outside")
        : Finding.note("owners.waiting", "names", waiting);
  }

  /// The system knows who holds the lock, however that process ended.
  private static boolean open(Path lock) {
    if (Files.notExists(lock)) return false;
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      FileLock taken = channel.tryLock();
      if (taken == null) return true;
      taken.release();
      return false;
    } catch (IOException | OverlappingFileLockException e) {
      return true;
    }
  }

  private static Finding backup(Path home, Instant now) {
    try (var files = Files.list(home.resolve("backups"))) {
      Optional<Instant> newest =
          files
              .filter(file -> file.toString().endsWith(".db"))
              .map(StoreRoom::changed)
              .max(Comparator.naturalOrder());
      if (newest.isEmpty()) return Finding.note("backup.none");
      Duration age = Duration.between(newest.get(), now);
      return age.compareTo(STALE) > 0
          ? Finding.bad("backup.old", "days", age.toDays())
          : Finding.good("backup", "hours", Math.max(0, age.toHours()));
    } catch (IOException e) {
      return Finding.note("backup.none");
    }
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
