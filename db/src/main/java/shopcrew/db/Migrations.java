package shopcrew.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Brings a store to this version's shape: numbered SQL files in order, each in one transaction,
// each once.
final class Migrations {

  private static final Pattern NAME = Pattern.compile("V(\\d{3})__(\\w+)\\.sql");

  record Step(int version, String name, String sql, String checksum) {}

  private Migrations() {}

  static void apply(Handle handle) {
    apply(handle, bundled());
  }

  static void apply(Handle handle, List<Step> steps) {
    handle.execute(
        "CREATE TABLE IF NOT EXISTS migrations (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT"
            + " NULL, checksum TEXT NOT NULL)");
    var done =
        handle
            .createQuery("SELECT version, checksum FROM migrations")
            .reduceRows(
                new java.util.TreeMap<Integer, String>(),
                (map, row) -> {
                  map.put(
                      row.getColumn("version", Integer.class),
                      row.getColumn("checksum", String.class));
                  return map;
                });
    refuseNewer(done, steps);
    for (var step : steps) {
      var seen = done.get(step.version());
      if (seen == null) {
        run(handle, step);
      } else if (!seen.equals(step.checksum())) {
        throw new StoreException(
            StoreException.Key.CHANGED_MIGRATION,
            "Migration %s was changed after this store had used it; install the version it was made with."
                .formatted(step.name()),
            null);
      }
    }
  }

  private static void refuseNewer(java.util.TreeMap<Integer, String> done, List<Step> steps) {
    int newest = steps.isEmpty() ? 0 : steps.getLast().version();
    if (!done.isEmpty() && done.lastKey() > newest) {
      throw new StoreException(
          StoreException.Key.NEWER_VERSION,
          "The store was written by a newer Shopcrew (step %d, this one knows %d); install that version or put back an older backup."
              .formatted(done.lastKey(), newest),
          null);
    }
  }

  private static void run(Handle handle, Step step) {
    handle.execute("BEGIN IMMEDIATE");
    try (var statement = handle.getConnection().createStatement()) {
      var missing =
          handle
              .createQuery("SELECT COUNT(*) FROM migrations WHERE version = :version")
              .bind("version", step.version())
              .mapTo(Integer.class)
              .one();
      if (missing == 0) { // another process may have been first
        statement.executeUpdate(step.sql());
        handle.execute(
            "INSERT INTO migrations (version, name, checksum) VALUES (?, ?, ?)",
            step.version(),
            step.name(),
            step.checksum());
      }
      handle.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      handle.execute("ROLLBACK");
      throw new IllegalStateException("migration " + step.name() + " failed: " + e.getMessage(), e);
    }
  }

  static List<Step> bundled() {
    var folder = Objects.requireNonNull(Migrations.class.getResource("migrations"), "migrations");
    try {
      var uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return list(Path.of(uri));
      }
      try (var jar = FileSystems.newFileSystem(jarOf(uri), Map.of())) {
        return list(jar.getPath("shopcrew/db/migrations"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path jarOf(URI inside) {
    var text = inside.getSchemeSpecificPart();
    return Path.of(URI.create(text.substring(0, text.indexOf("!/"))));
  }

  private static List<Step> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var paths = files.sorted().toList();
      return paths.stream().map(Migrations::step).toList();
    }
  }

  private static Step step(Path path) {
    var name = path.getFileName().toString();
    var match = NAME.matcher(name);
    if (!match.matches()) {
      throw new IllegalStateException("not a migration's name: " + name);
    }
    try {
      var sql = Files.readString(path).replace("\r\n", "\n");
      return new Step(Integer.parseInt(match.group(1)), name, sql, sha256(sql));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
