package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the owners want things to be written, each as they said it.
public final class Tastes {
  /// More than that nobody keeps in mind.
  public static final int MOST = 20;

  private static final int LONGEST = 120;

  private final Database database;
  private final String shop;

  public Tastes(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// All but the last are kept by code, whoever writes.
  public enum Kind {
    NO_EXCLAMATION,
    NO_EMOJI,
    NEVER_WORD,
    POLITE_YOU,
    FREE
  }

  /// @param word the one that is left out, or empty
  /// @param said the owner's own words
  public record Taste(int number, Kind kind, String word, String said) {
    private boolean means(Kind other, String otherWord, String otherSaid) {
      return kind == other
          && word.equalsIgnoreCase(otherWord)
          && (kind != Kind.FREE || said.equalsIgnoreCase(otherSaid));
    }
  }

  /// Those that count, oldest first.
  public List<Taste> kept() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT number, kind, word, said FROM tastes
                    WHERE shop = :shop AND dropped_at IS NULL ORDER BY number LIMIT :most\
                    """)
                .bind("shop", shop)
                .bind("most", MOST)
                .map((row, _) -> taste(row))
                .list());
  }

  /// That one, or the one that means the same already; empty: there are as many as there may be.
  public Optional<Taste> keep(Kind kind, String word, String said, String by, Instant now) {
    String text = said.substring(0, Math.min(LONGEST, said.length()));
    return database.write(
        h -> {
          List<Taste> kept = kept();
          Optional<Taste> same =
              kept.stream().filter(taste -> taste.means(kind, word, text)).findFirst();
          if (same.isPresent() || kept.size() >= MOST) return same;
          int number =
              h.select("SELECT COALESCE(MAX(number), 0) + 1 FROM tastes WHERE shop = ?", shop)
                  .mapTo(Integer.class)
                  .one();
          h.execute(
              """
              INSERT INTO tastes (shop, number, kind, word, said, said_by, said_at)
              VALUES (?, ?, ?, ?, ?, ?, ?)\
              """,
              shop,
              number,
              kind.name(),
              word,
              text,
              by,
              now.toEpochMilli());
          return Optional.of(new Taste(number, kind, word, text));
        });
  }

  /// What no longer counts; empty: it did not count any more.
  public Optional<Taste> drop(int number, String by, Instant now) {
    return database.write(
        h -> {
          Optional<Taste> kept =
              kept().stream().filter(taste -> taste.number() == number).findFirst();
          h.execute(
              """
              UPDATE tastes SET dropped_by = ?, dropped_at = ?
              WHERE shop = ? AND number = ? AND dropped_at IS NULL\
              """,
              by,
              now.toEpochMilli(),
              shop,
              number);
          return kept;
        });
  }

  private static Taste taste(ResultSet row) throws SQLException {
    return new Taste(
        row.getInt("number"),
        Kind.valueOf(row.getString("kind")),
        row.getString("word"),
        row.getString("said"));
  }
}
