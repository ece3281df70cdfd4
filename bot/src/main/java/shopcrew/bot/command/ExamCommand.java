package shopcrew.bot.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shopcrew.bot.Config;
import shopcrew.bot.config.Given;
import shopcrew.bot.config.Slot;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.exam.Bound;
import shopcrew.bot.exam.Candidate;
import shopcrew.bot.exam.Exam;
import shopcrew.bot.exam.Report;
import shopcrew.bot.exam.Table;
import shopcrew.bot.i18n.Bundle;
import shopcrew.roles.Trace;

@Command(
    name = "exam",
    description = "Lets the team sit an exam on a shop's own questions; see docs/exam.md.",
    mixinStandardHelpOptions = true)
public final class ExamCommand implements Callable<Integer> {
  private static final int MOST_TIMES = 20;
  private static final String TEAM = "team";

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
      names = "--model",
      paramLabel = "NAME",
      description =
          "house; first, second, third or the name of a model of the settings; or team, for who"
              + " does what there. Else house.")
  private String model = Trace.HOUSE;

  @Option(names = "--yes", description = "Agrees to what the model can cost.")
  private boolean yes;

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
    Optional<Candidate> found =
        model.equals(Trace.HOUSE) ? Optional.of(Candidate.house()) : configured();
    if (found.isEmpty()) return refused("model.unknown", "model", model);
    Candidate candidate = found.get();
    var exam = new Exam(files, folder(), asOf, System.out);
    LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    Bound bound = exam.bound(candidate, repeat, today);
    if (bound.most() > 0) {
      var cost = BigDecimal.valueOf(bound.most(), 6).setScale(2, RoundingMode.CEILING);
      String key = yes ? "costs" : "costs.ask";
      System.err.println(words.say(language, key, "questions", bound.questions(), "cost", cost));
      if (!yes) return 1;
    }
    Report report = exam.run(candidate, repeat, bound, out);
    if (summary != null) report.write(summary);
    System.out.print(Table.of(language, List.of(report)));
    return 0;
  }

  private Optional<Candidate> configured() {
    Config.Models models = Config.read().models();
    if (models == null) return Optional.empty();
    if (model.equals(TEAM)) return Optional.of(new Candidate(TEAM, models));
    String name =
        Stream.of(Slot.values())
            .filter(slot -> slot.word().equals(model))
            .flatMap(slot -> Stream.ofNullable(Config.settings().get(slot.at("name"))))
            .map(Given::text)
            .findFirst()
            .orElse(model);
    return Candidate.named(name, models);
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
