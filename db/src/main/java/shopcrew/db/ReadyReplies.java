package shopcrew.db;

import java.util.List;
import java.util.Optional;

/// Answers to a waiting customer that a person of the shop sends with one tap, word for word as
/// they were shown.
public final class ReadyReplies {
  private final Database database;
  private final String shop;

  public ReadyReplies(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param sources where its facts stand
  public record Reply(String text, String sources) {}

  /// Puts them by, numbered from 1.
  public void keep(int task, List<Reply> replies) {
    database.writing(
        h -> {
          int number = 0;
          for (Reply reply : replies) {
            h.execute(
                "INSERT INTO ready_replies (shop, task, number, text, sources)"
                    + " VALUES (?, ?, ?, ?, ?)",
                shop,
                task,
                ++number,
                reply.text(),
                reply.sources());
          }
        });
  }

  public Optional<Reply> find(int task, int number) {
    return database.read(
        h ->
            h.select(
                    "SELECT text, sources FROM ready_replies"
                        + " WHERE shop = ? AND task = ? AND number = ?",
                    shop,
                    task,
                    number)
                .map((row, context) -> new Reply(row.getString("text"), row.getString("sources")))
                .findOne());
  }
}
