package shopcrew.db.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a folder holds that we can read: tables by their kind, the knowledge page, the owners'
/// rules, and further documents for customers.
record Folder(
    Map<String, Sheet> sheets,
    String knowledgeFile,
    String knowledge,
    String rules,
    Map<String, List<KnowledgeFile.Section>> papers) {

  static Folder read(Path folder, List<ImportFault> faults) {
    var sheets = new LinkedHashMap<String, Sheet>();
    var knowledgeFile = "";
    var knowledge = "";
    var rules = "";
    var papers = new LinkedHashMap<String, List<KnowledgeFile.Section>>();
    for (var file : files(folder, faults)) {
      var name = file.getFileName().toString();
      try {
        if (isPaper(name, knowledge)) {
          papers.put(name, Paper.sections(file, name));
        } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.(pdf|docx)")) {
          throw new ImportRefused("paper.unsure");
        } else if (!name.toLowerCase(Locale.ROOT).endsWith(".md")) {
          table(file, name, sheets);
        } else if (isRules(name)) {
          rules = TextFile.read(file);
        } else if (knowledge.isEmpty()) {
          knowledgeFile = name;
          knowledge = TextFile.read(file);
        }
      } catch (ImportRefused refused) {
        faults.add(refused.in(name));
      }
    }
    return new Folder(sheets, knowledgeFile, knowledge, rules, papers);
  }

  boolean isEmpty() {
    return sheets.isEmpty() && knowledge.isEmpty() && rules.isEmpty() && papers.isEmpty();
  }

  private static void table(Path file, String name, Map<String, Sheet> sheets)
      throws ImportRefused {
    if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      book(file, name, sheets);
    } else if (Layout.ofFile(name).isPresent()) {
      keep(Layout.ofFile(name).get(), CsvSheet.read(name, TextFile.read(file)), sheets);
    }
  }

  /// A workbook may hold several tables, told by the names of its sheets; else its own name tells
  /// what its first is.
  private static void book(Path file, String name, Map<String, Sheet> sheets) throws ImportRefused {
    boolean named = false;
    var book = XlsxBook.read(file);
    for (var sheet : book.entrySet()) {
      var layout = Layout.ofFile(sheet.getKey() + ".xlsx");
      if (layout.isPresent() && !sheet.getValue().headers().isEmpty()) {
        keep(layout.get(), sheet.getValue(), sheets);
        named = true;
      }
    }
    var layout = Layout.ofFile(name);
    if (!named && layout.isPresent()) {
      var first = book.values().iterator().next();
      keep(layout.get(), new Sheet(name, first.headers(), first.rows()), sheets);
    }
  }

  private static void keep(Layout layout, Sheet sheet, Map<String, Sheet> sheets)
      throws ImportRefused {
    var earlier = sheets.get(layout.kind());
    if (earlier != null) {
      throw new ImportRefused("file.twice", earlier.file());
    }
    sheets.put(layout.kind(), sheet);
  }

  /// Only a name that says so makes a document one for customers: a folder may hold anything else,
  /// too.
  private static boolean isPaper(String name, String knowledge) {
    var plain = name.toLowerCase(Locale.ROOT);
    boolean readable =
        plain.matches(".*\\.(pdf|docx|txt)") || plain.endsWith(".md") && !knowledge.isEmpty();
    return readable
        && !isRules(name)
        && Layout.ofFile(name).isEmpty()
        && Meanings.is("file", "knowledge", name)
        && !Meanings.is("internal", "section", name);
  }

  private static boolean isRules(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    return plain.contains("rule") || plain.contains("规则") || plain.contains("规矩");
  }

  private static List<Path> files(Path folder, List<ImportFault> faults) {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .toLowerCase(Locale.ROOT)
                      .matches(".*\\.(csv|tsv|txt|md|xlsx|pdf|docx)"))
          .filter(file -> !file.getFileName().toString().startsWith("~$")) // Excel's own lock file
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(new ImportFault(folder.toString(), 0, "", "file.unreadable", List.of(), true));
      return List.of();
    }
  }
}
