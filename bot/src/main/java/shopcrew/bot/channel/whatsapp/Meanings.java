package shopcrew.bot.channel.whatsapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The table of error codes, `whatsapp/errors.csv`. The first line that fits counts.
final class Meanings {
  private static final Meaning BAD = new Meaning(Meaning.Next.NEVER, Duration.ZERO, "bad", true);
  private static final Meaning TOKEN =
      new Meaning(Meaning.Next.NEVER, Duration.ZERO, "token", true);
  private static final Meaning BUSY =
      new Meaning(Meaning.Next.LATER, Duration.ofSeconds(30), "busy", false);

  private final List<Coded> table;

  private record Coded(int from, int to, Meaning meaning) {}

  private Meanings(List<Coded> table) {
    this.table = table;
  }

  static Meanings read() {
    try (var in = Meanings.class.getResourceAsStream("/whatsapp/errors.csv")) {
      var lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      return new Meanings(
          lines
              .lines()
              .filter(l -> !l.isBlank() && !l.startsWith("#"))
              .map(Meanings::coded)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Coded coded(String line) {
    String[] cells = line.split(";", -1);
    String[] range = cells[0].split("-", -1);
    return new Coded(
        Integer.parseInt(range[0]),
        Integer.parseInt(range[range.length - 1]),
        new Meaning(
            Meaning.Next.valueOf(cells[1].toUpperCase(Locale.ROOT)),
            Duration.ofSeconds(Long.parseLong(cells[2])),
            cells[3],
            cells[4].equals("yes")));
  }

  Optional<Meaning> of(int code) {
    return table.stream()
        .filter(c -> c.from() <= code && code <= c.to())
        .map(Coded::meaning)
        .findFirst();
  }

  /// The code counts; the status only where the table does not know the code.
  Meaning of(int code, int status) {
    return of(code)
        .orElse(
            status == 401 || status == 403
                ? TOKEN
                : status == 408 || status == 429 || status >= 500 ? BUSY : BAD);
  }

  List<Meaning> all() {
    return table.stream().map(Coded::meaning).toList();
  }
}
