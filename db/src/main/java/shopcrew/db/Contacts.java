package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the one at the other end of a conversation is reached, and who of us answers there.
public final class Contacts {
  /// In [Holding], for a person of the shop who answers in the platform's own app.
  public static final String APP = "app";

  private final Database database;
  private final String shop;

  public Contacts(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// A person of the shop has taken over: the team is silent there.
  ///
  /// @param by who, or [#APP]
  public record Holding(String conversation, String by, Instant until) {}

  /// From now on this is that person's conversation.
  ///
  /// @param shared whether others read it too
  public void belongs(String id, String person, boolean shared) {
    set(id, "person = ?, customer = NULL, shared = ?", person, shared ? 1 : 0);
  }

  /// From now on whoever writes there is a customer.
  public void belongsToNobody(String id) {
    set(id, "person = ?", (Object) null);
  }

  /// How a customer calls himself, and the number that the platform vouches for.
  public void known(String id, String name, @Nullable String phone) {
    set(id, "name = ?, phone = COALESCE(?, phone)", name, phone);
  }

  /// The same one is now reached under another address; false: there is a conversation already.
  public boolean moved(String id, String address) {
    return database.write(
        h -> {
          int taken =
              h.select(
                      """
                      SELECT COUNT(*) FROM conversations c JOIN conversations me
                        ON me.shop = c.shop AND me.channel = c.channel
                      WHERE me.shop = ? AND me.id = ? AND c.address = ?\
                      """,
                      shop,
                      id,
                      address)
                  .mapTo(Integer.class)
                  .one();
          if (taken == 0) set(id, "address = ?, reachable = ?", address, 1);
          return taken == 0;
        });
  }

  public void reachable(String id, boolean is) {
    set(id, "reachable = ?", is ? 1 : 0);
  }

  /// Only the customer says so.
  public void marketing(String id, boolean wanted) {
    set(id, "marketing = ?", wanted ? 1 : 0);
  }

  /// An ad brought the customer: until then it costs nothing to answer.
  public void freeUntil(String id, Instant until) {
    set(id, "free_until = ?", until.toEpochMilli());
  }

  public Instant freeUntil(String id) {
    return database.read(
        h ->
            h.select("SELECT free_until FROM conversations WHERE shop = ? AND id = ?", shop, id)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH));
  }

  /// When the one at the other end last said something, or long ago.
  public Instant heard(String id) {
    return database.read(
        h ->
            h.select(
                    """
                    SELECT at FROM messages
                    WHERE shop = ? AND conversation = ? AND direction = 'in'
                    ORDER BY seq DESC LIMIT 1\
                    """,
                    shop,
                    id)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH));
  }

  public void take(String id, String by, Instant until) {
    set(id, "held_by = ?, held_until = ?", by, until.toEpochMilli());
  }

  /// The team answers again; false: it did already.
  public boolean handBack(String id) {
    return database.write(
        h ->
            h.execute(
                    """
                    UPDATE conversations SET held_by = NULL, held_until = 0
                    WHERE shop = ? AND id = ? AND held_by IS NOT NULL\
                    """,
                    shop,
                    id)
                > 0);
  }

  public Optional<Holding> holding(String id) {
    return holdings("AND id = ?", id).stream().findFirst();
  }

  /// Those whose time is over.
  public List<Holding> over(Instant now) {
    return holdings("AND held_until <= ?", now.toEpochMilli());
  }

  private List<Holding> holdings(String which, Object value) {
    return database.read(
        h ->
            h.select(
                    """
                    SELECT id, held_by, held_until FROM conversations
                    WHERE shop = ? AND held_by IS NOT NULL
                    """
                        + which,
                    shop,
                    value)
                .map(
                    (row, context) ->
                        new Holding(
                            row.getString("id"),
                            row.getString("held_by"),
                            Instant.ofEpochMilli(row.getLong("held_until"))))
                .list());
  }

  private void set(String id, String what, @Nullable Object... values) {
    database.writing(
        h -> {
          var update =
              h.createUpdate("UPDATE conversations SET " + what + " WHERE shop = ? AND id = ?");
          int at = 0;
          for (Object value : values) update.bind(at++, value);
          update.bind(at++, shop).bind(at, id).execute();
        });
  }
}
