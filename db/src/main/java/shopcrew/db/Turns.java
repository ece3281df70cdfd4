package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the team came to its answers, and what they cost.
public final class Turns {
  private static final int MOST_LINES = 40;
  private static final int MOST_SUMS = 400;

  private final Database database;
  private final String shop;

  public Turns(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// One answer.
  ///
  /// @param cause the key of the line that was said, as in the outbox
  /// @param first the number of the first message that it answers; 0 where nobody asked
  /// @param last the number of the last one
  /// @param prompt version and hash
  /// @param models who was asked, each once
  /// @param cost in millionths of the unit of the shop's currency
  /// @param held how often words of a model were held back
  /// @param houseInstead whether the house model stood in for another one
  /// @param steps one by one, as JSON
  public record Entry(
      String conversation,
      String cause,
      long first,
      long last,
      String role,
      String prompt,
      LocalDate day,
      Instant at,
      long millis,
      List<String> models,
      long tokensIn,
      long tokensOut,
      long cost,
      int held,
      boolean houseInstead,
      String steps) {}

  /// A message that is taken up again after a stop: what both tries took adds up.
  public void add(Entry turn) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO turns (shop, conversation, cause, first_message, last_message, role,
                  prompt, day, at, millis, models, tokens_in, tokens_out, cost_millionths, held,
                  house_instead, steps)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (shop, conversation, cause) DO UPDATE SET
                  millis = turns.millis + excluded.millis,
                  tokens_in = turns.tokens_in + excluded.tokens_in,
                  tokens_out = turns.tokens_out + excluded.tokens_out,
                  cost_millionths = turns.cost_millionths + excluded.cost_millionths,
                  held = turns.held + excluded.held,
                  house_instead = excluded.house_instead,
                  models = excluded.models, steps = excluded.steps\
                """,
                shop,
                turn.conversation,
                turn.cause,
                turn.first,
                turn.last,
                turn.role,
                turn.prompt,
                turn.day.toString(),
                turn.at.toEpochMilli(),
                turn.millis,
                String.join(", ", turn.models),
                turn.tokensIn,
                turn.tokensOut,
                turn.cost,
                turn.held,
                turn.houseInstead ? 1 : 0,
                turn.steps));
  }

  /// By what it was said under.
  public Optional<Entry> of(String conversation, String cause) {
    return database.read(
        h ->
            h.select(
                    "SELECT * FROM turns WHERE shop = ? AND conversation = ? AND cause = ?",
                    shop,
                    conversation,
                    cause)
                .map((row, _) -> entry(row))
                .findOne());
  }

  /// By the number of a message that was answered, or of the answer.
  public Optional<Entry> of(long message) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT t.* FROM messages m
                    JOIN turns t ON t.shop = m.shop AND t.conversation = m.conversation
                    WHERE m.shop = :shop AND m.seq = :seq AND (
                      (m.direction = 'in' AND m.seq BETWEEN t.first_message AND t.last_message)
                      OR (m.direction = 'out' AND m.key = t.cause))
                    LIMIT 1\
                    """)
                .bind("shop", shop)
                .bind("seq", message)
                .map((row, _) -> entry(row))
                .findOne());
  }

  /// One of those that can be looked into.
  ///
  /// @param number of the message that was answered, else of the answer, else 0
  /// @param words what was asked, else what was said
  public record Listed(long number, Instant at, String role, String words, long cost, int held) {}

  /// The newest first.
  public List<Listed> newest(int most) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT CASE WHEN t.last_message > 0 THEN t.last_message
                        ELSE COALESCE(o.seq, 0) END AS number,
                      t.at, t.role, COALESCE(q.text, o.text, '') AS words, t.cost_millionths, t.held
                    FROM turns t
                    LEFT JOIN messages q ON q.shop = t.shop AND q.seq = t.last_message
                    LEFT JOIN messages o ON o.shop = t.shop AND o.conversation = t.conversation
                      AND o.direction = 'out' AND o.key = t.cause
                    WHERE t.shop = :shop ORDER BY t.at DESC, t.last_message DESC LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Listed(
                            row.getLong("number"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("role"),
                            row.getString("words"),
                            row.getLong("cost_millionths"),
                            row.getInt("held")))
                .list());
  }

  /// What was asked and what was said to it, in the order of its numbers.
  ///
  /// @param state `new`, `done`, `failed` or `maybe`, of what was said
  public record Line(long seq, boolean byUs, String text, String state) {}

  public List<Line> lines(Entry turn) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT seq, direction, text, state FROM messages
                    WHERE shop = :shop AND conversation = :conversation AND (
                      (direction = 'in' AND seq BETWEEN :first AND :last)
                      OR (direction = 'out' AND key = :cause))
                    ORDER BY seq LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("conversation", turn.conversation)
                .bind("first", turn.first)
                .bind("last", turn.last)
                .bind("cause", turn.cause)
                .bind("most", MOST_LINES)
                .map(
                    (row, _) ->
                        new Line(
                            row.getLong("seq"),
                            row.getString("direction").equals("out"),
                            row.getString("text"),
                            row.getString("state")))
                .list());
  }

  /// What sums are made of.
  public enum By {
    SHOP,
    ROLE,
    DAY,
    CONVERSATION
  }

  /// @param of the role, the day or the conversation
  /// @param byModel how many answers some model but the house's had a part in
  /// @param instead how often the house model stood in
  /// @param last the number of the newest message among them
  public record Sum(
      String of,
      long byModel,
      long tokensIn,
      long tokensOut,
      long cost,
      long held,
      long instead,
      long last) {}

  /// From then on and before then, the dearest first.
  public List<Sum> sums(By by, Instant from, Instant to) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT <of> AS part,
                      SUM(CASE WHEN models IN ('', 'house') THEN 0 ELSE 1 END) AS by_model,
                      SUM(tokens_in) AS tokens_in, SUM(tokens_out) AS tokens_out,
                      SUM(cost_millionths) AS cost, SUM(held) AS held,
                      SUM(house_instead) AS instead, MAX(last_message) AS last
                    FROM turns WHERE shop = :shop AND at >= :from AND at < :to
                    GROUP BY <of> ORDER BY cost DESC, part LIMIT :most\
                    """)
                .define("of", by.name().toLowerCase(Locale.ROOT))
                .bind("shop", shop)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bind("most", MOST_SUMS)
                .map((row, _) -> sum(row))
                .list());
  }

  private static Sum sum(ResultSet row) throws SQLException {
    return new Sum(
        row.getString("part"),
        row.getLong("by_model"),
        row.getLong("tokens_in"),
        row.getLong("tokens_out"),
        row.getLong("cost"),
        row.getLong("held"),
        row.getLong("instead"),
        row.getLong("last"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String models = row.getString("models");
    return new Entry(
        row.getString("conversation"),
        row.getString("cause"),
        row.getLong("first_message"),
        row.getLong("last_message"),
        row.getString("role"),
        row.getString("prompt"),
        LocalDate.parse(row.getString("day")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getLong("millis"),
        models.isEmpty() ? List.of() : List.of(models.split(", ")),
        row.getLong("tokens_in"),
        row.getLong("tokens_out"),
        row.getLong("cost_millionths"),
        row.getInt("held"),
        row.getInt("house_instead") == 1,
        row.getString("steps"));
  }
}
