package shopcrew.bot.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import shopcrew.bot.gate.Statement;
import shopcrew.bot.gate.Statement.Line;
import shopcrew.bot.gate.Statement.Moves;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Money;

/// A statement as a spreadsheet opens it: with the mark by which Excel knows UTF-8, and no cell
/// that a spreadsheet would take for a formula.
public final class StatementCsv {
  private static final String MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Bundle words = new Bundle("statement");
  private final String language;
  private final ZoneId zone;

  public StatementCsv(String language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  public String of(Statement statement) {
    var out = new StringBuilder(MARK);
    try (var printer = new CSVPrinter(out, CSVFormat.EXCEL)) {
      printer.printRecord(
          List.of(
              word("day"),
              word("category"),
              word("what"),
              word("payee"),
              word("currency"),
              word("max"),
              word("charged"),
              word("held"),
              word("who"),
              word("receipt"),
              word("money")));
      for (boolean practice : new boolean[] {false, true}) {
        for (Line line : statement.of(practice)) line(printer, statement, line);
      }
      for (boolean practice : new boolean[] {false, true}) sums(printer, statement, practice);
      rooms(printer, statement);
      printer.println();
      printer.printRecord(word("head.label"), safe(statement.head()));
      printer.printRecord(word("made.label"), at(statement.made()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void line(CSVPrinter printer, Statement statement, Line line) throws IOException {
    printer.printRecord(
        line.agreed(),
        word("category." + line.category()),
        safe(line.what()),
        safe(line.payee()),
        statement.currency(),
        line.max().decimalText(),
        line.moves().charged().decimalText(),
        line.moves().held().decimalText(),
        safe(line.agreedBy()),
        safe(line.receipt()),
        word(line.practice() ? "practice" : "real"));
  }

  private void sums(CSVPrinter printer, Statement statement, boolean practice) throws IOException {
    List<Line> lines = statement.of(practice);
    if (practice && lines.isEmpty()) return;
    var totals = Totals.of(statement, lines);
    printer.println();
    printer.printRecord(word(practice ? "practice" : "real"), statement.currency());
    for (var total : totals.byCategory().entrySet()) {
      printer.printRecord(
          words.say(language, "charged.on", "category", word("category." + total.getKey())),
          total.getValue().charged().decimalText());
    }
    Moves all = totals.all();
    amount(printer, "sum.opening", all.opening());
    amount(printer, "sum.taken", all.taken());
    amount(printer, "sum.charged", all.charged());
    if (all.beyond().isPositive()) amount(printer, "sum.beyond", all.beyond());
    amount(printer, "sum.returned", all.returned());
    amount(printer, "sum.closing", all.held());
  }

  private void rooms(CSVPrinter printer, Statement statement) throws IOException {
    if (statement.rooms().isEmpty()) return;
    printer.println();
    for (var room : statement.rooms()) {
      amount(printer, "limit." + room.category(), room.limit());
      amount(printer, "left." + room.category(), room.left());
    }
  }

  private void amount(CSVPrinter printer, String key, Money amount) throws IOException {
    printer.printRecord(word(key), amount.decimalText());
  }

  /// Words that people or customers wrote must not calculate anything.
  static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private String word(String key) {
    return words.say(language, key);
  }

  private String at(Instant made) {
    return made.atZone(zone).toLocalDateTime().withNano(0).toString();
  }
}
