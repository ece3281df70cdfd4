package shopcrew.db.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table that somebody from outside sent, as plain lines of cells with tabs between them: values
/// only, no formula is run, and no file can unpack to more than the shop can bear.
public final class SentTable {
  public static final int LARGEST_MB = 2;
  public static final int MOST_ROWS = 200;
  private static final int MOST_CELLS = 30;
  private static final int LONGEST_CELL = 120;
  private static final int LARGEST_PART = 8 * 1024 * 1024;

  private SentTable() {}

  /// Whether a file of that name is a table at all.
  public static boolean is(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(?:xlsx|csv|tsv)");
  }

  /// Empty where it is too large, broken, locked or has no rows.
  public static Optional<String> read(Path file) {
    try {
      if (Files.size(file) > LARGEST_MB * 1024L * 1024L) return Optional.empty();
      byte[] content = Files.readAllBytes(file);
      boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
      return zipped ? book(file) : text(TextFile.decode(content));
    } catch (IOException | ImportRefused e) {
      return Optional.empty();
    }
  }

  /// The words of a file that its channel has read already.
  public static Optional<String> text(String content) {
    try {
      return lines(CsvSheet.read("", content));
    } catch (ImportRefused e) {
      return Optional.empty();
    }
  }

  private static Optional<String> book(Path file) throws ImportRefused {
    return XlsxBook.read(file, LARGEST_PART, MOST_ROWS).values().stream()
        .filter(sheet -> !sheet.headers().isEmpty())
        .findFirst()
        .flatMap(SentTable::lines);
  }

  private static Optional<String> lines(Sheet sheet) {
    String lines =
        Stream.concat(Stream.of(sheet.headers()), sheet.rows().stream().map(Sheet.Line::cells))
            .limit(MOST_ROWS)
            .map(SentTable::line)
            .collect(Collectors.joining("\n"));
    return lines.isBlank() ? Optional.empty() : Optional.of(lines);
  }

  private static String line(List<String> cells) {
    return cells.stream().limit(MOST_CELLS).map(SentTable::cell).collect(Collectors.joining("\t"));
  }

  private static String cell(String cell) {
    String plain = cell.replaceAll("\\s+", " ").strip();
    return plain.substring(0, Math.min(LONGEST_CELL, plain.length()));
  }
}
