package shopcrew.bot.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import shopcrew.db.Database;

/// Time that never goes back: the wall's, or the latest the gate has seen, whichever is later. When
/// the wall clock was set by more than some minutes, nothing is sent until it has gone steadily
/// for a while.
final class GateClock {
  static final Duration JUMP = Duration.ofMinutes(5);
  static final Duration STEADY = Duration.ofMinutes(10);

  private final Database db;
  private final String shop;
  private final InstantSource wall;
  private final LongSupplier ticks;
  private final ZoneId zone;
  private long apart;
  private long jumpedAt;
  private boolean jumped;

  GateClock(Database db, String shop, InstantSource wall, LongSupplier ticks, ZoneId zone) {
    this.db = db;
    this.shop = shop;
    this.wall = wall;
    this.ticks = ticks;
    this.zone = zone;
    this.apart = wall.millis() - ticks.getAsLong();
  }

  /// Whether the wall clock has gone on with the time for long enough to send by it.
  synchronized boolean steady() {
    long tick = ticks.getAsLong();
    long now = wall.millis() - tick;
    if (Math.abs(now - apart) > JUMP.toMillis()) {
      apart = now;
      jumpedAt = tick;
      jumped = true;
    }
    if (jumped && tick - jumpedAt >= STEADY.toMillis()) jumped = false;
    return !jumped;
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
