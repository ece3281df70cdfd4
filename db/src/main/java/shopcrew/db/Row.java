package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// One row of a result, read by the store's own conventions for amounts, days and flags.
record Row(ResultSet set) {

  /// How a table makes its record of a row.
  @FunctionalInterface
  interface To<T> {
    T of(Row row) throws SQLException;
  }

  static <T> RowMapper<T> to(To<T> maker) {
    return (set, context) -> maker.of(new Row(set));
  }

  String text(String column) throws SQLException {
    return Objects.requireNonNull(set.getString(column), column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return set.getString(column);
  }

  int count(String column) throws SQLException {
    return set.getInt(column);
  }

  long number(String column) throws SQLException {
    return set.getLong(column);
  }

  @Nullable Integer countOrNull(String column) throws SQLException {
    int value = set.getInt(column);
    return set.wasNull() ? null : value;
  }

  boolean flag(String column) throws SQLException {
    return set.getInt(column) != 0;
  }

  /// The amount in `column`, in the row's own `currency`.
  Money money(String column) throws SQLException {
    return Money.of(set.getLong(column), text("currency"));
  }

  Money money(String column, String currency) throws SQLException {
    return Money.of(set.getLong(column), currency);
  }

  @Nullable Money moneyOrNull(String column) throws SQLException {
    long minor = set.getLong(column);
    return set.wasNull() ? null : Money.of(minor, text("currency"));
  }

  LocalDate day(String column) throws SQLException {
    return LocalDate.parse(text(column));
  }

  @Nullable LocalDate dayOrNull(String column) throws SQLException {
    var text = set.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
