package shopcrew.db;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.sqlite.SQLiteConfig;

/// Looks at a store without changing anything in it, not even its shape: it may be open in another
/// process, or of another version.
public final class Checkup {
  private static final int MOST_FAULTS = 5;
  private static final int BUSY_MILLIS = 5_000;

  private Checkup() {}

  /// @param onPhone whether the owner has a conversation with the team on a phone's channel
  public record Owner(String name, boolean onPhone) {}

  /// What SQLite finds wrong with the file; empty if it is sound.
  public static List<String> faults(Path file) {
    return look(
        file,
        h ->
            h
                .createQuery("PRAGMA quick_check(" + MOST_FAULTS + ")")
                .mapTo(String.class)
                .list()
                .stream()
                .filter(line -> !line.equals("ok"))
                .toList());
  }

  /// Empty where the store is of an older version, which keeps them differently.
  public static Optional<List<Owner>> owners(Path file, String shop) {
    try {
      return Optional.of(look(file, h -> owners(h, shop)));
    } catch (UnableToCreateStatementException e) {
      return Optional.empty();
    }
  }

  private static List<Owner> owners(Handle handle, String shop) {
    return handle
        .createQuery(
            """
            SELECT name, EXISTS (
              SELECT 1 FROM conversations c
              WHERE c.shop = p.shop AND c.person = p.id
                AND c.channel IN ('telegram', 'whatsapp')) AS on_phone
            FROM people p
            WHERE shop = :shop AND kind = 'OWNER' AND left_at IS NULL ORDER BY id\
            """)
        .bind("shop", shop)
        .map((row, _) -> new Owner(row.getString("name"), row.getInt("on_phone") == 1))
        .list();
  }

  private static <T> T look(Path file, Function<Handle, T> work) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    var jdbi = Jdbi.create(() -> config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    try (Handle handle = jdbi.open()) {
      handle.execute("PRAGMA query_only = ON");
      return work.apply(handle);
    } catch (RuntimeException e) {
      var known = SqliteFaults.of(e, file);
      throw known == null ? e : known;
    }
  }
}
