package shopcrew.bot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// Reads the sample's own CSV files from the class path and writes the shop's into a folder.
final class Sheet {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private Sheet() {}

  static InputStream open(String name) throws IOException {
    InputStream in = SampleShop.class.getResourceAsStream("/sample/" + name);
    if (in == null) throw new IOException("the sample shop's file is missing: " + name);
    return in;
  }

  static List<Map<String, String>> read(String name) throws IOException {
    var withHeader = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var in = new InputStreamReader(open(name), StandardCharsets.UTF_8);
        var parser = withHeader.parse(in)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }

  static <T> void write(Path file, List<String> columns, List<T> rows, Function<T, List<?>> cells)
      throws IOException {
    try (var out = Files.newBufferedWriter(file);
        var printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecord(columns);
      for (T row : rows) printer.printRecord(cells.apply(row));
    }
  }

  /// Fen as the yuan text of a spreadsheet: 1250 becomes 12.50.
  static String yuan(long fen) {
    return fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
  }

  /// The fen of a spreadsheet's yuan text; at most two decimals.
  static long fen(String yuan) {
    return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
  }
}
