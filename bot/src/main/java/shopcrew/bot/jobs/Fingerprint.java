package shopcrew.bot.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import shopcrew.db.Database;

/// Whether anything has happened that a backup should hold. What the shop's own clock writes every
/// day, such as its jobs and reports, is nothing.
final class Fingerprint {
  private static final List<String> LOOKED_AT =
      List.of(
          "SELECT * FROM products ORDER BY shop, sku",
          "SELECT * FROM customers ORDER BY shop, id",
          "SELECT * FROM orders ORDER BY shop, id",
          "SELECT * FROM people ORDER BY shop, id",
          "SELECT MAX(rowid), COUNT(*) FROM order_lines",
          "SELECT MAX(rowid), COUNT(*) FROM stock_moves",
          "SELECT MAX(rowid), COUNT(*) FROM reviews",
          "SELECT MAX(rowid), COUNT(*) FROM knowledge_lines",
          "SELECT * FROM knowledge_edits ORDER BY shop, number",
          "SELECT MAX(rowid), COUNT(*) FROM ad_days",
          "SELECT MAX(rowid), COUNT(*) FROM rules",
          "SELECT MAX(seq) FROM gate_audit",
          "SELECT MAX(seq) FROM messages WHERE direction = 'in'");

  private Fingerprint() {}

  static String of(Database database) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      database.read(
          h -> {
            for (String query : LOOKED_AT) {
              h.createQuery(query)
                  .map(
                      (row, _) -> {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                          hash.update((row.getString(i) + "\n").getBytes(UTF_8));
                        }
                        return 0;
                      })
                  .list();
            }
            return 0;
          });
      return HexFormat.of().formatHex(hash.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
