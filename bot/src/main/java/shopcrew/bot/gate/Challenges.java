package shopcrew.bot.gate;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;

/// Questions that only typing answers: an amount, what was paid, the word to resume. One open for
/// each person.
final class Challenges {
  enum Purpose {
    AMOUNT,
    PAID,
    RESUME,
    /// A new limit, a name, an hour: the note says of what.
    SETTING
  }

  record Challenge(
      String id,
      Purpose purpose,
      String person,
      String conversation,
      @Nullable String intent,
      @Nullable String docHash,
      long epoch,
      String note,
      int wrong,
      Instant expiresAt) {}

  private final Database db;
  private final String shop;

  Challenges(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  /// Opens one; an older one of the same person is closed. The same one again, while the clock
  /// stands, is opened anew with its tries.
  void open(
      String id,
      Purpose purpose,
      @Nullable Intent intent,
      String person,
      String conversation,
      long epoch,
      Instant expiresAt) {
    open(id, purpose, intent, person, conversation, epoch, expiresAt, "");
  }

  void open(
      String id,
      Purpose purpose,
      @Nullable Intent intent,
      String person,
      String conversation,
      long epoch,
      Instant expiresAt,
      String note) {
    db.writing(
        h -> {
          h.execute("UPDATE challenges SET open = 0 WHERE shop = ? AND person = ?", shop, person);
          h.execute(
              """
              INSERT INTO challenges (shop, challenge, purpose, person, conversation, intent,
                doc_hash, expected, epoch, expires_at, note)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (shop, challenge) DO UPDATE SET open = 1\
              """,
              shop,
              id,
              purpose.name(),
              person,
              conversation,
              intent == null ? null : intent.id(),
              intent == null ? null : intent.docHash(),
              intent == null ? null : intent.doc().max().minor(),
              epoch,
              expiresAt.toEpochMilli(),
              note);
        });
  }

  /// The one that this person can answer in this conversation now.
  Optional<Challenge> active(String person, String conversation, long epoch, Instant now) {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT * FROM challenges WHERE shop = ? AND person = ? AND conversation = ?
                      AND open = 1 AND (epoch = ? OR purpose = 'PAID') AND expires_at > ?\
                    """,
                    shop,
                    person,
                    conversation,
                    epoch,
                    now.toEpochMilli())
                .map(
                    (row, context) ->
                        new Challenge(
                            row.getString("challenge"),
                            Purpose.valueOf(row.getString("purpose")),
                            row.getString("person"),
                            row.getString("conversation"),
                            row.getString("intent"),
                            row.getString("doc_hash"),
                            row.getLong("epoch"),
                            row.getString("note"),
                            row.getInt("wrong"),
                            Instant.ofEpochMilli(row.getLong("expires_at"))))
                .findOne());
  }

  void wrong(Challenge challenge) {
    db.writing(
        h ->
            h.execute(
                "UPDATE challenges SET wrong = wrong + 1 WHERE shop = ? AND challenge = ?",
                shop,
                challenge.id()));
  }

  void close(Challenge challenge) {
    db.writing(
        h ->
            h.execute(
                "UPDATE challenges SET open = 0 WHERE shop = ? AND challenge = ?",
                shop,
                challenge.id()));
  }

  void closeAll(String intent) {
    db.writing(
        h ->
            h.execute(
                "UPDATE challenges SET open = 0 WHERE shop = ? AND intent = ?", shop, intent));
  }

  /// The authority has changed. What was paid is a fact, and can still be typed.
  void lapse() {
    db.writing(
        h ->
            h.execute("UPDATE challenges SET open = 0 WHERE shop = ? AND purpose <> 'PAID'", shop));
  }
}
