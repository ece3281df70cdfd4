package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import shopcrew.db.Database;

/// What was asked and agreed to before: it decides tiers, and keeps the owner from being flooded.
final class History {
  private static final String AGREED =
      " AND state IN ('ARMED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN', 'ACTIVE', 'SETTLED')";

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
            "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND fingerprint = ?"
                + " AND state = 'REJECTED' AND ended <> 'frozen' AND created_at > ?",
            shop,
            fingerprint,
            dayAgo(now))
        > 0;
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
        "SELECT COUNT(*) FROM spend_intents WHERE shop = ? AND created_day = ?",
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
