package shopcrew.bot.gate;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;
import shopcrew.db.Outbox.Button;

/// What stands behind a button: random bytes without meaning, of which only the hash is kept, good
/// for one person in one conversation, once.
final class Tokens {
  static final String PREFIX = "g1:";

  enum Action {
    LOOK,
    NO,
    CONFIRM,
    UNDO,
    SMALLER,
    STOP,
    RESUME,
    PAID,
    NOT_DONE,
    /// The second PIN of a shop with one owner, after its wait.
    AGAIN,
    /// An owner has looked at the platform.
    WENT_OUT,
    NOT_OUT,
    /// A mandate, a lent vote or an allowance is taken back.
    REVOKE,
    /// A page of the settings; the note says which.
    SETTING
  }

  record Token(
      String hash,
      Action action,
      @Nullable String intent,
      @Nullable String docHash,
      String person,
      String conversation,
      long epoch,
      Instant createdAt,
      Instant expiresAt,
      long message,
      String note,
      boolean used) {

    static Token of(ResultSet row) throws SQLException {
      long message = row.getLong("message");
      row.getLong("used_at");
      boolean used = !row.wasNull();
      return new Token(
          row.getString("hash"),
          Action.valueOf(row.getString("action")),
          row.getString("intent"),
          row.getString("doc_hash"),
          row.getString("person"),
          row.getString("conversation"),
          row.getLong("epoch"),
          Instant.ofEpochMilli(row.getLong("created_at")),
          Instant.ofEpochMilli(row.getLong("expires_at")),
          message,
          row.getString("note"),
          used);
    }
  }

  private final Database db;
  private final String shop;
  private final SecureRandom random = new SecureRandom();

  Tokens(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  /// @param intent what it acts on, or null for a button that needs none
  String issue(
      Action action,
      @Nullable Intent intent,
      String person,
      String conversation,
      long epoch,
      Instant now,
      Instant expiresAt) {
    return issue(action, intent, person, conversation, epoch, now, expiresAt, "");
  }

  /// @param note what the action needs to know
  String issue(
      Action action,
      @Nullable Intent intent,
      String person,
      String conversation,
      long epoch,
      Instant now,
      Instant expiresAt,
      String note) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String raw = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.writing(
        h ->
            h.execute(
                """
                INSERT INTO gate_tokens (shop, hash, action, intent, doc_hash, person, conversation,
                  epoch, created_at, expires_at, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                shop,
                Encoding.sha256(raw),
                action.name(),
                intent == null ? null : intent.id(),
                intent == null ? null : intent.docHash(),
                person,
                conversation,
                epoch,
                now.toEpochMilli(),
                expiresAt.toEpochMilli(),
                note));
    return raw;
  }

  /// The line under which the buttons stand: under another they mean nothing.
  void bind(List<Button> buttons, long message) {
    db.writing(
        h -> {
          for (var button : buttons) {
            h.execute(
                "UPDATE gate_tokens SET message = ? WHERE shop = ? AND hash = ? AND message IS"
                    + " NULL",
                message,
                shop,
                Encoding.sha256(button.token()));
          }
        });
  }

  Optional<Token> find(String raw) {
    return db.read(
        h ->
            h.select(
                    "SELECT * FROM gate_tokens WHERE shop = ? AND hash = ?",
                    shop,
                    Encoding.sha256(raw))
                .map((row, context) -> Token.of(row))
                .findOne());
  }

  /// True for the one who uses it up, in the transaction of its effect.
  boolean consume(Token token, Instant now) {
    return db.write(
        h ->
            h.execute(
                    "UPDATE gate_tokens SET used_at = ? WHERE shop = ? AND hash = ? AND used_at IS"
                        + " NULL",
                    now.toEpochMilli(),
                    shop,
                    token.hash())
                == 1);
  }
}
