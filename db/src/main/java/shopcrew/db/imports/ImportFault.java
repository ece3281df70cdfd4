package shopcrew.db.imports;

import java.util.List;
import java.util.Locale;

/// Something in a file that could not be taken as it stands. `row` counts as a spreadsheet does
// (the header is 1);
/// 0 means the whole file. `column` is the file's own name for it, or empty.
public record ImportFault(
    String file, int row, String column, String key, List<String> args, boolean leftOut) {

  private static final int SHOWN = 60;

  public String sentence(Locale locale) {
    var shown = args.stream().map(ImportFault::shorten).toArray();
    var why = Words.say(locale, key, shown);
    if (row == 0) {
      return Words.say(locale, "report.fault.file", file, why);
    }
    return column.isEmpty()
        ? Words.say(locale, "report.fault.row", file, row, why)
        : Words.say(locale, "report.fault", file, row, column, why);
  }

  private static String shorten(String arg) {
    var line = arg.replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
