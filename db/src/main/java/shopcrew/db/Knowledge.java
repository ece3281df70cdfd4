package shopcrew.db;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the shop tells its customers: the sections of its files, and lines the owners added later.
/// What waits for an owner's tap, was put away or taken back is not among it.
public final class Knowledge {

  /// The section that holds what the owners added by word.
  public static final int OWNERS_SECTION = 1000;

  /// The first section of files beside the shop's own page.
  public static final int FILES_SECTION = 2000;

  /// So many numbers each of those files has for its sections.
  public static final int ROOM = 100;

  static final String COUNTING =
      """
      SELECT l.* FROM knowledge_lines l
      LEFT JOIN knowledge_edits t ON t.shop = l.shop AND t.number = l.edit
      WHERE l.shop = :shop AND (l.edit IS NULL OR t.state = 'counts') AND NOT EXISTS (
        SELECT 1 FROM knowledge_drops d JOIN knowledge_edits x ON x.shop = d.shop AND x.number = d.edit
        WHERE d.shop = l.shop AND d.section = l.section AND d.position = l.position
          AND x.state = 'counts')
      ORDER BY l.section, l.position
      """;

  /// One statement.
  ///
  /// @param other the same in the shop's other language, or empty
  /// @param source "file" or "owner"
  /// @param origin the name of that file or owner; empty where an old store does not know it
  /// @param addedOn the day it came in, where it is known
  /// @param from the first day on which it may be said, `until` the last; null: always
  public record Line(
      int section,
      int position,
      String text,
      String other,
      String source,
      String origin,
      @Nullable LocalDate addedOn,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    public boolean validOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && !expiredOn(day);
    }

    public boolean expiredOn(LocalDate day) {
      return until != null && day.isAfter(until);
    }

    /// Where it stands: "3.2".
    public String ref() {
      return section + "." + position;
    }
  }

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
          Map<Integer, List<Line>> lines =
              lines().stream().collect(Collectors.groupingBy(Line::section));
          return h.createQuery(
                  "SELECT * FROM knowledge_sections WHERE shop = :shop ORDER BY number")
              .bind("shop", shop)
              .map(
                  Row.to(
                      row -> {
                        int number = row.count("number");
                        return new Section(
                            number, row.text("title"), lines.getOrDefault(number, List.of()));
                      }))
              .list();
        });
  }

  public Optional<Section> section(int number) {
    return sections().stream().filter(section -> section.number() == number).findFirst();
  }

  /// All that counts, also what is not said yet or no more on some day.
  public List<Line> lines() {
    return database.read(
        h -> h.createQuery(COUNTING).bind("shop", shop).map(Row.to(Knowledge::line)).list());
  }

  static Line line(Row row) throws SQLException {
    return new Line(
        row.count("section"),
        row.count("position"),
        row.text("text"),
        row.text("other"),
        row.text("source"),
        row.text("origin"),
        row.dayOrNull("added_on"),
        row.dayOrNull("valid_from"),
        row.dayOrNull("valid_until"));
  }
}
