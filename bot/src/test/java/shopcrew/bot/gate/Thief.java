package shopcrew.bot.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;

/// Somebody who has the database's file and changes rows of it.
final class Thief {
  private Thief() {}

  static void set(Handle h, String table, Map<String, Object> row, Map<String, Object> other) {
    for (var change : other.entrySet()) {
      h.execute(
          "UPDATE " + table + " SET " + change.getKey() + " = ? WHERE rowid = ?",
          change.getValue(),
          row.get("rowid"));
    }
  }

  static void insert(
      Handle h, String table, Map<String, Object> row, List<String> place, Map<String, Object> at) {
    var fields = new LinkedHashMap<>(row);
    place.forEach(column -> fields.put(column, at.get(column)));
    fields.remove("rowid");
    h.execute(
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", fields.keySet())
            + ") VALUES ("
            + String.join(", ", java.util.Collections.nCopies(fields.size(), "?"))
            + ")",
        new ArrayList<>(fields.values()).toArray());
  }

  /// The same value with one byte of it changed.
  static Object another(Object value, SplittableRandom random) {
    return switch (value) {
      case byte[] bytes -> {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        yield other;
      }
      case Number number -> number.longValue() ^ (1L << 16 + random.nextInt(16));
      case String text -> {
        byte[] other = text.getBytes(StandardCharsets.UTF_8);
        if (other.length == 0) yield "x";
        int at = random.nextInt(other.length);
        other[at] = (byte) (other[at] == 'x' ? 'y' : 'x');
        yield new String(other, StandardCharsets.UTF_8);
      }
      default -> throw new AssertionError(value.getClass());
    };
  }
}
