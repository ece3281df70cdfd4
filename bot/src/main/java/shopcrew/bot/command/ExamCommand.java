package shopcrew.bot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.exam.Exam;

@Command(
    name = "exam",
    description = "Lets the team sit an exam on a shop's own questions; see docs/exam.md.",
    mixinStandardHelpOptions = true)
public final class ExamCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "CASES.jsonl", description = "Files of cases.")
  private List<Path> cases = List.of();

  @Option(
      names = "--shop",
      paramLabel = "FOLDER",
      required = true,
      description = "The shop's files, or \"sample\" for the sample shop.")
  private String shop = "sample";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the predictions are written, one JSON line a case.")
  private @Nullable Path out;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "\"Today\" for cases that name no day; else the newest order's day.")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() throws IOException {
    Path folder = Path.of(shop);
    if (shop.equals("sample") && !Files.exists(folder)) {
      folder = Files.createTempDirectory("shopcrew-sample");
      SampleShop.writeTo(folder);
    }
    new Exam(System.out).run(cases, folder, out, asOf);
    return 0;
  }
}
