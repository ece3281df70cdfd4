package shopcrew.db;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Edits.Statement;

/// Writes new lines of the knowledge, each to the end of its section. Files have their sections in
/// numbers of their own.
record KnowledgeRows(Handle h, String shop) {
  /// @param edit the change it comes with
  void insert(int edit, int section, Statement add, String source, String origin, LocalDate day) {
    int position =
        1
            + most(
                "SELECT COALESCE(MAX(position), 0) FROM knowledge_lines WHERE shop = ? AND section"
                    + " = ?",
                shop,
                section);
    h.createUpdate(
            """
            INSERT INTO knowledge_lines (shop, section, position, text, other, source, origin,
              added_on, valid_from, valid_until, edit)
            VALUES (:shop, :section, :position, :text, :other, :source, :origin,
              :day, :from, :until, :edit)
            """)
        .bind("shop", shop)
        .bind("section", section)
        .bind("position", position)
        .bind("text", add.text())
        .bind("other", add.other())
        .bind("source", source)
        .bind("origin", origin)
        .bind("day", day.toString())
        .bind("from", text(add.from()))
        .bind("until", text(add.until()))
        .bind("edit", edit)
        .execute();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  int owners() {
    section(Knowledge.OWNERS_SECTION, "", "");
    return Knowledge.OWNERS_SECTION;
  }

  /// The section of that file with that title, made where it is new.
  int ofFile(String file, String title) {
    return h.createQuery(
            "SELECT number FROM knowledge_sections WHERE shop = :shop AND file = :file AND title ="
                + " :title")
        .bind("shop", shop)
        .bind("file", file)
        .bind("title", title)
        .mapTo(Integer.class)
        .findFirst()
        .orElseGet(
            () -> {
              int number = next(file);
              section(number, title, file);
              return number;
            });
  }

  /// The next number of that file; the last one takes in all that has no room.
  private int next(String file) {
    int own =
        most(
            "SELECT COALESCE(MAX(number), 0) FROM knowledge_sections WHERE shop = ? AND file = ?",
            shop,
            file);
    if (own > 0) return (own + 1) % Knowledge.ROOM == 0 ? own : own + 1;
    int last = most("SELECT COALESCE(MAX(number), 0) FROM knowledge_sections WHERE shop = ?", shop);
    int from = Math.max(Knowledge.FILES_SECTION, last + Knowledge.ROOM);
    return from / Knowledge.ROOM * Knowledge.ROOM + 1;
  }

  private void section(int number, String title, String file) {
    h.execute(
        "INSERT INTO knowledge_sections (shop, number, title, file) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (shop, number) DO NOTHING",
        shop,
        number,
        title,
        file);
  }

  int most(String query, Object... of) {
    return h.select(query, of).mapTo(Integer.class).one();
  }
}
