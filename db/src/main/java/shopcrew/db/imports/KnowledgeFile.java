package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge;

/// The shop's own page for its customers: `## 3. Title` sections of one statement a line.
final class KnowledgeFile {

  /// So many numbers each file has for its sections.
  static final int ROOM = Knowledge.ROOM;

  record Section(int number, String title, List<String> lines) {}

  private static final Pattern HEADING = Pattern.compile("(#+)\\s*(.*)");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\s*[.、)）:：]?\\s*(.*)");
  private static final Pattern BULLET = Pattern.compile("(?:[-*+•·]|\\d{1,3}[.)、])\\s+(.*)");

  private KnowledgeFile() {}

  /// The name in the page's first heading, before a stroke or a dash; empty when it has none.
  static String shopName(String text) {
    return text.lines()
        .filter(line -> line.startsWith("# "))
        .findFirst()
        .map(line -> line.substring(2).split("[/—|·-]")[0].replaceAll("(店铺|客服)?知识库", "").strip())
        .orElse("");
  }

  static List<Section> parse(String text) {
    var sections = new ArrayList<Section>();
    var lines = new ArrayList<String>();
    sections.add(new Section(0, "", lines));
    for (var raw : text.lines().toList()) {
      var line = raw.strip();
      var heading = HEADING.matcher(line);
      if (heading.matches()) {
        if (heading.group(1).length() > 1) {
          lines = new ArrayList<>();
          sections.add(section(heading.group(2), sections, lines));
        }
      } else if (!line.isEmpty() && !line.startsWith(">") && !line.matches("[-=*_|: ]+")) {
        var bullet = BULLET.matcher(line);
        lines.add(bullet.matches() ? bullet.group(1) : line);
      }
    }
    return sections.stream().filter(section -> !section.lines().isEmpty()).toList();
  }

  private static Section section(String heading, List<Section> before, List<String> lines) {
    var numbered = NUMBERED.matcher(heading);
    int next = before.getLast().number() + 1;
    if (numbered.matches() && Integer.parseInt(numbered.group(1)) >= next) {
      return new Section(Integer.parseInt(numbered.group(1)), numbered.group(2).strip(), lines);
    }
    return new Section(next, heading.strip(), lines);
  }

  static void take(Run run, String file, String text) {
    take(run, file, parse(text), 0);
  }

  /// A file beside the shop's own page; its sections keep their numbers when it is loaded again.
  static void beside(Run run, String file, List<Section> sections) {
    int base =
        run.handle()
            .createQuery(
                """
                SELECT COALESCE(
                  (SELECT MIN(number) FROM knowledge_sections WHERE shop = :shop AND file = :file),
                  (SELECT MAX(number) + :room FROM knowledge_sections
                   WHERE shop = :shop AND number > :files),
                  :files)
                """)
            .bind("shop", run.shop())
            .bind("file", file)
            .bind("room", ROOM)
            .bind("files", Knowledge.FILES_SECTION)
            .mapTo(Integer.class)
            .one();
    take(run, file, sections, base / ROOM * ROOM);
  }

  /// @param base what is added to the sections' numbers: files beside the shop's own page have
  ///     theirs above it
  static void take(Run run, String file, List<Section> sections, int base) {
    var tally = new Tally();
    var titles = new Upsert(run, "knowledge_sections", "number");
    var table = new Upsert(run, "knowledge_lines", "section", "position");
    var kept = new HashSet<String>();
    for (var section : sections) {
      if (base == 0 && section.number() >= Knowledge.OWNERS_SECTION) {
        continue;
      }
      if (Meanings.is("internal", "section", section.title())) {
        run.faults()
            .add(new ImportFault(file, 0, "", "section.internal", List.of(section.title()), true));
        continue;
      }
      long number = base + section.number();
      var head = new LinkedHashMap<String, @Nullable Object>();
      head.put("number", number);
      head.put("title", section.title());
      head.put("file", base == 0 ? "" : file);
      titles.put(head, Map.of());
      titles.flush();
      for (int i = 0; i < section.lines().size(); i++) {
        kept.add(number + "." + (i + 1));
        var change = table.put(line(file, number, i, section.lines().get(i)), Map.of());
        tally.add(change);
        if (change != Upsert.Change.UNCHANGED) {
          stamp(run, number, i + 1L);
        }
      }
      table.flush();
    }
    forget(run, base == 0 ? "" : file, kept);
    run.results().add(tally.of(file));
  }

  private static Map<String, @Nullable Object> line(String file, long section, int i, String said) {
    var stated = Stated.of(said);
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("section", section);
    row.put("position", i + 1L);
    row.put("text", stated.text());
    row.put("other", stated.other());
    row.put("source", "file");
    row.put("origin", file);
    row.put("valid_from", stated.from() == null ? null : stated.from().toString());
    row.put("valid_until", stated.until() == null ? null : stated.until().toString());
    row.put("edit", null);
    return row;
  }

  /// What a line says now is new: nobody has put it away yet.
  private static void stamp(Run run, long section, long position) {
    run.handle()
        .execute(
            "DELETE FROM knowledge_drops WHERE shop = ? AND section = ? AND position = ?",
            run.shop(),
            section,
            position);
  }

  /// What the file no longer says is no longer said; the owners' own lines stay, and those of other
  /// files.
  private static void forget(Run run, String file, Set<String> kept) {
    var gone =
        run
            .handle()
            .createQuery(
                """
                SELECT l.section, l.position FROM knowledge_lines l
                JOIN knowledge_sections s ON s.shop = l.shop AND s.number = l.section
                LEFT JOIN knowledge_edits t ON t.shop = l.shop AND t.number = l.edit
                WHERE l.shop = :shop AND l.source = 'file' AND s.file = :file
                  AND (l.edit IS NULL OR t.source = 'file')
                """)
            .bind("shop", run.shop())
            .bind("file", file)
            .map((row, context) -> new int[] {row.getInt(1), row.getInt(2)})
            .stream()
            .filter(at -> !kept.contains(at[0] + "." + at[1]))
            .toList();
    for (var at : gone) {
      for (var table : List.of("knowledge_lines", "knowledge_drops")) {
        run.handle()
            .execute(
                "DELETE FROM " + table + " WHERE shop = ? AND section = ? AND position = ?",
                run.shop(),
                at[0],
                at[1]);
      }
    }
    run.handle()
        .execute(
            """
            DELETE FROM knowledge_sections WHERE shop = ? AND NOT EXISTS (
              SELECT 1 FROM knowledge_lines l
              WHERE l.shop = knowledge_sections.shop AND l.section = knowledge_sections.number)
            """,
            run.shop());
  }
}
