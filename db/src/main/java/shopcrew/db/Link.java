package shopcrew.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/// One connection to the store, which opens and closes its transactions: these few words are said
/// more often than all others together.
final class Link implements AutoCloseable {
  final Handle handle;
  private final Map<String, PreparedStatement> words = new HashMap<>();

  Link(Handle handle) {
    this.handle = handle;
  }

  void says(String word) {
    try {
      PreparedStatement statement = words.get(word);
      if (statement == null) {
        statement = handle.getConnection().prepareStatement(word);
        words.put(word, statement);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new TransactionException(word, e);
    }
  }

  /// SQLite has already rolled back after some faults; then there is nothing left to undo.
  void rollback(Throwable cause) {
    try {
      says("ROLLBACK");
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
