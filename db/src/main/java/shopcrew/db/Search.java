package shopcrew.db;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Full-text search in Chinese and English over knowledge, listings and reviews. Every Han
/// character is indexed
/// alone, so a phrase of any length is found exactly; a question is matched by its pairs of
/// characters and its words.
public final class Search {

  public enum Kind {
    KNOWLEDGE,
    LISTING,
    REVIEW
  }

  /// `ref` is the section and line ("3.2"), the sku, or the review's id. A better hit has a higher
  /// rank.
  public record Hit(Kind kind, String ref, String text, int rank) {}

  private static final int LONGEST_QUERY = 400;
  private static final Pattern HAN = Pattern.compile("(\\p{IsHan})");
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{Nd}&&[^\\p{IsHan}]]+");

  private final Database database;
  private final String shop;

  Search(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// Knowledge lines that fit a question, best first.
  public List<Hit> lines(String question, int limit) {
    return find(Kind.KNOWLEDGE, ranked(question), limit);
  }

  public List<Hit> listings(String question, int limit) {
    return find(Kind.LISTING, ranked(question), limit);
  }

  public List<Hit> reviews(String question, int limit) {
    return find(Kind.REVIEW, ranked(question), limit);
  }

  /// Texts of `kind` that hold exactly these words in this order.
  public List<Hit> exact(Kind kind, String phrase, int limit) {
    return find(kind, phrase(cut(phrase)), limit);
  }

  private List<Hit> find(Kind kind, String match, int limit) {
    if (match.isEmpty()) {
      return List.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    """
                    SELECT kind, ref, text, CAST(-1000 * bm25(search_index) AS INTEGER) AS score
                    FROM search_index
                    WHERE search_index MATCH :match AND shop = :shop AND kind = :kind
                    ORDER BY bm25(search_index), ref LIMIT :limit
                    """)
                .bind("match", match)
                .bind("shop", shop)
                .bind("kind", kind.name())
                .bind("limit", limit)
                .map(
                    Row.to(
                        row ->
                            new Hit(kind, row.text("ref"), row.text("text"), row.count("score"))))
                .list());
  }

  /// Makes the index again from what the tables hold now.
  public void rebuild() {
    database.writing(
        h -> {
          h.execute("DELETE FROM search_index WHERE shop = ?", shop);
          learn(h);
          for (var listing : new Catalogue(database, shop).all()) {
            insert(h, Kind.LISTING, listing.sku(), words(listing));
          }
          for (var review : new Reviews(database, shop).in(Days.always())) {
            insert(h, Kind.REVIEW, review.id(), review.content());
          }
        });
  }

  /// Follows a change of what the shop knows.
  void relearn(Handle h) {
    h.createUpdate("DELETE FROM search_index WHERE shop = :shop AND kind = :kind")
        .bind("shop", shop)
        .bind("kind", Kind.KNOWLEDGE.name())
        .execute();
    learn(h);
  }

  private void learn(Handle h) {
    for (var line : new Knowledge(database, shop).lines()) {
      if (line.section() > 0) {
        insert(h, Kind.KNOWLEDGE, line.ref(), (line.text() + "\n" + line.other()).strip());
      }
    }
  }

  /// Follows a change of one article: its new words, or none when it is off sale.
  void refresh(Handle h, String sku) {
    h.createUpdate("DELETE FROM search_index WHERE shop = :shop AND kind = :kind AND ref = :ref")
        .bind("shop", shop)
        .bind("kind", Kind.LISTING.name())
        .bind("ref", sku)
        .execute();
    new Catalogue(database, shop)
        .bySku(sku)
        .ifPresent(listing -> insert(h, Kind.LISTING, listing.sku(), words(listing)));
  }

  private static String words(Listing listing) {
    return String.join(
        "\n",
        listing.sku(),
        listing.category(),
        listing.titleZh(),
        listing.titleEn(),
        listing.descZh(),
        listing.descEn(),
        String.join(" ", listing.attributes().values()));
  }

  private static String cut(String query) {
    return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
  }

  /// Pairs of neighbouring Han characters, and whole words of other scripts, any of which may fit.
  private static String ranked(String question) {
    return WORD.matcher(cut(question).toLowerCase(Locale.ROOT))
        .results()
        .map(match -> match.group())
        .flatMap(word -> HAN.matcher(word).find() ? pairs(word) : java.util.stream.Stream.of(word))
        .distinct()
        .map(Search::phrase)
        .filter(phrase -> !phrase.isEmpty())
        .collect(Collectors.joining(" OR "));
  }

  private static java.util.stream.Stream<String> pairs(String han) {
    var points = han.codePoints().toArray();
    return points.length == 1
        ? java.util.stream.Stream.of(han)
        : java.util.stream.IntStream.range(0, points.length - 1)
            .mapToObj(i -> new String(points, i, 2));
  }

  private static String phrase(String text) {
    var spaced = spaced(text).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
    return spaced.isEmpty() ? "" : "\"" + spaced + "\"";
  }

  static String spaced(String text) {
    return HAN.matcher(text).replaceAll(" $1 ");
  }

  /// Adds one new text, in the caller's transaction.
  void insert(Handle h, Kind kind, String ref, String text) {
    h.createUpdate(
            """
            INSERT INTO search_index (shop, kind, ref, text, body)
            VALUES (:shop, :kind, :ref, :text, :body)
            """)
        .bind("shop", shop)
        .bind("kind", kind.name())
        .bind("ref", ref)
        .bind("text", text)
        .bind("body", spaced(text))
        .execute();
  }
}
