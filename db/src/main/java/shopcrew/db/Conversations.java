package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who talks where, and everything that was said there in its order.
public final class Conversations {
  private final Database database;
  private final String shop;

  public Conversations(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param address where the channel reaches it: a chat id, a session's hash
  /// @param person the owner or clerk whose conversation it is, or null for a customer's
  /// @param customer the customer, once identified
  /// @param pending what the team waits for, in the router's words
  /// @param shared whether others read it too: a group
  /// @param name how a customer calls himself, or empty
  /// @param phone the number that the platform vouches for
  public record Conversation(
      String id,
      String channel,
      String address,
      @Nullable String person,
      @Nullable String customer,
      String language,
      @Nullable String pending,
      boolean shared,
      String name,
      @Nullable String phone) {}

  /// One thing that was said.
  ///
  /// @param key the channel's id of what arrived, or the cause of what we said
  /// @param file what goes with it, in the shop's folder, or empty
  public record Line(
      long seq,
      boolean byUs,
      String key,
      String author,
      String kind,
      String text,
      List<Outbox.Button> buttons,
      String file,
      Instant at) {}

  /// The conversation of that address, begun now if it is new.
  public Conversation open(
      String channel, String address, @Nullable String person, String language, Instant now) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO conversations (shop, id, channel, address, person, language, created_at)
                  VALUES (:shop, :id, :channel, :address, :person, :language, :now)
                  ON CONFLICT (shop, channel, address) DO NOTHING\
                  """)
              .bind("shop", shop)
              .bind("id", channel + ":" + Hashes.sha256(channel + " " + address).substring(0, 16))
              .bind("channel", channel)
              .bind("address", address)
              .bind("person", person)
              .bind("language", language)
              .bind("now", now.toEpochMilli())
              .execute();
          return at(channel, address).orElseThrow();
        });
  }

  public Optional<Conversation> at(String channel, String address) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM conversations
                    WHERE shop = :shop AND channel = :channel AND address = :address\
                    """)
                .bind("shop", shop)
                .bind("channel", channel)
                .bind("address", address)
                .map((row, context) -> conversation(row))
                .findOne());
  }

  public Optional<Conversation> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM conversations WHERE shop = :shop AND id = :id\
                    """)
                .bind("shop", shop)
                .bind("id", id)
                .map((row, context) -> conversation(row))
                .findOne());
  }

  /// Who they are is known from now on; who wanted no offers before still wants none.
  public void recognise(String id, String customer) {
    database.writing(
        handle -> {
          set(id, "customer", customer);
          handle
              .createUpdate(
                  """
                  UPDATE customers SET opted_out = 1
                  WHERE shop = :shop AND id = :customer AND EXISTS (
                    SELECT 1 FROM conversations WHERE shop = :shop AND id = :id AND marketing = 0)\
                  """)
              .bind("shop", shop)
              .bind("customer", customer)
              .bind("id", id)
              .execute();
        });
  }

  public void speaks(String id, String language) {
    set(id, "language", language);
  }

  public void waitsFor(String id, @Nullable String pending) {
    set(id, "pending", pending);
  }

  /// The lines after `seq`, oldest first, at most `limit`.
  public List<Line> since(String id, long seq, int limit) {
    return lines("AND seq > :seq ORDER BY seq LIMIT :limit", id, seq, limit);
  }

  /// The last lines before `seq`, oldest first.
  public List<Line> before(String id, long seq, int limit) {
    return lines("AND seq < :seq ORDER BY seq DESC LIMIT :limit", id, seq, limit).reversed();
  }

  /// What was said before that, in brief.
  ///
  /// @param sources where the facts of an answer stand
  public record Passed(boolean byUs, String kind, String text, String sources) {}

  /// The last lines before `seq`, newest first.
  public List<Passed> passed(String id, long seq, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT direction, kind, text, sources FROM messages
                    WHERE shop = :shop AND conversation = :id AND seq < :seq
                    ORDER BY seq DESC LIMIT :limit\
                    """)
                .bind("shop", shop)
                .bind("id", id)
                .bind("seq", seq)
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new Passed(
                            row.getString("direction").equals("out"),
                            row.getString("kind"),
                            row.getString("text"),
                            row.getString("sources")))
                .list());
  }

  /// The number of the newest line, or 0.
  public long last(String id) {
    return before(id, Long.MAX_VALUE, 1).stream().mapToLong(Line::seq).findFirst().orElse(0);
  }

  /// Puts in what was said elsewhere before: it is remembered, not answered and not sent.
  public void recall(String id, boolean byUs, String text, String key, Instant at) {
    recall(id, byUs, byUs ? "shop" : "", text, key, at);
  }

  public void recall(String id, boolean byUs, String author, String text, String key, Instant at) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO messages
                      (shop, conversation, direction, key, kind, author, text, at, state)
                    VALUES (:shop, :id, :direction, :key, 'text', :author, :text, :at, 'done')
                    ON CONFLICT (shop, conversation, direction, key) DO NOTHING\
                    """)
                .bind("shop", shop)
                .bind("id", id)
                .bind("direction", byUs ? "out" : "in")
                .bind("author", author)
                .bind("text", text)
                .bind("key", key)
                .bind("at", at.toEpochMilli())
                .execute());
  }

  private List<Line> lines(String which, String id, long seq, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, direction, key, author, kind, text, buttons, file, at FROM messages
                    WHERE shop = :shop AND conversation = :id
                    """
                        + which)
                .bind("shop", shop)
                .bind("id", id)
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
  }

  private void set(String id, String column, @Nullable String value) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "UPDATE conversations SET <column> = :value WHERE shop = :shop AND id = :id")
                .define("column", column)
                .bind("value", value)
                .bind("shop", shop)
                .bind("id", id)
                .execute());
  }

  static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("seq"),
        row.getString("direction").equals("out"),
        row.getString("key"),
        row.getString("author"),
        row.getString("kind"),
        row.getString("text"),
        Buttons.read(row.getString("buttons")),
        row.getString("file"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        row.getString("id"),
        row.getString("channel"),
        row.getString("address"),
        row.getString("person"),
        row.getString("customer"),
        row.getString("language"),
        row.getString("pending"),
        row.getInt("shared") == 1,
        row.getString("name"),
        row.getString("phone"));
  }
}
