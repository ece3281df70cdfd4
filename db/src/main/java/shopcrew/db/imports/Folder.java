package shopcrew.db.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a folder holds that we can read: tables by their kind, the knowledge page, the owners'
// rules.
record Folder(Map<String, Sheet> sheets, String knowledgeFile, String knowledge, String rules) {

  static Folder read(Path folder, List<ImportFault> faults) {
    var sheets = new LinkedHashMap<String, Sheet>();
    var knowledgeFile = "";
    var knowledge = "";
    var rules = "";
    for (var file : files(folder, faults)) {
      var name = file.getFileName().toString();
      try {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".md")) {
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
    return new Folder(sheets, knowledgeFile, knowledge, rules);
  }

  boolean isEmpty() {
    return sheets.isEmpty() && knowledge.isEmpty() && rules.isEmpty();
  }

  private static void table(Path file, String name, Map<String, Sheet> sheets)
      throws ImportRefused {
    var layout = Layout.ofFile(name);
    if (layout.isEmpty()) {
      return;
    }
    var earlier = sheets.get(layout.get().kind());
    if (earlier != null) {
      throw new ImportRefused("file.twice", earlier.file());
    }
    sheets.put(layout.get().kind(), CsvSheet.read(name, TextFile.read(file)));
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
                      .matches(".*\\.(csv|tsv|txt|md)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(new ImportFault(folder.toString(), 0, "", "file.unreadable", List.of(), true));
      return List.of();
    }
  }
}
