package shopcrew.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// Turns what SQLite says about its file into a sentence for the operator.
final class SqliteFaults {

  private SqliteFaults() {}

  /// The typed fault behind `thrown`, or null when it is not about the file.
  static @Nullable StoreException of(Throwable thrown, Path file) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLiteException sqlite) {
        return translate(sqlite, file);
      }
    }
    return null;
  }

  private static @Nullable StoreException translate(SQLiteException fault, Path file) {
    return switch (fault.getResultCode().code & 0xff) {
      case 5, 6 ->
          fault(
              StoreException.Key.BUSY,
              "Another program keeps the store %s busy; close it and try again.",
              file,
              fault);
      case 8 ->
          fault(
              StoreException.Key.READ_ONLY,
              "The store %s cannot be written; give this user write permission to the file and its"
                  + " folder.",
              file,
              fault);
      case 10, 13 ->
          fault(
              StoreException.Key.DISK_FULL,
              "The disk under %s is full or failing; free some space and start again.",
              file,
              fault);
      case 11 ->
          fault(
              StoreException.Key.DAMAGED,
              "The store %s is damaged; put back the last backup.",
              file,
              fault);
      case 14 ->
          fault(
              StoreException.Key.CANNOT_OPEN,
              "The store %s cannot be opened; check that its folder exists and may be written.",
              file,
              fault);
      case 26 ->
          fault(
              StoreException.Key.NOT_A_STORE,
              "The file %s is not a Shopcrew store; choose another file or put back a backup.",
              file,
              fault);
      default -> null;
    };
  }

  private static StoreException fault(
      StoreException.Key key, String sentence, Path file, Throwable cause) {
    return new StoreException(key, sentence.formatted(file), cause);
  }
}
