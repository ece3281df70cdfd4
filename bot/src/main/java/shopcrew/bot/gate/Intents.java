package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shopcrew.db.Database;

/// All spends of the shop with their documents. Every move is compared first and audited once.
final class Intents {
  private static final String COLUMNS =
      """
      SELECT i.*, d.body FROM spend_intents i
      JOIN spend_docs d ON d.shop = i.shop AND d.intent = i.intent
      WHERE i.shop = :shop\
      """;

  private final Database db;
  private final String shop;
  private final Audit audit;

  Intents(Database db, String shop, Audit audit) {
    this.db = db;
    this.shop = shop;
    this.audit = audit;
  }

  void add(SpendDoc doc, String fingerprint, boolean blocked, LocalDate day, Instant now) {
    db.writing(
        h -> {
          String hash = doc.hash();
          h.execute(
              "INSERT INTO spend_docs (shop, intent, doc_hash, body) VALUES (?, ?, ?, ?)",
              shop,
              doc.intent(),
              hash,
              doc.bytes());
          h.createUpdate(
                  """
                  INSERT INTO spend_intents
                    (shop, intent, doc_hash, kind, category, provider, fingerprint, state, tier,
                     blocked, amount, currency, epoch, asked_by, conversation, proposal_key,
                     created_at, created_day, expires_at, persons, typed, mandate)
                  VALUES (:shop, :intent, :hash, :kind, :category, :provider, :fingerprint,
                     'AWAITING', :tier, :blocked, :amount, :currency, :epoch, :by, :conversation,
                     :key, :now, :day, :expires, :persons, :typed, :mandate)\
                  """)
              .bind("shop", shop)
              .bind("intent", doc.intent())
              .bind("hash", hash)
              .bind("kind", doc.kind())
              .bind("category", doc.category().word())
              .bind("provider", doc.provider().name())
              .bind("fingerprint", fingerprint)
              .bind("tier", doc.tier())
              .bind("blocked", blocked ? 1 : 0)
              .bind("persons", doc.persons())
              .bind("typed", doc.typed() ? 1 : 0)
              .bind("mandate", doc.has("mandate") ? doc.text("mandate") : null)
              .bind("amount", doc.hold().minor())
              .bind("currency", doc.max().currency())
              .bind("epoch", doc.epoch())
              .bind("by", doc.text("by"))
              .bind("conversation", doc.text("conversation"))
              .bind("key", doc.text("proposal_key"))
              .bind("now", now.toEpochMilli())
              .bind("day", day.toString())
              .bind("expires", doc.expiresAt().toEpochMilli())
              .execute();
          audit.add(now, "proposed", doc.intent(), "doc", hash, "by", doc.text("by"));
        });
  }

  Optional<Intent> find(String intent) {
    return db.read(
        h ->
            h.createQuery(COLUMNS + " AND i.intent = :intent")
                .bind("shop", shop)
                .bind("intent", intent)
                .map((row, context) -> Intent.of(row))
                .findOne());
  }

  Optional<Intent> ofKey(String proposalKey) {
    return db.read(
        h ->
            h.createQuery(COLUMNS + " AND i.proposal_key = :key")
                .bind("shop", shop)
                .bind("key", proposalKey)
                .map((row, context) -> Intent.of(row))
                .findOne());
  }

  /// In the order of their making.
  List<Intent> in(State... states) {
    String names =
        Arrays.stream(states).map(s -> "'" + s.name() + "'").collect(Collectors.joining(", "));
    return db.read(
        h ->
            h.createQuery(
                    COLUMNS + " AND i.state IN (" + names + ") ORDER BY i.created_at, i.intent")
                .bind("shop", shop)
                .map((row, context) -> Intent.of(row))
                .list());
  }

  /// Sent since then, and called off or ended; or perhaps sent after the backup that the books came
  /// from.
  List<Intent> sentAndEnded(Instant since) {
    return db.read(
        h ->
            h.createQuery(
                    COLUMNS
                        + " AND i.state IN ('VOIDED', 'SETTLED', 'REJECTED')"
                        + " AND i.created_at > :since AND i.provider IN ('SANDBOX', 'COUPON')"
                        + " AND (i.ended = 'restored' OR EXISTS (SELECT 1 FROM attempts a"
                        + " WHERE a.shop = i.shop AND a.intent = i.intent))")
                .bind("shop", shop)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> Intent.of(row))
                .list());
  }

  /// Moves it if it still stands where it was seen; false: somebody else was first.
  boolean move(String intent, State from, State to, String why, Instant now) {
    if (from == to) return false; // somebody else has done it
    return db.write(
        h -> {
          int moved =
              h.createUpdate(
                      """
                      UPDATE spend_intents SET state = :to, ended = :why,
                        unknown_since = CASE WHEN :to = 'UNKNOWN' THEN :now ELSE unknown_since END
                      WHERE shop = :shop AND intent = :intent AND state = :from\
                      """)
                  .bind("to", to.name())
                  .bind("why", why)
                  .bind("now", now.toEpochMilli())
                  .bind("shop", shop)
                  .bind("intent", intent)
                  .bind("from", from.name())
                  .execute();
          if (moved == 0) return false;
          audit.add(now, "moved", intent, "from", from.name(), "to", to.name(), "why", why);
          return true;
        });
  }

  /// Arms it with its two times, in one row change, so that the schema sees all of it.
  boolean arm(String intent, String person, Instant now, Instant notBefore, Instant useBy) {
    return db.write(
        h -> {
          h.execute(
              """
              UPDATE spend_intents
              SET not_before = ?, use_by = ?, approved_by = ?, approved_at = ?
              WHERE shop = ? AND intent = ? AND state = 'AWAITING'\
              """,
              notBefore.toEpochMilli(),
              useBy.toEpochMilli(),
              person,
              now.toEpochMilli(),
              shop,
              intent);
          return move(intent, State.AWAITING, State.ARMED, "approved by " + person, now);
        });
  }

  void platformId(String intent, String id) {
    set(intent, "platform_id = ?", id);
  }

  void charged(String intent, long minor) {
    set(intent, "charged = ?", minor);
  }

  void reminded(String intent, int times) {
    set(intent, "reminded = ?", times);
  }

  private void set(String intent, String change, Object value) {
    db.writing(
        h ->
            h.execute(
                "UPDATE spend_intents SET " + change + " WHERE shop = ? AND intent = ?",
                value,
                shop,
                intent));
  }
}
