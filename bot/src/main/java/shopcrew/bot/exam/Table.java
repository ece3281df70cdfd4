package shopcrew.bot.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.bot.i18n.Bundle;

/// Reports side by side in Markdown: a column for each model, a row for each measure.
public final class Table {
  private static final String NOTHING = "–";

  private final Bundle words = new Bundle("exam");
  private final String language;
  private final List<Report> reports;
  private final List<String> lines = new ArrayList<>();

  private Table(String language, List<Report> reports) {
    this.language = language;
    this.reports = reports;
  }

  /// @param reports at least one
  public static String of(String language, List<Report> reports) {
    return new Table(language, reports).text();
  }

  private String text() {
    line("", Report::model);
    lines.add("|---".repeat(reports.size() + 1) + "|");
    row("cases", Report.ALL, (it, all) -> all.cases() + " × " + it.repeat());
    Set<String> kinds =
        reports.stream()
            .flatMap(report -> report.kinds().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String kind : kinds) {
      row("right", kind, (_, of) -> share(of.right(), of.times()));
      row("always", kind, (_, of) -> share(of.always(), of.cases()));
      row("time", kind, (_, of) -> of.medianMillis() + " / " + of.slowMillis() + " ms");
      if (costs(kind)) row("cost", kind, (it, of) -> money(of.cost(), it.currency()));
    }
    row("sendable", Report.ALL, (_, all) -> share(all.sendable(), all.service()));
    row("wordings", Report.ALL, (_, all) -> share(all.wordingsRight(), all.wordings()));
    row("facts", Report.ALL, (_, all) -> share(all.factsAlways(), all.facts()));
    row("held", Report.ALL, (_, all) -> held(all));
    row("stepped_in", Report.ALL, (_, all) -> share(all.houseSteppedIn(), all.times()));
    row("tokens", Report.ALL, (_, all) -> all.tokensIn() + " / " + all.tokensOut());
    return String.join("\n", lines) + "\n";
  }

  /// What costs nobody anything needs no row, but the sum has one.
  private boolean costs(String kind) {
    return kind.equals(Report.ALL)
        || reports.stream()
            .flatMap(report -> Stream.ofNullable(report.kinds().get(kind)))
            .anyMatch(figures -> figures.cost() > 0);
  }

  @FunctionalInterface
  private interface Cell {
    String of(Report report, Figures figures);
  }

  private void row(String measure, String kind, Cell cell) {
    String name =
        words.say(language, "measure." + measure, "kind", words.say(language, "kind." + kind));
    line(
        name,
        report -> {
          Figures figures = report.kinds().get(kind);
          return figures == null ? NOTHING : cell.of(report, figures);
        });
  }

  private void line(String name, Function<Report, String> cell) {
    lines.add(
        reports.stream().map(cell).collect(Collectors.joining(" | ", "| " + name + " | ", " |")));
  }

  private String held(Figures of) {
    return words.say(
        language,
        "held",
        "mended",
        of.mended(),
        "replaced",
        of.replaced(),
        "person",
        of.toPerson());
  }

  private String share(int part, int whole) {
    if (whole == 0) return NOTHING;
    var percent =
        BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    return words.say(language, "share", "part", part, "whole", whole, "percent", percent);
  }

  /// To a hundredth of a hundredth: a single answer costs less than the smallest coin.
  private static String money(long millionths, String currency) {
    return BigDecimal.valueOf(millionths, 6).setScale(4, RoundingMode.CEILING).toPlainString()
        + " "
        + currency;
  }
}
