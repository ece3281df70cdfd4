package shopcrew.db.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads comma, semicolon, tab or bar separated text.
final class CsvSheet {

  private CsvSheet() {}

  static Sheet read(String file, String text) throws ImportRefused {
    if (text.isBlank()) {
      throw new ImportRefused("file.empty");
    }
    var format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    int read = 0;
    List<String> headers = List.of();
    var rows = new ArrayList<Sheet.Line>();
    try (var parser = CSVParser.parse(text, format)) {
      for (CSVRecord cells : parser) {
        read++;
        var line = new Sheet.Line(read, cells.toList());
        if (line.cells().stream().allMatch(String::isBlank)) {
          continue;
        }
        if (headers.isEmpty()) {
          headers = line.cells().stream().map(String::strip).toList();
        } else {
          rows.add(line);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ImportRefused("file.broken", Integer.toString(read + 1));
    }
    return new Sheet(file, headers, rows);
  }

  /// The separator that stands most often in the first line, outside quotation marks.
  private static char delimiter(String text) {
    var first = text.strip().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
