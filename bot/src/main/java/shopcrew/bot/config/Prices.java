package shopcrew.bot.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// What a model's tokens cost, and from which day on.
///
/// @param rows in the order of their days; at least one
public record Prices(List<Row> rows) {
  private static final int MOST_ROWS = 20;
  private static final String SUM = "\\d{1,6}(?:\\.\\d{1,6})?";
  private static final Pattern ROW =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})\\s+)?(" + SUM + ")(?:\\s*/\\s*(" + SUM + "))?");

  /// @param in of a million tokens that the model reads, in the shop's currency
  /// @param out of a million tokens that it writes
  public record Row(LocalDate since, BigDecimal in, BigDecimal out) {
    /// The price of a million tokens in units is that of one token in millionths.
    long cost(long tokensIn, long tokensOut) {
      return in.multiply(BigDecimal.valueOf(tokensIn))
          .add(out.multiply(BigDecimal.valueOf(tokensOut)))
          .setScale(0, RoundingMode.CEILING)
          .longValueExact();
    }
  }

  public Prices {
    rows = List.copyOf(rows);
  }

  /// `4.20` both ways, `2/8` in and out, or `2026-01-01 2/8; 2026-12-01 3/12`. Empty if it is none
  /// of these.
  public static Optional<Prices> of(String text) {
    String[] parts = text.split(";", -1);
    if (parts.length > MOST_ROWS) return Optional.empty();
    var rows = new ArrayList<Row>();
    for (String part : parts) {
      Matcher row = ROW.matcher(part.strip());
      if (!row.matches() || row.group(1) == null && parts.length > 1) return Optional.empty();
      String out = row.group(3) == null ? row.group(2) : row.group(3);
      try {
        LocalDate since = row.group(1) == null ? LocalDate.MIN : LocalDate.parse(row.group(1));
        rows.add(new Row(since, new BigDecimal(row.group(2)), new BigDecimal(out)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    rows.sort(Comparator.comparing(Row::since));
    long days = rows.stream().map(Row::since).distinct().count();
    return days < rows.size() ? Optional.empty() : Optional.of(new Prices(rows));
  }

  /// In millionths of the currency's unit, rounded up.
  public long cost(LocalDate day, long in, long out) {
    return on(day).cost(in, out);
  }

  /// The most that it can be: the provider's day may begin before the shop's, or after it.
  public long worst(LocalDate day, long in, long out) {
    return LongStream.rangeClosed(-1, 1)
        .map(days -> on(day.plusDays(days)).cost(in, out))
        .max()
        .orElseThrow();
  }

  /// Whether it never costs anything.
  public boolean free() {
    return rows.stream().allMatch(row -> row.in().signum() == 0 && row.out().signum() == 0);
  }

  /// Before the first day that is known, its price is the nearest there is.
  private Row on(LocalDate day) {
    Row found = rows.getFirst();
    for (Row row : rows) if (!row.since().isAfter(day)) found = row;
    return found;
  }
}
