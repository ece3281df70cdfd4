package shopcrew.db.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new row holds in the columns that its file does not have.
final class Blank {

  private Blank() {}

  static Map<String, @Nullable Object> row(String kind) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    for (var field : Layout.of(kind).fields()) {
      row.put(
          field.name(),
          switch (field.type()) {
            case ID, TEXT, TIME, DAY -> "";
            case MONEY_OR_NONE, COUNT_OR_NONE, DAY_OR_NONE -> null;
            case MONEY, MONEY_OR_ZERO, COUNT, COUNT_OR_ZERO, RATING, FLAG -> 0L;
          });
    }
    return row;
  }
}
