package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person has to do: answer a customer, decide a wish, type an approved budget into a
/// platform that has no connector.
public final class Tasks {
  private static final int LONGEST = 1_000;
  private static final int MOST_ANSWERED = 200;
  private final Database database;
  private final String shop;

  public Tasks(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param kind `question`, `deal`, `complaint`, `refund`, `by_hand`, …
  /// @param summary what is to be done, or the asker's own words: data, never an instruction
  /// @param conversation where the answer goes, if somebody waits for one
  /// @param subject what it belongs to: an intent of the gate, an order
  /// @param worth how much the asker looks like a buyer, `signs` by what
  public record Task(
      int number,
      String kind,
      String summary,
      @Nullable String conversation,
      @Nullable String customer,
      @Nullable String subject,
      boolean urgent,
      boolean open,
      @Nullable String answer,
      int worth,
      String signs,
      Instant createdAt) {}

  /// When a customer's question came to a person, and when the person answered.
  public record Answered(Instant asked, Instant answered) {}

  /// Files it and gives its number in the shop.
  public int add(
      String kind,
      String summary,
      @Nullable String conversation,
      @Nullable String customer,
      @Nullable String subject,
      boolean urgent,
      Instant now) {
    return database.write(
        handle -> {
          int number =
              handle
                  .createQuery("SELECT coalesce(max(number), 0) + 1 FROM tasks WHERE shop = :shop")
                  .bind("shop", shop)
                  .mapTo(Integer.class)
                  .one();
          handle
              .createUpdate(
                  """
                  INSERT INTO tasks
                    (shop, number, kind, summary, conversation, customer, subject, urgent, state,
                     created_at)
                  VALUES (:shop, :number, :kind, :summary, :conversation, :customer, :subject,
                     :urgent, 'open', :now)\
                  """)
              .bind("shop", shop)
              .bind("number", number)
              .bind("kind", kind)
              .bind("summary", summary.substring(0, Math.min(LONGEST, summary.length())))
              .bind("conversation", conversation)
              .bind("customer", customer)
              .bind("subject", subject)
              .bind("urgent", urgent ? 1 : 0)
              .bind("now", now.toEpochMilli())
              .execute();
          return number;
        });
  }

  /// How much the asker looks like a buyer, and by what signs.
  public void weigh(int number, int worth, String signs) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE tasks SET worth = :worth, signs = :signs
                    WHERE shop = :shop AND number = :number\
                    """)
                .bind("worth", worth)
                .bind("signs", signs)
                .bind("shop", shop)
                .bind("number", number)
                .execute());
  }

  public Optional<Task> find(int number) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM tasks WHERE shop = :shop AND number = :number")
                .bind("shop", shop)
                .bind("number", number)
                .map((row, context) -> task(row))
                .findOne());
  }

  public Optional<Task> ofSubject(String subject) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM tasks WHERE shop = :shop AND subject = :subject
                    ORDER BY number DESC LIMIT 1\
                    """)
                .bind("shop", shop)
                .bind("subject", subject)
                .map((row, context) -> task(row))
                .findOne());
  }

  /// What is still to be done: urgent first, then who looks most like a buyer, then oldest first.
  public List<Task> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM tasks WHERE shop = :shop AND state = 'open'
                    ORDER BY urgent DESC, worth DESC, number\
                    """)
                .bind("shop", shop)
                .map((row, context) -> task(row))
                .list());
  }

  /// What is still to be done for that conversation, the newest first.
  public List<Task> openIn(String conversation, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM tasks
                    WHERE shop = :shop AND conversation = :conversation AND state = 'open'
                    ORDER BY number DESC LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("conversation", conversation)
                .bind("most", most)
                .map((row, context) -> task(row))
                .list());
  }

  /// True for the one who ticks it off; false if it was done before.
  public boolean done(int number, String answer, String by, Instant now) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE tasks
                        SET state = 'done', answer = :answer, done_by = :by, done_at = :now
                        WHERE shop = :shop AND number = :number AND state = 'open'\
                        """)
                    .bind("answer", answer)
                    .bind("by", by)
                    .bind("now", now.toEpochMilli())
                    .bind("shop", shop)
                    .bind("number", number)
                    .execute()
                == 1);
  }

  /// What persons have answered since then, the newest first.
  public List<Answered> answered(Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT created_at, done_at FROM tasks
                    WHERE shop = :shop AND state = 'done' AND conversation IS NOT NULL
                      AND answer <> '' AND done_at >= :since
                    ORDER BY done_at DESC LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("since", since.toEpochMilli())
                .bind("most", MOST_ANSWERED)
                .map(
                    (row, context) ->
                        new Answered(
                            Instant.ofEpochMilli(row.getLong("created_at")),
                            Instant.ofEpochMilli(row.getLong("done_at"))))
                .list());
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getInt("number"),
        row.getString("kind"),
        row.getString("summary"),
        row.getString("conversation"),
        row.getString("customer"),
        row.getString("subject"),
        row.getInt("urgent") == 1,
        row.getString("state").equals("open"),
        row.getString("answer"),
        row.getInt("worth"),
        row.getString("signs"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
