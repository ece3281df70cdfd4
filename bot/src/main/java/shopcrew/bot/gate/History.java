package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import shopcrew.db.Database;

/// What was asked and agreed to before: it decides tiers, and keeps the owner from being flooded.
final class History {
  private static final String AGREED =
      " AND state IN ('ARMED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN', 'ACTIVE', 'SETTLED')";

  private static final int ENOUGH = 5;
  private static final int MUCH_MORE = 3;

  private final Database db;
  private final String shop;

  History(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  /// What was agreed to in this category within that time before now.
  long agreed(Category category, Duration within, Instant now) {
    return number(
        "SELECT COALESCE(SUM(amount), 0) FROM spend_intents WHERE shop = ? AND category = ?"
            + " AND approved_at > ?"
            + AGREED,
        shop,
        category.word(),
        now.minus(within).toEpochMilli());
  }

  /// The same thing was agreed to within the last day.
  boolean agreedToday(String fingerprint, Instant now) {
    return number(
            "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND fingerprint = ?"
                + " AND approved_at > ?"
                + AGREED,
            shop,
            fingerprint,
            dayAgo(now))
        > 0;
  }

  /// The same thing was refused by a person within the last day.
  boolean refusedToday(String fingerprint, Instant now) {
    return number(
            "SELECT COUNT(*) FROM spend_intents i WHERE shop = ? AND fingerprint = ?"
                + " AND state = 'REJECTED' AND ended <> 'frozen'"
                + " AND EXISTS (SELECT 1 FROM gate_audit a WHERE a.shop = i.shop"
                + " AND a.intent = i.intent AND a.event = 'moved' AND a.at > ?)",
            shop,
            fingerprint,
            dayAgo(now))
        > 0;
  }

  /// Money has really gone there before.
  boolean paid(String payee) {
    return number("SELECT COUNT(*) FROM gate_payees WHERE shop = ? AND payee = ?", shop, payee) > 0;
  }

  void paid(String payee, Instant now) {
    db.writing(
        h ->
            h.execute(
                "INSERT INTO gate_payees (shop, payee, since) VALUES (?, ?, ?)"
                    + " ON CONFLICT (shop, payee) DO NOTHING",
                shop,
                payee,
                now.toEpochMilli()));
  }

  /// Far above everything in 90 days, once there is enough to compare with.
  boolean unusual(long amount, Instant now) {
    long since = now.minus(Duration.ofDays(90)).toEpochMilli();
    String rows =
        " FROM spend_intents WHERE shop = ? AND category <> 'house' AND approved_at > ?" + AGREED;
    return number("SELECT COUNT(*)" + rows, shop, since) >= ENOUGH
        && amount / MUCH_MORE > number("SELECT MAX(amount)" + rows, shop, since);
  }

  String fingerprint(String intent) {
    return db.read(
        h ->
            h.select(
                    "SELECT fingerprint FROM spend_intents WHERE shop = ? AND intent = ?",
                    shop,
                    intent)
                .mapTo(String.class)
                .one());
  }

  boolean waiting(String fingerprint) {
    return number(
            "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND fingerprint = ?"
                + " AND state = 'AWAITING' AND blocked = 0",
            shop,
            fingerprint)
        > 0;
  }

  long waiting() {
    return number("SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND state = 'AWAITING'", shop);
  }

  long askedOn(LocalDate day) {
    return number(
        "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND mandate IS NULL AND created_day = ?"
            + " AND (category <> 'house' OR kind = 'mandate')",
        shop,
        day.toString());
  }

  /// Drawn on mandates without a card.
  long drawnOn(LocalDate day) {
    return number(
        "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND mandate IS NOT NULL AND created_day"
            + " = ?",
        shop,
        day.toString());
  }

  private static long dayAgo(Instant now) {
    return now.minus(Duration.ofDays(1)).toEpochMilli();
  }

  private long number(String sql, Object... values) {
    return db.read(h -> h.select(sql, values).mapTo(Long.class).one());
  }
}
