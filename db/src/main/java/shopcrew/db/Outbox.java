package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is to be said. A line is written in the transaction of its cause, once for each cause, and
/// sent afterwards in the order of its conversation.
public final class Outbox {
  private final Database database;
  private final String shop;
  private final InstantSource clock;
  private final Wording wording;
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  public Outbox(Database database, String shop, InstantSource clock) {
    this(database, shop, clock, Wording.AS_IT_IS);
  }

  public Outbox(Database database, String shop, InstantSource clock, Wording wording) {
    this.database = database;
    this.shop = shop;
    this.clock = clock;
    this.wording = wording;
  }

  /// What a button of the gate leads to, where a channel has colours.
  public enum Tone {
    PLAIN,
    YES,
    NO
  }

  /// A button: what stands on it, and what stands behind it.
  public record Button(String label, String token, Tone tone) {
    public Button(String label, String token) {
      this(label, token, Tone.PLAIN);
    }
  }

  /// The next line of a conversation.
  ///
  /// @param pieces how many of it the channel has taken
  /// @param notBefore when it may be tried
  public record Waiting(
      Conversations.Line line, String conversation, int attempts, int pieces, Instant notBefore) {
    public long seq() {
      return line.seq();
    }
  }

  /// A line whose sending a stop has cut off.
  public record Doubtful(long seq, String conversation, String text) {}

  /// @param author a role's short name, `gate`, `owner` or `shop`
  /// @param cause unique in the conversation: the same cause is said once
  public void add(
      String conversation, String author, String text, List<Button> buttons, String cause) {
    add(conversation, author, "text", text, buttons, cause, "", "");
  }

  /// @return the line's number, or 0 if the same cause was said before
  public long notice(
      String conversation, String author, String text, List<Button> buttons, String cause) {
    return add(conversation, author, "notice", text, buttons, cause, "", "");
  }

  /// @param kind `text`, `card`, `receipt`, `notice` or `task`
  /// @param sources where the facts stand
  /// @param prompt version and hash of the prompt that was used
  /// @return the line's number, or 0 if the same cause was said before
  public long add(
      String conversation,
      String author,
      String kind,
      String text,
      List<Button> buttons,
      String cause,
      String sources,
      String prompt) {
    fresh.add(conversation);
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO messages
                      (shop, conversation, direction, key, kind, author, text, buttons, sources,
                       prompt, at, state)
                    VALUES (:shop, :conversation, 'out', :cause, :kind, :author, :text, :buttons,
                       :sources, :prompt, :now, 'new')
                    ON CONFLICT (shop, conversation, direction, key) DO NOTHING
                    RETURNING seq\
                    """)
                .bind("shop", shop)
                .bind("conversation", conversation)
                .bind("cause", cause)
                .bind("kind", kind)
                .bind("author", author)
                .bind("text", wording.of(conversation, author, text))
                .bind("buttons", Buttons.written(buttons))
                .bind("sources", sources)
                .bind("prompt", prompt)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /// A picture or a file, from the shop's own folder, with words to it.
  public void enclose(String conversation, String text, String file, String cause) {
    long seq = notice(conversation, "shop", text, List.of(), cause);
    set("file = :value", seq, file);
  }

  /// The conversations in which something was just written, each told once: whoever is told too
  /// early finds it with [#conversations].
  public List<String> fresh() {
    var told = List.copyOf(fresh);
    told.forEach(fresh::remove);
    return told;
  }

  /// The conversations in which something waits.
  public List<String> conversations() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT conversation FROM messages
                    WHERE shop = :shop AND direction = 'out' AND state = 'new'
                    GROUP BY conversation ORDER BY MIN(seq)\
                    """)
                .bind("shop", shop)
                .mapTo(String.class)
                .list());
  }

  /// The oldest lines that wait there, at most so many.
  public List<Waiting> waiting(String conversation, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM messages
                    WHERE shop = :shop AND conversation = :id AND direction = 'out'
                      AND state = 'new'
                    ORDER BY seq LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("id", conversation)
                .bind("most", most)
                .map((row, context) -> waiting(row))
                .list());
  }

  /// It goes out now: from here on it may have arrived.
  public void leaves(long seq) {
    set("left_at = :value", seq, clock.millis());
  }

  /// @param outer the channel's own id of it, or empty
  /// @param numbered whether its choices are answered by their numbers
  public void sent(long seq, String outer, boolean numbered) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE messages SET state = 'done', attempts = attempts + 1, left_at = 0,
                      outer_id = :outer, numbered = :numbered
                    WHERE shop = :shop AND seq = :seq\
                    """)
                .bind("outer", outer)
                .bind("numbered", numbered ? 1 : 0)
                .bind("shop", shop)
                .bind("seq", seq)
                .execute());
  }

  /// It may have arrived or not, and is not said again by itself.
  public void maybeSent(long seq) {
    set("state = :value, attempts = attempts + 1", seq, "maybe");
  }

  /// The rest of it has not left; it waits until then.
  public void later(long seq, int pieces, Instant notBefore) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE messages SET attempts = attempts + 1, left_at = 0, pieces = :pieces,
                      not_before = :then
                    WHERE shop = :shop AND seq = :seq\
                    """)
                .bind("pieces", pieces)
                .bind("then", notBefore.toEpochMilli())
                .bind("shop", shop)
                .bind("seq", seq)
                .execute());
  }

  public void refused(long seq, String why) {
    set("why = :value, state = 'failed', attempts = attempts + 1", seq, why);
  }

  /// What the last stop found on its way: it may have arrived, and the owners are asked.
  public List<Doubtful> doubtful() {
    return database.write(
        handle -> {
          String which =
              " WHERE shop = :shop AND direction = 'out' AND state = 'new' AND left_at > 0";
          List<Doubtful> found =
              handle
                  .createQuery("SELECT seq, conversation, text FROM messages" + which)
                  .bind("shop", shop)
                  .map(
                      (row, context) ->
                          new Doubtful(
                              row.getLong("seq"),
                              row.getString("conversation"),
                              row.getString("text")))
                  .list();
          handle
              .createUpdate("UPDATE messages SET state = 'maybe'" + which)
              .bind("shop", shop)
              .execute();
          return found;
        });
  }

  /// Of those in doubt, from the first to the last number, the reader's own and the customers' are
  /// sent again or left as they are; says how many there were.
  public int decide(long first, long last, boolean again, String reader) {
    List<String> decided =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        UPDATE messages SET state = :state, left_at = 0, attempts = 0, not_before = 0
                        WHERE shop = :shop AND direction = 'out' AND state = 'maybe'
                          AND seq BETWEEN :first AND :last
                          AND conversation IN (SELECT id FROM conversations
                            WHERE shop = :shop AND (person IS NULL OR id = :reader))
                        RETURNING conversation\
                        """)
                    .bind("reader", reader)
                    .bind("state", again ? "new" : "done")
                    .bind("shop", shop)
                    .bind("first", first)
                    .bind("last", last)
                    .mapTo(String.class)
                    .list());
    fresh.addAll(decided);
    return decided.size();
  }

  private void set(String what, long seq, Object value) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "UPDATE messages SET "
                        + what
                        + " WHERE shop = :shop AND seq = :seq AND direction = 'out'")
                .bind("value", value)
                .bind("shop", shop)
                .bind("seq", seq)
                .execute());
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        Conversations.line(row),
        row.getString("conversation"),
        row.getInt("attempts"),
        row.getInt("pieces"),
        Instant.ofEpochMilli(row.getLong("not_before")));
  }
}
