package shopcrew.db.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row that could be read: the values of the columns its file has, by our names.
record Entry(int number, Map<String, @Nullable Object> values) {

  String text(String field) {
    return values.get(field) instanceof String text ? text : "";
  }

  /// An amount or count; null when the cell is empty or the file has no such column.
  @Nullable Long number(String field) {
    return values.get(field) instanceof Number number ? (Long) number.longValue() : null;
  }

  long numberOr(String field, long otherwise) {
    var number = number(field);
    return number == null ? otherwise : number;
  }
}
