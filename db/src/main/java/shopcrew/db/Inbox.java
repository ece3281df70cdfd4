package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What arrived. A message is stored before anybody acts on it, once for each id of its channel,
/// and stays `new` until its answer is in the outbox.
public final class Inbox {
  private static final String ROW =
      "SELECT seq, conversation, key, kind, text, buttons, sources, outer_id, state, attempts"
          + " FROM messages WHERE shop = :shop AND direction = 'in' ";

  private final Database database;
  private final String shop;

  public Inbox(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// What is to be stored.
  ///
  /// @param key the channel's id of the message
  /// @param kind `text`, `tap`, `enter` or the kind of medium
  /// @param token what stands behind a tapped button, or the file's name
  /// @param content the words of a file, or the line of a tapped button
  /// @param outer by which the channel fetches a file
  public record Item(
      String key, String kind, String text, String token, String content, String outer) {}

  /// @param open nobody has answered it yet
  /// @param tries how often it was taken up again after a stop
  public record Arrived(long seq, String conversation, Item item, boolean open, int tries) {}

  /// Stores it; empty if the channel had brought it before.
  public OptionalLong take(String conversation, Item item, Instant at) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO messages
                      (shop, conversation, direction, key, kind, author, text, buttons, sources,
                       outer_id, at, state)
                    VALUES (:shop, :conversation, 'in', :key, :kind, '', :text, :token, :content,
                       :outer, :at, 'new')
                    ON CONFLICT (shop, conversation, direction, key) DO NOTHING
                    RETURNING seq\
                    """)
                .bind("shop", shop)
                .bind("conversation", conversation)
                .bind("key", item.key())
                .bind("kind", item.kind())
                .bind("text", item.text())
                .bind("token", item.token())
                .bind("content", item.content())
                .bind("outer", item.outer())
                .bind("at", at.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
  }

  public void done(long seq) {
    done(List.of(seq));
  }

  public void done(List<Long> all) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "UPDATE messages SET state = 'done' WHERE shop = :shop AND seq IN (<all>)")
                .bind("shop", shop)
                .bindList("all", all)
                .execute());
  }

  /// What was said reads otherwise now; false: it was answered already, or never came.
  public boolean edit(String conversation, String key, String text) {
    return change("text = :text", "AND state = 'new'", conversation, key, text);
  }

  /// What was said is taken back: if nobody has answered it, nobody will.
  public void delete(String conversation, String key) {
    change("text = :text, sources = '', state = 'done'", "", conversation, key, "");
  }

  private boolean change(String what, String which, String conversation, String key, String text) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE messages SET "
                            + what
                            + " WHERE shop = :shop AND conversation = :conversation"
                            + " AND direction = 'in' AND key = :key "
                            + which)
                    .bind("text", text)
                    .bind("shop", shop)
                    .bind("conversation", conversation)
                    .bind("key", key)
                    .execute()
                > 0);
  }

  /// How many pictures, voice notes and files came since then.
  public int media(String conversation, Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM messages
                    WHERE shop = :shop AND conversation = :conversation AND direction = 'in'
                      AND kind NOT IN ('text', 'tap', 'enter') AND at > :since\
                    """)
                .bind("shop", shop)
                .bind("conversation", conversation)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  public Optional<Arrived> find(long seq) {
    return database.read(
        handle ->
            handle
                .createQuery(ROW + "AND seq = :seq")
                .bind("shop", shop)
                .bind("seq", seq)
                .map((row, context) -> arrived(row))
                .findOne());
  }

  /// What has no answer yet, oldest first.
  public List<Arrived> open(String conversation) {
    return database.read(
        handle ->
            handle
                .createQuery(ROW + "AND conversation = :id AND state = 'new' ORDER BY seq")
                .bind("shop", shop)
                .bind("id", conversation)
                .map((row, context) -> arrived(row))
                .list());
  }

  /// What a stop has left without an answer, oldest first; each is counted as tried once more.
  public List<Arrived> takenUp() {
    return database.write(
        handle -> {
          List<Arrived> open =
              handle
                  .createQuery(ROW + "AND state = 'new' ORDER BY seq")
                  .bind("shop", shop)
                  .map((row, context) -> arrived(row))
                  .list();
          handle.execute(
              "UPDATE messages SET attempts = attempts + 1"
                  + " WHERE shop = ? AND direction = 'in' AND state = 'new'",
              shop);
          return open;
        });
  }

  /// The words of several at once, one below the other.
  public static String together(List<Arrived> all) {
    return all.stream().map(one -> one.item().text()).collect(Collectors.joining("\n"));
  }

  private static Arrived arrived(ResultSet row) throws SQLException {
    var item =
        new Item(
            row.getString("key"),
            row.getString("kind"),
            row.getString("text"),
            row.getString("buttons"),
            row.getString("sources"),
            row.getString("outer_id"));
    return new Arrived(
        row.getLong("seq"),
        row.getString("conversation"),
        item,
        row.getString("state").equals("new"),
        row.getInt("attempts"));
  }
}
