package shopcrew.db.imports;

import java.util.List;

/// A table as it stands in a file: its headers, and rows numbered as a spreadsheet numbers them.
record Sheet(String file, List<String> headers, List<Line> rows) {

  record Line(int number, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }
  }
}
