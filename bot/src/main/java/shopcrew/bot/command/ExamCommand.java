package shopcrew.bot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.exam.Candidate;
import shopcrew.bot.exam.Exam;
import shopcrew.bot.exam.Report;
import shopcrew.bot.exam.Table;
import shopcrew.bot.i18n.Bundle;

@Command(
    name = "exam",
    description = "Lets the team sit an exam on a shop's own questions; see docs/exam.md.",
    mixinStandardHelpOptions = true)
public final class ExamCommand implements Callable<Integer> {
  private static final int MOST_TIMES = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of cases; with --compare, files that --summary wrote.")
  private List<Path> files = List.of();

  @Option(
      names = "--shop",
      paramLabel = "FOLDER",
      description = "The shop's files; else the sample shop's.")
  private String shop = "sample";

  @Option(
      names = "--repeat",
      paramLabel = "TIMES",
      description = "How often each case is asked; else once.")
  private int repeat = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the predictions are written, one JSON line an answer.")
  private @Nullable Path out;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Where the figures are written, for --compare.")
  private @Nullable Path summary;

  @Option(names = "--compare", description = "Puts the figures of several exams side by side.")
  private boolean compare;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "\"Today\" for cases that name no day; else the newest order's day.")
  private @Nullable LocalDate asOf;

  @Option(
      names = {"--language", "--lang"},
      description = "zh or en, for the table; what is wrong with an answer is said in English.")
  private String language = "en";

  private final Bundle words = new Bundle("exam");

  @Override
  public Integer call() throws IOException {
    return compare ? compared() : sat();
  }

  private int sat() throws IOException {
    if (repeat < 1 || repeat > MOST_TIMES) return refused("repeat.unclear", "most", MOST_TIMES);
    var exam = new Exam(files, folder(), asOf, System.out);
    Report report = exam.run(Candidate.house(), repeat, out);
    if (summary != null) report.write(summary);
    System.out.print(Table.of(language, List.of(report)));
    return 0;
  }

  private int compared() {
    var reports = new ArrayList<Report>();
    for (Path file : files) {
      try {
        reports.add(Report.read(file));
      } catch (IOException e) {
        return refused("compare.unclear", "file", file);
      }
    }
    System.out.print(Table.of(language, reports));
    return 0;
  }

  private Path folder() throws IOException {
    Path folder = Path.of(shop);
    if (!shop.equals("sample") || Files.exists(folder)) return folder;
    Path sample = Files.createTempDirectory("shopcrew-sample");
    SampleShop.writeTo(sample);
    return sample;
  }

  private int refused(String key, Object... pairs) {
    System.err.println(words.say(language, key, pairs));
    return 1;
  }
}
