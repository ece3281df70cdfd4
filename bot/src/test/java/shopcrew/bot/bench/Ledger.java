package shopcrew.bot.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Reads the running shop's store, and only reads it.
final class Ledger {
  private static final String IN_DOUBT =
      "SELECT c.address, m.text FROM messages m JOIN conversations c"
          + " ON c.shop = m.shop AND c.id = m.conversation"
          + " WHERE m.shop = 'shop' AND m.direction = 'out' AND m.state = 'maybe'";

  private final String url;

  Ledger(Path home) {
    this.url = "jdbc:sqlite:file:" + home.resolve("shop.db") + "?mode=ro";
  }

  /// How many of the book's missing replies the shop itself knows as perhaps sent: it asks the
  /// owners rather than say something twice.
  int inDoubt(Book book) throws SQLException {
    int count = 0;
    try (var store = DriverManager.getConnection(url);
        var question = store.createStatement();
        var rows = question.executeQuery(IN_DOUBT)) {
      while (rows.next()) {
        String address = rows.getString(1);
        if (address.matches("\\d{1,18}")
            && book.misses(Long.parseLong(address), rows.getString(2))) {
          count++;
        }
      }
    }
    return count;
  }
}
