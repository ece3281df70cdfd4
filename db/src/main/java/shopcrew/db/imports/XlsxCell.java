package shopcrew.db.imports;

import java.math.BigDecimal;
import java.util.List;

/// Where a cell of a workbook stands, and what it says as plain text.
final class XlsxCell {

  private static final int MOST_COLUMNS = 1_000;

  private XlsxCell() {}

  /// The place of "C7" is 2; without an address the next free one.
  static int column(String address, int next) {
    int column = 0;
    for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
      column = Math.min(column * 26 + (address.charAt(i) - 'A' + 1), MOST_COLUMNS + 1);
    }
    return column == 0 ? next : Math.min(column - 1, MOST_COLUMNS);
  }

  static String value(String type, String text, List<String> strings) {
    return switch (type) {
      case "s" -> shared(text, strings);
      case "str", "inlineStr" -> text;
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "e" -> "";
      default -> number(text);
    };
  }

  private static String shared(String index, List<String> strings) {
    int at = index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1;
    return at >= 0 && at < strings.size() ? strings.get(at) : "";
  }

  /// Long numbers such as phones are kept in full, never as 1.38E10.
  private static String number(String text) {
    if (!text.matches("-?\\d+(\\.\\d+)?[eE][+-]?\\d{1,3}")) {
      return text;
    }
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }
}
