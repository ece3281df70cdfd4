package shopcrew.db;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the shop tells its customers: the sections of its own file, and lines the owner added
// later.
public final class Knowledge {

  /// The section that holds what the owners added by word.
  public static final int OWNERS_SECTION = 1000;

  /// One statement. `source` is "file" or "owner"; an owner's line carries its day.
  public record Line(
      int section, int position, String text, String source, @Nullable LocalDate addedOn) {}

  public record Section(int number, String title, List<Line> lines) {

    public String body() {
      return String.join("\n", lines.stream().map(Line::text).toList());
    }
  }

  private final Database database;
  private final String shop;

  Knowledge(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Section> sections() {
    return database.read(
        h -> {
          var lines = lines();
          return h.createQuery(
                  "SELECT * FROM knowledge_sections WHERE shop = :shop ORDER BY number")
              .bind("shop", shop)
              .map(Row.to(row -> section(row, lines)))
              .list();
        });
  }

  public Optional<Section> section(int number) {
    return sections().stream().filter(section -> section.number() == number).findFirst();
  }

  public List<Line> lines() {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM knowledge_lines WHERE shop = :shop ORDER BY section, position")
                .bind("shop", shop)
                .map(Row.to(Knowledge::line))
                .list());
  }

  /// Keeps an owner's new line; the same words twice are kept once.
  public Line remember(String text, LocalDate day) {
    return database.write(
        h -> {
          var known =
              lines().stream()
                  .filter(line -> line.source().equals("owner") && line.text().equals(text))
                  .findFirst();
          if (known.isPresent()) {
            return known.get();
          }
          h.createUpdate(
                  """
                  INSERT INTO knowledge_sections (shop, number, title) VALUES (:shop, :number, '')
                  ON CONFLICT (shop, number) DO NOTHING
                  """)
              .bind("shop", shop)
              .bind("number", OWNERS_SECTION)
              .execute();
          int position =
              (int) lines().stream().filter(line -> line.section() == OWNERS_SECTION).count() + 1;
          h.createUpdate(
                  """
                  INSERT INTO knowledge_lines (shop, section, position, text, source, added_on)
                  VALUES (:shop, :section, :position, :text, 'owner', :day)
                  """)
              .bind("shop", shop)
              .bind("section", OWNERS_SECTION)
              .bind("position", position)
              .bind("text", text)
              .bind("day", day.toString())
              .execute();
          new Search(database, shop)
              .insert(h, Search.Kind.KNOWLEDGE, OWNERS_SECTION + "." + position, text);
          return new Line(OWNERS_SECTION, position, text, "owner", day);
        });
  }

  private static Section section(Row row, List<Line> lines) throws SQLException {
    int number = row.count("number");
    return new Section(
        number,
        row.text("title"),
        lines.stream().filter(line -> line.section() == number).toList());
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.count("section"),
        row.count("position"),
        row.text("text"),
        row.text("source"),
        row.dayOrNull("added_on"));
  }
}
