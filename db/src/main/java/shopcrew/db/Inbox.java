package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What arrived. A message is stored before anybody acts on it, once for each id of its channel,
// and
/// stays `new` until its answer is in the outbox.
public final class Inbox {
  private final Database database;
  private final String shop;

  public Inbox(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param kind `text`, `tap` or the kind of medium
  /// @param key the channel's id of the message
  /// @param token what stands behind a tapped button, or the file's name
  /// @param content the words of a file
  public record Arrived(
      long seq,
      String conversation,
      String key,
      String kind,
      String text,
      String token,
      String content) {}

  /// Stores it; empty if the channel had brought it before.
  public OptionalLong take(
      String conversation,
      String key,
      String kind,
      String text,
      String token,
      String content,
      Instant now) {
    return database.write(
        handle -> {
          int stored =
              handle
                  .createUpdate(
                      """
                      INSERT INTO messages
                        (shop, conversation, direction, key, kind, author, text, buttons, sources, at, state)
                      VALUES (:shop, :conversation, 'in', :key, :kind, '', :text, :token, :content, :now, 'new')
                      ON CONFLICT (shop, conversation, direction, key) DO NOTHING\
                      """)
                  .bind("shop", shop)
                  .bind("conversation", conversation)
                  .bind("key", key)
                  .bind("kind", kind)
                  .bind("text", text)
                  .bind("token", token)
                  .bind("content", content)
                  .bind("now", now.toEpochMilli())
                  .execute();
          if (stored == 0) return OptionalLong.empty();
          return OptionalLong.of(
              handle
                  .createQuery(
                      """
                      SELECT seq FROM messages
                      WHERE shop = :shop AND conversation = :conversation
                        AND direction = 'in' AND key = :key\
                      """)
                  .bind("shop", shop)
                  .bind("conversation", conversation)
                  .bind("key", key)
                  .mapTo(Long.class)
                  .one());
        });
  }

  public void done(long seq) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    "UPDATE messages SET state = 'done' WHERE shop = :shop AND seq = :seq")
                .bind("shop", shop)
                .bind("seq", seq)
                .execute());
  }

  /// Counts one more try; returns how many there were.
  public int tried(long seq) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE messages SET attempts = attempts + 1 WHERE shop = :shop AND seq = :seq")
              .bind("shop", shop)
              .bind("seq", seq)
              .execute();
          return handle
              .createQuery("SELECT attempts FROM messages WHERE shop = :shop AND seq = :seq")
              .bind("shop", shop)
              .bind("seq", seq)
              .mapTo(Integer.class)
              .one();
        });
  }

  public Optional<Arrived> find(long seq) {
    return select("AND seq = :seq", seq).stream().findFirst();
  }

  /// What has no answer yet, oldest first: taken up again after a restart.
  public List<Arrived> unanswered() {
    return select("AND state = 'new' AND seq > :seq ORDER BY seq", 0);
  }

  private List<Arrived> select(String which, long seq) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, conversation, key, kind, text, buttons, sources FROM messages
                    WHERE shop = :shop AND direction = 'in'
                    """
                        + which)
                .bind("shop", shop)
                .bind("seq", seq)
                .map(
                    (row, context) ->
                        new Arrived(
                            row.getLong("seq"),
                            row.getString("conversation"),
                            row.getString("key"),
                            row.getString("kind"),
                            row.getString("text"),
                            row.getString("buttons"),
                            row.getString("sources")))
                .list());
  }
}
