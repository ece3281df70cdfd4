package shopcrew.bot.gate;

import java.time.Instant;
import shopcrew.db.Database;

/// Whether the shop's money is frozen, and which authority counts.
final class Shop {
  private final Database db;
  private final String shop;

  Shop(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  boolean frozen() {
    return number("frozen", 0) == 1;
  }

  long epoch() {
    return number("epoch", 1);
  }

  /// Ends all authority given so far, in the transaction of its cause.
  void freeze() {
    db.writing(
        h -> h.execute("UPDATE gate_shops SET frozen = 1, epoch = epoch + 1 WHERE shop = ?", shop));
  }

  /// Somebody else may agree now, or by other rules: what was agreed before counts no more.
  void changed(Instant now) {
    db.writing(
        h ->
            h.execute(
                "UPDATE gate_shops SET epoch = epoch + 1, changed_at = ? WHERE shop = ?",
                now.toEpochMilli(),
                shop));
  }

  boolean changedSince(Instant then) {
    return number("COALESCE(changed_at, 0)", 0) > then.toEpochMilli();
  }

  void unfreeze() {
    db.writing(h -> h.execute("UPDATE gate_shops SET frozen = 0 WHERE shop = ?", shop));
  }

  private long number(String column, long otherwise) {
    return db.read(
        h ->
            h.select("SELECT " + column + " FROM gate_shops WHERE shop = ?", shop)
                .mapTo(Long.class)
                .findOne()
                .orElse(otherwise));
  }
}
