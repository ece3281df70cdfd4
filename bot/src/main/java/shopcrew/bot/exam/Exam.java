package shopcrew.bot.exam;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.model.Models;
import shopcrew.db.Database;
import shopcrew.db.ShopCard;
import shopcrew.db.imports.Importer;

/// Lets the team sit the exam: every case of the files, as often as wanted, judged, with all
/// failures and the figures.
public final class Exam {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "exam";

  private final List<Case> cases = new ArrayList<>();
  private final Path shop;
  private final @Nullable LocalDate asOf;
  private final PrintStream out;
  private final Set<String> printed = new HashSet<>();

  /// @param files the case files
  /// @param shop the folder of the shop's own files
  /// @param asOf "today" for cases that name no day, or null for the newest order's day
  public Exam(List<Path> files, Path shop, @Nullable LocalDate asOf, PrintStream out)
      throws IOException {
    this.shop = shop;
    this.asOf = asOf;
    this.out = out;
    for (Path file : files) {
      for (Case question : Case.read(file)) {
        if (question.kind() != Case.Kind.UNKNOWN) cases.add(question);
        else out.println("SKIP " + question.id() + ": a kind of case that this exam does not know");
      }
    }
  }

  /// What so many rounds may cost.
  public Bound bound(Candidate candidate, int repeat, LocalDate day) {
    return Bound.of(candidate, (long) repeat * cases.size(), day);
  }

  /// @param repeat how often each case is asked
  /// @param bound what it may cost
  /// @param predictions where each answer's line goes, or null
  public Report run(Candidate candidate, int repeat, Bound bound, @Nullable Path predictions)
      throws IOException {
    Path desk = Files.createTempDirectory("shopcrew-exam");
    try (Writer lines =
        predictions == null ? Writer.nullWriter() : Files.newBufferedWriter(predictions)) {
      Path original = desk.resolve("original");
      Loaded loaded = load(original);
      LocalDate today = asOf == null ? loaded.newestDay() : asOf;
      var sitting = new Sitting(original, desk.resolve("copy"), today, InstantSource.system());
      var marked = new ArrayList<Marked>();
      for (int run = 1; run <= repeat; run++) {
        Models.Way way = candidate.way(bound);
        for (Case question : cases) {
          Marked one = sitting.ask(question, run, way);
          lines.write(JSON.writeValueAsString(one.given()) + "\n");
          if (!one.right()) fault(one);
          marked.add(one);
        }
      }
      return Report.of(candidate.name(), repeat, loaded.card().currency(), marked);
    } finally {
      try (Stream<Path> left = Files.walk(desk)) {
        for (Path path : left.toList().reversed()) Files.delete(path);
      }
    }
  }

  /// Said once, however often it is given.
  private void fault(Marked one) {
    String fault =
        "FAIL %s %s\n  asked: %s\n  reply: %s"
            .formatted(
                one.question().id(),
                String.join("; ", one.faults()),
                one.question().message(),
                one.given().reply().replace("\n", "\n         "));
    if (printed.add(fault)) out.println(fault);
  }

  private record Loaded(LocalDate newestDay, ShopCard card) {}

  /// The owners' yes to their own rules is taken as given.
  private Loaded load(Path home) throws IOException {
    Files.createDirectories(home);
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new Importer(database, SHOP).load(shop);
      var store = database.store(SHOP);
      store.rules().agree("exam", Instant.EPOCH);
      return new Loaded(store.orders().newestDay().orElse(LocalDate.EPOCH), store.card());
    }
  }
}
