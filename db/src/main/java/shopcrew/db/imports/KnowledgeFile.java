package shopcrew.db.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge;

/// The shop's own page for its customers: `## 3. Title` sections of one statement a line.
final class KnowledgeFile {

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
    var tally = new Tally();
    var titles = new Upsert(run, "knowledge_sections", "number");
    var table = new Upsert(run, "knowledge_lines", "section", "position");
    var kept = new ArrayList<String>();
    for (var section : parse(text)) {
      if (section.number() >= Knowledge.OWNERS_SECTION) {
        continue;
      }
      if (Meanings.is("internal", "section", section.title())) {
        run.faults()
            .add(new ImportFault(file, 0, "", "section.internal", List.of(section.title()), true));
        continue;
      }
      var head = new LinkedHashMap<String, @Nullable Object>();
      head.put("number", (long) section.number());
      head.put("title", section.title());
      titles.put(head, Map.of());
      titles.flush();
      for (int i = 0; i < section.lines().size(); i++) {
        kept.add(section.number() + "." + (i + 1));
        tally.add(table.put(line(section, i), Map.of()));
      }
      table.flush();
    }
    forget(run, kept);
    run.results().add(tally.of(file));
  }

  private static Map<String, @Nullable Object> line(Section section, int i) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("section", (long) section.number());
    row.put("position", i + 1L);
    row.put("text", section.lines().get(i));
    row.put("source", "file");
    return row;
  }

  /// What the file no longer says is no longer said; the owners' own lines stay.
  private static void forget(Run run, List<String> kept) {
    var gone =
        run
            .handle()
            .createQuery(
                "SELECT section, position FROM knowledge_lines WHERE shop = :shop AND source ="
                    + " 'file'")
            .bind("shop", run.shop())
            .map((row, context) -> new int[] {row.getInt(1), row.getInt(2)})
            .stream()
            .filter(at -> !kept.contains(at[0] + "." + at[1]))
            .toList();
    for (var at : gone) {
      run.handle()
          .execute(
              "DELETE FROM knowledge_lines WHERE shop = ? AND section = ? AND position = ?",
              run.shop(),
              at[0],
              at[1]);
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
