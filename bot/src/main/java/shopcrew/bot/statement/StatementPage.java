package shopcrew.bot.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import shopcrew.bot.gate.Statement;
import shopcrew.bot.gate.Statement.Line;
import shopcrew.bot.gate.Statement.Moves;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.turns.Usage;
import shopcrew.db.Money;

/// A statement for people: on A4 paper, and on a phone line by line.
public final class StatementPage {
  private final Bundle words = new Bundle("statement");
  private final String language;
  private final Locale locale;
  private final String shop;
  private final ZoneId zone;

  public StatementPage(String language, String shop, ZoneId zone) {
    this.language = language;
    this.locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    this.shop = shop;
    this.zone = zone;
  }

  /// A file that stands by itself.
  public String whole(Statement statement, List<Usage.Row> usage) {
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(word("lang"), text(title(statement)), style(), body(statement, usage));
  }

  /// What stands on the sheet, for a page that has the style already.
  ///
  /// @param usage what models did in the month
  public String body(Statement statement, List<Usage.Row> usage) {
    var out = new StringBuilder("<article class=\"statement\">\n");
    out.append("<h1>").append(text(title(statement))).append("</h1>\n");
    out.append(paragraph(words.say(language, "of", "shop", shop)));
    part(out, statement, false);
    if (!statement.of(true).isEmpty()) part(out, statement, true);
    rooms(out, statement);
    usage(out, usage);
    String at = format("format.time", statement.made().atZone(zone));
    out.append(paragraph(words.say(language, "made", "at", at)));
    if (!statement.head().isEmpty()) {
      out.append(paragraph(words.say(language, "head", "head", statement.head())));
    }
    return out.append("</article>").toString();
  }

  private void part(StringBuilder out, Statement statement, boolean practice) {
    List<Line> lines = statement.of(practice);
    out.append(practice ? "<section class=\"practice\">\n" : "<section>\n");
    out.append("<h2>").append(text(word(practice ? "practice" : "real"))).append("</h2>\n");
    if (lines.isEmpty()) {
      out.append(paragraph(word("empty"))).append("</section>\n");
      return;
    }
    if (practice) out.append(paragraph(word("practice.note")));
    table(out, lines);
    var totals = Totals.of(statement, lines);
    out.append("<dl>\n");
    totals
        .byCategory()
        .forEach(
            (category, moves) ->
                amount(
                    out,
                    words.say(language, "charged.on", "category", word("category." + category)),
                    moves.charged()));
    out.append("</dl>\n<dl class=\"sums\">\n");
    Moves all = totals.all();
    amount(out, word("sum.opening"), all.opening());
    amount(out, word("sum.taken"), all.taken());
    amount(out, word("sum.charged"), all.charged());
    if (all.beyond().isPositive()) amount(out, word("sum.beyond"), all.beyond());
    amount(out, word("sum.returned"), all.returned());
    amount(out, word("sum.closing"), all.held());
    out.append("</dl>\n</section>\n");
  }

  private void table(StringBuilder out, List<Line> lines) {
    var columns = List.of("day", "what", "payee", "max", "charged", "held", "who", "receipt");
    out.append("<table>\n<thead><tr>");
    for (String column : columns) {
      out.append("<th scope=\"col\" class=\"").append(column).append("\">");
      out.append(text(word(column))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (Line line : lines) {
      out.append("<tr>");
      cell(out, "day", format("format.day", line.agreed()));
      cell(out, "what", line.what());
      cell(out, "payee", line.payee());
      cell(out, "max", money(line.max()));
      cell(out, "charged", money(line.moves().charged()));
      cell(out, "held", money(line.moves().held()));
      cell(out, "who", line.agreedBy());
      cell(out, "receipt", line.receipt().isEmpty() ? word("receipt.none") : line.receipt());
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void rooms(StringBuilder out, Statement statement) {
    if (statement.rooms().isEmpty()) return;
    out.append("<section>\n<h2>").append(text(word("limits"))).append("</h2>\n<dl>\n");
    for (var room : statement.rooms()) {
      amount(out, word("limit." + room.category()), room.limit());
      amount(out, word("left." + room.category()), room.left());
    }
    out.append("</dl>\n</section>\n");
  }

  private void usage(StringBuilder out, List<Usage.Row> usage) {
    if (usage.isEmpty()) return;
    out.append("<section>\n<h2>").append(text(word("usage"))).append("</h2>\n");
    out.append(paragraph(word("usage.note"))).append("<dl>\n");
    for (var row : usage) amount(out, row.label(), row.value());
    out.append("</dl>\n</section>\n");
  }

  private void cell(StringBuilder out, String column, String said) {
    out.append("<td class=\"").append(column).append("\" data-label=\"");
    out.append(text(word(column))).append("\">").append(text(said)).append("</td>");
  }

  private void amount(StringBuilder out, String label, Money amount) {
    amount(out, label, money(amount));
  }

  private static void amount(StringBuilder out, String label, String said) {
    out.append("<div><dt>").append(text(label)).append("</dt><dd>");
    out.append(text(said)).append("</dd></div>\n");
  }

  private static String paragraph(String said) {
    return "<p>" + text(said) + "</p>\n";
  }

  private String title(Statement statement) {
    return words.say(language, "title", "month", format("format.month", statement.month()));
  }

  private String money(Money money) {
    return money.format(locale);
  }

  private String format(String key, TemporalAccessor at) {
    return DateTimeFormatter.ofPattern(word(key), locale).format(at);
  }

  private String word(String key) {
    return words.say(language, key);
  }

  /// Never markup, whoever wrote it.
  static String text(String said) {
    return said.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream in = StatementPage.class.getResourceAsStream("/web/statement.css")) {
      if (in == null) throw new IllegalStateException("the style of the statement is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
