package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The promise book: what a person of the shop has promised a customer, and until when.
public final class Promises {
  private static final int MOST = 200;
  private static final String ROW =
      """
      SELECT p.number, p.conversation, p.person, p.words, p.due_at,
        COALESCE(NULLIF(u.name, ''), NULLIF(c.name, ''), '') AS name
      FROM promises p
        LEFT JOIN conversations c ON c.shop = p.shop AND c.id = p.conversation
        LEFT JOIN customers u ON u.shop = p.shop AND u.id = p.customer
      WHERE p.shop = ? AND p.state = 'open'\
      """;

  private final Database database;
  private final String shop;

  public Promises(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// One that is not kept yet.
  ///
  /// @param person who has promised
  /// @param words the person's own
  /// @param name the customer's, or empty
  public record Promise(
      int number, String conversation, String person, String words, Instant due, String name) {}

  /// Writes it down and gives its number in the shop.
  public int add(
      Conversations.Conversation to, String person, String words, Instant now, Instant due) {
    return database.write(
        h -> {
          int number =
              h.select("SELECT COALESCE(MAX(number), 0) + 1 FROM promises WHERE shop = ?", shop)
                  .mapTo(Integer.class)
                  .one();
          h.execute(
              """
              INSERT INTO promises
                (shop, number, conversation, customer, person, words, made_at, due_at, state)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')\
              """,
              shop,
              number,
              to.id(),
              to.customer(),
              person,
              words,
              now.toEpochMilli(),
              due.toEpochMilli());
          return number;
        });
  }

  /// Those that are not kept yet, the first due first.
  public List<Promise> open() {
    return list(" ORDER BY p.due_at, p.number LIMIT ?", MOST);
  }

  /// What that customer waits for, by this conversation or by who they are; the first due first.
  public List<Promise> openTo(Conversations.Conversation to, int most) {
    return list(
        " AND (p.conversation = ? OR p.customer = ?) ORDER BY p.due_at, p.number LIMIT ?",
        to.id(),
        to.customer() == null ? "" : to.customer(),
        most);
  }

  public Optional<Promise> find(int number) {
    return list(" AND p.number = ?", number).stream().findFirst();
  }

  /// Those whose time is over and after which nobody was asked; each comes once.
  public List<Promise> toAskAbout(Instant before) {
    return database.write(
        h -> {
          List<Promise> due =
              list(" AND p.asked = 0 AND p.due_at <= ? ORDER BY p.due_at", before.toEpochMilli());
          for (Promise promise : due) {
            h.execute(
                "UPDATE promises SET asked = 1 WHERE shop = ? AND number = ?",
                shop,
                promise.number());
          }
          return due;
        });
  }

  /// True for the one who ticks it off; false if it was done before.
  ///
  /// @param kept or dropped: it was none
  public boolean close(int number, boolean kept) {
    return database.write(
        h ->
            h.execute(
                    "UPDATE promises SET state = ? WHERE shop = ? AND number = ? AND state ="
                        + " 'open'",
                    kept ? "kept" : "dropped",
                    shop,
                    number)
                == 1);
  }

  private List<Promise> list(String which, Object... values) {
    Object[] all = Stream.concat(Stream.of(shop), Stream.of(values)).toArray();
    return database.read(
        h -> h.select(ROW + which, all).map((row, context) -> promise(row)).list());
  }

  private static Promise promise(ResultSet row) throws SQLException {
    return new Promise(
        row.getInt("number"),
        row.getString("conversation"),
        row.getString("person"),
        row.getString("words"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        row.getString("name"));
  }
}
