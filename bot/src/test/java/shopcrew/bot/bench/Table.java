package shopcrew.bot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The figures as a table in Markdown; each row is shown as soon as it is there.
final class Table {
  private static final String HEAD =
      """
      | channel | phase | asked | answered | lost | in doubt | twice | out of order | wrong \
      | a second | p50 ms | p95 ms | p99 ms | max ms | CPU ms each | load's CPU ms each | peak MB |
      |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;
  private final List<String> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean good = true;

  /// What a phase has used; [#UNKNOWN] where it was not one process.
  ///
  /// @param cpuMillis of the process that is measured, in all
  /// @param loadMillis of the stand-ins beside it
  record Used(double cpuMillis, double loadMillis, long peakMegabytes) {
    static final Used UNKNOWN = new Used(-1, -1, -1);
  }

  void row(String channel, String phase, Book.Figures of, int inDoubt, Used used) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %d | %d | %d | %d | %d | %d "
                + "| %.0f | %.1f | %.1f | %.1f | %.1f | %s | %s | %s |",
            channel,
            phase,
            of.asked(),
            of.answered(),
            of.asked() - of.answered() - inDoubt,
            inDoubt,
            of.twice(),
            of.disordered(),
            of.wrong(),
            of.perSecond(),
            of.p50(),
            of.p95(),
            of.p99(),
            of.max(),
            each(used.cpuMillis(), of),
            each(used.loadMillis(), of),
            used.peakMegabytes() < 0 ? "–" : Long.toString(used.peakMegabytes()));
    good &= of.answered() + inDoubt == of.asked();
    good &= of.twice() + of.disordered() + of.wrong() == 0;
    rows.add(row);
    System.out.println(row);
    if (of.oddest() != null) remark(channel + " " + phase + ", one of the wrong: " + of.oddest());
  }

  private static String each(double millis, Book.Figures of) {
    if (millis < 0) return "–";
    return String.format(Locale.ROOT, "%.2f", millis / Math.max(1, of.asked()));
  }

  void remark(String remark) {
    remarks.add("- " + remark);
    System.out.println("- " + remark);
  }

  /// Nothing lost, twice, out of order or wrong anywhere.
  boolean good() {
    return good;
  }

  static void head() {
    System.out.print(HEAD);
  }

  String page() {
    return HEAD + String.join("\n", rows) + "\n\n" + String.join("\n", remarks) + "\n";
  }
}
