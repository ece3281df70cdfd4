package shopcrew.bot.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The machine that the shop runs on: its Java, its disk, and who may read the settings.
final class Machine {
  private static final int JDK = 25;
  private static final long MEGABYTE = 1024L * 1024;
  private static final long LEAST_MEGABYTES = 500;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private Machine() {}

  static List<Finding> look(Path home, Path file, boolean secrets) {
    var found = new ArrayList<Finding>();
    int jdk = Runtime.version().feature();
    found.add(jdk >= JDK ? Finding.good("jdk", "jdk", jdk) : Finding.bad("jdk.old", "jdk", jdk));
    found.add(disk(home));
    if (secrets) settings(file, found);
    return found;
  }

  private static Finding disk(Path home) {
    Path there = home.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) there = there.getParent();
    try {
      if (!Files.isDirectory(there)) return Finding.bad("home.file", "home", there);
      Path probe = Files.createTempFile(there, "doctor", ".tmp");
      Files.delete(probe);
      long free = Files.getFileStore(there).getUsableSpace() / MEGABYTE;
      return free < LEAST_MEGABYTES
          ? Finding.bad("disk.low", "home", home, "free", free, "least", LEAST_MEGABYTES)
          : Finding.good("disk", "home", home, "free", free);
    } catch (IOException e) {
      return Finding.bad("home.closed", "home", home);
    }
  }

  private static void settings(Path file, List<Finding> found) {
    try {
      var permissions = Files.getPosixFilePermissions(file);
      if (permissions.stream().anyMatch(OTHERS::contains)) {
        found.add(Finding.bad("settings.open", "file", file));
      }
    } catch (IOException | UnsupportedOperationException e) {
      // no file, or a system without such permissions: nothing to say
    }
  }
}
