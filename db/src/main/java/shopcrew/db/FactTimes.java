package shopcrew.db;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// When a kind of fact was last learnt: by an import for the whole shop, by a count for one
/// article.
public final class FactTimes {
  private final Database database;
  private final String shop;

  FactTimes(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// The newer of the article's own and the whole shop's; empty where neither is known.
  ///
  /// @param sku empty: of the shop as a whole
  public Optional<Instant> of(TimeLimits.Kind kind, String sku) {
    return database
        .read(
            h ->
                h.createQuery(
                        """
                        SELECT MAX(at) FROM fact_times
                        WHERE shop = :shop AND kind = :kind AND sku IN ('', :sku)\
                        """)
                    .bind("shop", shop)
                    .bind("kind", word(kind))
                    .bind("sku", sku)
                    .mapTo(Long.class)
                    .findOne())
        .map(Instant::ofEpochMilli);
  }

  public void learnt(TimeLimits.Kind kind, String sku, Instant at) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO fact_times (shop, kind, sku, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (shop, kind, sku) DO UPDATE SET at = excluded.at\
                """,
                shop,
                word(kind),
                sku,
                at.toEpochMilli()));
  }

  private static String word(TimeLimits.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
