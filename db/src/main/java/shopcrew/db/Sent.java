package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What has been said, as a channel names it: which line a finger meant, and how far a line came.
public final class Sent {
  private static final List<String> STAGES = List.of("", "sent", "delivered", "read", "failed");

  private final Database database;
  private final String shop;

  public Sent(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// The line that the channel knows by that id.
  public Optional<Conversations.Line> line(String conversation, String outer) {
    return find(conversation, "AND outer_id = ?", outer);
  }

  /// The line with our own number, which the channel gave back with its id: it is not in doubt any
  /// more.
  public Optional<Conversations.Line> found(String conversation, long seq, String outer) {
    if (seq <= 0) return Optional.empty();
    database.writing(
        h ->
            h.execute(
                """
                UPDATE messages SET outer_id = ?, state = 'done', left_at = 0
                WHERE shop = ? AND conversation = ? AND seq = ? AND direction = 'out'
                  AND state IN ('maybe', 'new') AND left_at > 0\
                """,
                outer,
                shop,
                conversation,
                seq));
    return line(conversation, outer);
  }

  /// The newest line there, if its choices are answered by their numbers.
  public Optional<Conversations.Line> numbered(String conversation) {
    return find(
        conversation,
        "AND numbered = 1 AND seq = (SELECT MAX(seq) FROM messages m WHERE m.shop = messages.shop"
            + " AND m.conversation = messages.conversation AND m.direction = 'out'"
            + " AND m.state = 'done' AND m.key <> ?)",
        "");
  }

  /// How many lines a channel has taken since then.
  public long count(String channel, Instant since) {
    return database.read(
        h ->
            h.select(
                    """
                    SELECT COUNT(*) FROM messages m JOIN conversations c
                      ON c.shop = m.shop AND c.id = m.conversation
                    WHERE m.shop = ? AND c.channel = ? AND m.direction = 'out'
                      AND m.state IN ('done', 'maybe') AND m.at >= ?\
                    """,
                    shop,
                    channel,
                    since.toEpochMilli())
                .mapTo(Long.class)
                .one());
  }

  /// A line with buttons that a channel has shown.
  public record Shown(String conversation, String outer, Conversations.Line line) {}

  /// The gate's lines whose buttons stand somewhere, the newest first.
  public List<Shown> standing(int limit) {
    return database.read(
        h ->
            h.select(
                    """
                    SELECT * FROM messages
                    WHERE shop = ? AND direction = 'out' AND state = 'done' AND author = 'gate'
                      AND faded = 0 AND outer_id <> '' AND buttons <> ''
                    ORDER BY seq DESC LIMIT ?\
                    """,
                    shop,
                    limit)
                .map(
                    (row, context) ->
                        new Shown(
                            row.getString("conversation"),
                            row.getString("outer_id"),
                            Conversations.line(row)))
                .list());
  }

  /// Its buttons are gone.
  public void faded(long seq) {
    database.writing(
        h -> h.execute("UPDATE messages SET faded = 1 WHERE shop = ? AND seq = ?", shop, seq));
  }

  /// How far it came, never backwards; false: that was known.
  public boolean came(long seq, String stage, String why) {
    return database.write(
        h -> {
          String before =
              h.select(
                      "SELECT progress FROM messages WHERE shop = ? AND seq = ? AND direction ="
                          + " 'out'",
                      shop,
                      seq)
                  .mapTo(String.class)
                  .findOne()
                  .orElse("failed");
          if (STAGES.indexOf(stage) <= STAGES.indexOf(before)) return false;
          h.execute(
              "UPDATE messages SET progress = ?, why = ? WHERE shop = ? AND seq = ?",
              stage,
              why,
              shop,
              seq);
          return true;
        });
  }

  private Optional<Conversations.Line> find(String conversation, String which, String value) {
    return database.read(
        h ->
            h.select(
                    "SELECT * FROM messages WHERE shop = ? AND conversation = ?"
                        + " AND direction = 'out' "
                        + which
                        + " ORDER BY seq DESC LIMIT 1",
                    shop,
                    conversation,
                    value)
                .map((row, context) -> Conversations.line(row))
                .findOne());
  }
}
