package shopcrew.db.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes rows by their natural key: new ones are added, those that differ are changed, the same
// stay untouched.
final class Upsert {

  enum Change {
    UNCHANGED,
    CHANGED,
    ADDED
  }

  private static final int BATCH = 500;

  private final Handle handle;
  private final String shop;
  private final String table;
  private final List<String> keys;
  private final Map<List<Object>, Map<String, @Nullable Object>> held = new HashMap<>();
  private @Nullable PreparedBatch inserts;

  Upsert(Run run, String table, String... keys) {
    this.handle = run.handle();
    this.shop = run.shop();
    this.table = table;
    this.keys = List.of(keys);
    handle
        .createQuery("SELECT * FROM " + table + " WHERE shop = :shop")
        .bind("shop", shop)
        .mapToMap()
        .forEach(row -> hold(new LinkedHashMap<String, @Nullable Object>(row)));
  }

  private void hold(Map<String, @Nullable Object> row) {
    held.put(key(row), row);
  }

  boolean holds(Map<String, @Nullable Object> row) {
    return held.containsKey(key(row));
  }

  /// `given` is what the file says; `otherwise` fills the columns of a new row that the file does
  // not have.
  Change put(Map<String, @Nullable Object> given, Map<String, @Nullable Object> otherwise) {
    var old = held.get(key(given));
    if (old == null) {
      var row = new LinkedHashMap<String, @Nullable Object>(otherwise);
      row.putAll(given);
      insert(row);
      held.put(key(given), row);
      return Change.ADDED;
    }
    boolean same =
        given.entrySet().stream()
            .allMatch(
                cell -> Objects.equals(plain(cell.getValue()), plain(old.get(cell.getKey()))));
    if (same) {
      return Change.UNCHANGED;
    }
    flush();
    update(given);
    return Change.CHANGED;
  }

  private void insert(Map<String, @Nullable Object> row) {
    var batch = inserts;
    if (batch == null) {
      batch =
          handle.prepareBatch(
              "INSERT INTO %s (shop, %s) VALUES (:shop, %s)"
                  .formatted(
                      table,
                      String.join(", ", row.keySet()),
                      row.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "))));
      inserts = batch;
    }
    batch.bind("shop", shop).bindMap(row).add();
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  void flush() {
    if (inserts != null) {
      inserts.execute();
      inserts.close();
      inserts = null;
    }
  }

  private void update(Map<String, @Nullable Object> given) {
    var columns = given.keySet().stream().filter(c -> !keys.contains(c)).toList();
    handle
        .createUpdate(
            "UPDATE %s SET %s WHERE shop = :shop AND %s"
                .formatted(
                    table,
                    columns.stream().map(c -> c + " = :" + c).collect(Collectors.joining(", ")),
                    keys.stream().map(c -> c + " = :" + c).collect(Collectors.joining(" AND "))))
        .bind("shop", shop)
        .bindMap(given)
        .execute();
  }

  private List<Object> key(Map<String, @Nullable Object> row) {
    return keys.stream()
        .map(key -> Objects.requireNonNull(plain(row.get(key)), key))
        .collect(Collectors.toUnmodifiableList());
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number number ? (Object) number.longValue() : value;
  }
}
