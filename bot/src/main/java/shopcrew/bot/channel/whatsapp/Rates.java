package shopcrew.bot.channel.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What messages cost, as `whatsapp/rates.csv` says with its dates and sources.
public final class Rates {
  private final List<Line> lines;

  /// In the order of the table's columns.
  public enum Category {
    MARKETING,
    UTILITY,
    AUTHENTICATION,
    REPLY
  }

  /// @param millionths of the currency's unit
  /// @param known false: the country's own rate is not, and this is the highest that is
  public record Price(long millionths, String currency, boolean known) {
    public Price times(int messages) {
      return new Price(Math.multiplyExact(millionths, messages), currency, known);
    }
  }

  private record Line(
      LocalDate from,
      List<String> countries,
      List<String> prefixes,
      String currency,
      Map<Category, Long> millionths) {}

  private record Fit(Line line, int exactly) {}

  private Rates(List<Line> lines) {
    this.lines = lines;
  }

  public static Rates read() {
    try (var in = Rates.class.getResourceAsStream("/whatsapp/rates.csv")) {
      return of(
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rates of(BufferedReader lines) {
    return new Rates(
        lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(Rates::line).toList());
  }

  private static Line line(String text) {
    String[] cells = text.split(";", -1);
    if (cells.length != 10 || cells[9].isBlank()) throw new IllegalStateException("rates: " + text);
    var millionths = new EnumMap<Category, Long>(Category.class);
    int at = 5;
    for (Category category : Category.values()) {
      String cell = cells[at++];
      if (cell.isEmpty()) continue;
      millionths.put(category, new BigDecimal(cell).movePointRight(6).longValueExact());
    }
    return new Line(
        LocalDate.parse(cells[0]),
        Arrays.asList(cells[2].split(" ")),
        Arrays.asList(cells[3].split(" ")),
        cells[4],
        millionths);
  }

  /// What a reply costs.
  ///
  /// @param free how many of this month's replies are still free by the owner's own word, usually
  ///     nought
  Price reply(String address, Instant now, Heard heard, long free) {
    Price price = of(address, Category.REPLY, now.atZone(ZoneOffset.UTC).toLocalDate());
    boolean nothing = free > 0 || heard.free(now);
    return nothing ? new Price(0, price.currency(), true) : price;
  }

  public Price of(String address, Category category, LocalDate day) {
    return lines.stream()
        .filter(line -> !line.from().isAfter(day))
        .map(line -> new Fit(line, exactly(line, address)))
        .filter(fit -> fit.exactly() > 0)
        .max(Comparator.comparingInt(Fit::exactly).thenComparing(fit -> fit.line().from()))
        .flatMap(fit -> price(fit.line(), category, true))
        .or(() -> highest(category, day))
        .orElseThrow(() -> new IllegalStateException("there is no rate for " + day));
  }

  private Optional<Price> highest(Category category, LocalDate day) {
    return lines.stream()
        .filter(line -> !line.from().isAfter(day))
        .flatMap(line -> price(line, category, false).stream())
        .max(Comparator.comparingLong(Price::millionths));
  }

  private static Optional<Price> price(Line line, Category category, boolean known) {
    return Optional.ofNullable(line.millionths().get(category))
        .map(millionths -> new Price(millionths, line.currency(), known));
  }

  /// How many signs of the address the line names; nought if it is about somebody else.
  private static int exactly(Line line, String address) {
    if (Addresses.isUserId(address))
      return line.countries().contains(address.substring(0, 2)) ? 2 : 0;
    if (!Addresses.isPhone(address)) return 0;
    return line.prefixes().stream()
        .filter(address::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
