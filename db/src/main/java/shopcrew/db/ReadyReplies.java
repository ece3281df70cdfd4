package shopcrew.db;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Answers to a waiting customer that a person of the shop sends with one tap, word for word as
/// they were shown.
public final class ReadyReplies {
  /// From here on a translation has an odd number, and the words that it was made from the next.
  private static final int OFFERED = 11;

  private final Database database;
  private final String shop;

  public ReadyReplies(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param sources where its facts stand
  /// @param own what the person of the shop wrote, where the text is a translation of it
  public record Reply(String text, String sources, String own) {
    public Reply(String text, String sources) {
      this(text, sources, text);
    }
  }

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

  /// Puts a person's own words by, and their translation before them if there is one. What was put
  /// by earlier stays what it was: a tap sends what stood above it.
  ///
  /// @return the number of the translation; the own words have the next one
  public int offer(int task, Optional<String> translation, String own) {
    return database.write(
        h -> {
          int last =
              h.select(
                      "SELECT COALESCE(MAX(number), 0) FROM ready_replies WHERE shop = ? AND task ="
                          + " ?",
                      shop,
                      task)
                  .mapTo(Integer.class)
                  .one();
          int number = last < OFFERED ? OFFERED : last + 1;
          translation.ifPresent(text -> put(h, task, number, text));
          put(h, task, number + 1, own);
          return number;
        });
  }

  private void put(Handle h, int task, int number, String text) {
    h.execute(
        "INSERT INTO ready_replies (shop, task, number, text, sources) VALUES (?, ?, ?, ?, '')",
        shop,
        task,
        number,
        text);
  }

  public Optional<Reply> find(int task, int number) {
    boolean translation = number >= OFFERED && number % 2 == OFFERED % 2;
    return row(task, number)
        .map(
            reply ->
                translation
                    ? row(task, number + 1)
                        .map(own -> new Reply(reply.text(), reply.sources(), own.text()))
                        .orElse(reply)
                    : reply);
  }

  private Optional<Reply> row(int task, int number) {
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
