package shopcrew.bot.gate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import shopcrew.db.Database;

/// Time that never goes back: the wall's, or the latest the gate has seen, whichever is later.
final class GateClock {
  private final Database db;
  private final String shop;
  private final InstantSource wall;
  private final ZoneId zone;

  GateClock(Database db, String shop, InstantSource wall, ZoneId zone) {
    this.db = db;
    this.shop = shop;
    this.wall = wall;
    this.zone = zone;
  }

  /// Now, kept for good with the transaction that decides by it.
  Instant now() {
    return db.write(
        h -> {
          h.execute(
              """
              INSERT INTO gate_shops (shop, clock) VALUES (?, ?)
              ON CONFLICT (shop) DO UPDATE SET clock = excluded.clock
              WHERE excluded.clock > gate_shops.clock\
              """,
              shop,
              wall.millis());
          return Instant.ofEpochMilli(
              h.select("SELECT clock FROM gate_shops WHERE shop = ?", shop)
                  .mapTo(Long.class)
                  .one());
        });
  }

  /// Now, for a look.
  Instant look() {
    long seen =
        db.read(
            h ->
                h.select("SELECT clock FROM gate_shops WHERE shop = ?", shop)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L));
    return Instant.ofEpochMilli(Math.max(seen, wall.millis()));
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  int hour(Instant at) {
    return at.atZone(zone).getHour();
  }

  ZoneId zone() {
    return zone;
  }
}
