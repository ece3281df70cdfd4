package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the team has answered from the shop's data, with where the facts stand.
public final class Answered {
  private static final int MOST_NAMES = 200;
  private static final int MOST_QUESTIONS = 2_000;
  private static final String LINES =
      """
      SELECT m.* FROM messages m JOIN conversations c ON c.shop = m.shop AND c.id = m.conversation
      WHERE m.shop = :shop AND m.direction = 'out' AND m.sources <> ''
        AND m.state IN ('new', 'done', 'maybe')
      """;

  private final Database database;
  private final String shop;

  public Answered(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param sources where its facts stand: `products.csv#SKU`, `knowledge.md#3`, `orders#…`
  public record Answer(
      long seq, String conversation, String key, String text, List<String> sources, Instant at) {}

  /// The newest one in that conversation.
  public Optional<Answer> last(String conversation) {
    return first("AND m.conversation = :value ORDER BY m.seq DESC LIMIT 1", conversation);
  }

  /// What was said there to the message of that number.
  public Optional<Answer> to(String conversation, long message) {
    return first(
        "AND m.conversation = :value AND m.key = 'in:" + message + "' LIMIT 1", conversation);
  }

  /// The newest one that any customer got.
  public Optional<Answer> lastToCustomer() {
    return first(
        "AND c.person IS NULL AND m.author <> :value ORDER BY m.seq DESC LIMIT 1", "owner");
  }

  /// What a customer asked, and where the facts of the answer stand.
  public record Question(String words, List<String> sources) {}

  /// What customers asked since then and were answered from the shop's data, the newest first.
  public List<Question> questions(Instant since) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT q.text AS asked, m.sources FROM messages m
                    JOIN conversations c ON c.shop = m.shop AND c.id = m.conversation
                    JOIN messages q ON q.seq = CAST(substr(m.key, 4) AS INTEGER)
                      AND q.shop = m.shop AND q.direction = 'in'
                    WHERE m.shop = :shop AND m.direction = 'out' AND m.sources <> ''
                      AND m.key LIKE 'in:%' AND m.at >= :since AND c.person IS NULL
                    ORDER BY m.seq DESC LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("since", since.toEpochMilli())
                .bind("most", MOST_QUESTIONS)
                .map(
                    (row, _) ->
                        new Question(
                            row.getString("asked"), List.of(row.getString("sources").split(" "))))
                .list());
  }

  /// The conversations of the customers whose names stand in the words, the one that wrote last
  /// first.
  public List<String> named(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    return database
        .read(
            h ->
                h.createQuery(
                        """
                        SELECT c.id, c.name, COALESCE(k.name, '') AS known FROM conversations c
                        LEFT JOIN customers k ON k.shop = c.shop AND k.id = c.customer
                        WHERE c.shop = :shop AND c.person IS NULL
                          AND (c.name <> '' OR k.name <> '')
                        ORDER BY (SELECT MAX(m.seq) FROM messages m
                          WHERE m.shop = c.shop AND m.conversation = c.id) DESC
                        LIMIT :most\
                        """)
                    .bind("shop", shop)
                    .bind("most", MOST_NAMES)
                    .map(
                        (row, _) ->
                            new Named(
                                row.getString("id"),
                                row.getString("name").toLowerCase(Locale.ROOT),
                                row.getString("known").toLowerCase(Locale.ROOT)))
                    .list())
        .stream()
        .filter(one -> one.in(text))
        .map(Named::conversation)
        .toList();
  }

  private record Named(String conversation, String name, String known) {
    private boolean in(String text) {
      return stands(name, text) || stands(known, text);
    }

    private static boolean stands(String name, String text) {
      return name.length() > 1 && text.contains(name);
    }
  }

  private Optional<Answer> first(String which, String value) {
    return database.read(
        h ->
            h.createQuery(LINES + which)
                .bind("shop", shop)
                .bind("value", value)
                .map((row, _) -> answer(row))
                .findOne());
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getLong("seq"),
        row.getString("conversation"),
        row.getString("key"),
        row.getString("text"),
        List.of(row.getString("sources").split(" ")),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
