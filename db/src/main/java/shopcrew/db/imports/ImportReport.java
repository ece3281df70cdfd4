package shopcrew.db.imports;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/// What an import took, what it left and why.
public record ImportReport(
    String folder, List<FileResult> files, List<ImportFault> faults, boolean rulesWait) {

  private static final int SHOWN_PER_FILE = 50;

  /// The rows of one file, or of what it holds.
  public record FileResult(String file, int added, int changed, int unchanged) {}

  public boolean changedNothing() {
    return files.stream().allMatch(file -> file.added() == 0 && file.changed() == 0);
  }

  public long leftOut(String file) {
    return faults.stream()
        .filter(fault -> fault.file().equals(file) && fault.leftOut() && fault.row() > 0)
        .map(ImportFault::row)
        .distinct()
        .count();
  }

  public List<ImportFault> faults(String file) {
    return faults.stream().filter(fault -> fault.file().equals(file)).toList();
  }

  public String print(Locale locale) {
    var out = new StringJoiner("\n");
    out.add(Words.say(locale, "report.title", folder));
    for (var file : files) {
      long left = leftOut(file.file());
      out.add(
          Words.say(
              locale,
              left == 0 ? "report.file" : "report.file.left",
              file.file(),
              file.added(),
              file.changed(),
              file.unchanged(),
              left));
    }
    faults.stream().map(ImportFault::file).distinct().forEach(file -> explain(locale, file, out));
    if (changedNothing()) {
      out.add(Words.say(locale, "report.nothing"));
    }
    if (rulesWait) {
      out.add(Words.say(locale, "report.rules.wait"));
    }
    return out.toString();
  }

  private void explain(Locale locale, String file, StringJoiner out) {
    var all = faults(file);
    all.stream().limit(SHOWN_PER_FILE).forEach(fault -> out.add(fault.sentence(locale)));
    if (all.size() > SHOWN_PER_FILE) {
      out.add(Words.say(locale, "report.more", file, all.size() - SHOWN_PER_FILE));
    }
  }
}
