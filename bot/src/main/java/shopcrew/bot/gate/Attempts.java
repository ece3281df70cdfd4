package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;

/// The one sending of each spend.
final class Attempts {
  record Attempt(
      String intent,
      String key,
      String tag,
      String requestHash,
      Instant sendBy,
      @Nullable Instant absentAt) {}

  private final Database db;
  private final String shop;

  Attempts(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  void add(Intent intent, Request request, Instant now, Instant sendBy) {
    db.writing(
        h ->
            h.execute(
                """
                INSERT INTO attempts
                  (shop, intent, idem_key, tag, request_hash, started_at, send_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)\
                """,
                shop,
                intent.id(),
                Encoding.sha256(shop + " " + intent.id()),
                request.tag(),
                request.hash(),
                now.toEpochMilli(),
                sendBy.toEpochMilli()));
  }

  Optional<Attempt> of(String intent) {
    return db.read(
        h ->
            h.select("SELECT * FROM attempts WHERE shop = ? AND intent = ?", shop, intent)
                .map(
                    (row, context) -> {
                      long absent = row.getLong("absent_at");
                      Instant absentAt = row.wasNull() ? null : Instant.ofEpochMilli(absent);
                      return new Attempt(
                          row.getString("intent"),
                          row.getString("idem_key"),
                          row.getString("tag"),
                          row.getString("request_hash"),
                          Instant.ofEpochMilli(row.getLong("send_by")),
                          absentAt);
                    })
                .findOne());
  }

  /// Not found on the platform at that moment; only the first one is kept.
  void absent(String intent, Instant now) {
    db.writing(
        h ->
            h.execute(
                """
                UPDATE attempts SET absent_at = ?
                WHERE shop = ? AND intent = ? AND absent_at IS NULL\
                """,
                now.toEpochMilli(),
                shop,
                intent));
  }
}
