package shopcrew.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How long something holds, by the owners' word: goods that are kept for a customer, and each kind
/// of fact before it is said with its time.
public final class TimeLimits {
  private static final Duration A_DAY = Duration.ofHours(24);

  private final Database database;
  private final String shop;

  TimeLimits(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public enum Kind {
    HOLD,
    STOCK,
    PRICE,
    DELIVERY
  }

  /// How long goods are kept for somebody who asked for them.
  public Duration hold() {
    return of(Kind.HOLD).orElse(A_DAY);
  }

  /// Empty where the owners have said nothing about it.
  public Optional<Duration> of(Kind kind) {
    return database.read(
        h ->
            h.createQuery("SELECT hours FROM time_limits WHERE shop = :shop AND kind = :kind")
                .bind("shop", shop)
                .bind("kind", word(kind))
                .mapTo(Integer.class)
                .findOne()
                .map(Duration::ofHours));
  }

  public void set(Kind kind, int hours, String by, Instant at) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO time_limits (shop, kind, hours, set_by, set_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (shop, kind) DO UPDATE
                SET hours = excluded.hours, set_by = excluded.set_by, set_at = excluded.set_at\
                """,
                shop,
                word(kind),
                hours,
                by,
                at.toEpochMilli()));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
