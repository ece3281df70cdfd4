package shopcrew.bot.exam;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;
import shopcrew.db.imports.Importer;

/// Lets the team sit the exam: every case of the files, judged, with counts and all failures.
public final class Exam {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "exam";

  private final PrintStream out;
  private final Map<Case.Kind, int[]> counts = new EnumMap<>(Case.Kind.class);

  public Exam(PrintStream out) {
    this.out = out;
  }

  /// How many of a kind were right, of how many.
  public record Score(int right, int all) {}

  /// @param files the case files
  /// @param shop the folder of the shop's own files
  /// @param predictions where each case's line goes, or null
  /// @param asOf "today" for cases that name no day, or null for the newest order's day
  public void run(List<Path> files, Path shop, @Nullable Path predictions, @Nullable LocalDate asOf)
      throws IOException {
    Path desk = Files.createTempDirectory("shopcrew-exam");
    try (Writer lines =
        predictions == null ? Writer.nullWriter() : Files.newBufferedWriter(predictions)) {
      Path original = desk.resolve("original");
      load(shop, original);
      LocalDate today = asOf == null ? Sitting.newestDay(original) : asOf;
      var sitting = new Sitting(original, desk.resolve("copy"), today);
      for (Path file : files) {
        for (Case question : Case.read(file)) ask(question, sitting, lines);
      }
    } finally {
      try (Stream<Path> left = Files.walk(desk)) {
        for (Path path : left.toList().reversed()) Files.delete(path);
      }
    }
    print();
  }

  public Score score(String kind) {
    int[] count = counts.getOrDefault(Case.Kind.valueOf(kind), new int[2]);
    return new Score(count[0], count[1]);
  }

  private void ask(Case question, Sitting sitting, Writer lines) throws IOException {
    if (question.kind() == Case.Kind.UNKNOWN) {
      out.println("SKIP " + question.id() + ": a kind of case that this exam does not know");
      return;
    }
    Prediction given = sitting.ask(question);
    lines.write(JSON.writeValueAsString(given) + "\n");
    List<String> faults = Judge.faults(question, given);
    int[] count = counts.computeIfAbsent(question.kind(), kind -> new int[2]);
    count[1]++;
    if (faults.isEmpty()) count[0]++;
    else out.println(fault(question, given, faults));
  }

  private static String fault(Case question, Prediction given, List<String> faults) {
    return "FAIL %s %s\n  asked: %s\n  reply: %s"
        .formatted(
            question.id(),
            String.join("; ", faults),
            question.message(),
            given.reply().replace("\n", "\n         "));
  }

  private void print() {
    counts.forEach(
        (kind, count) ->
            out.printf(
                Locale.ROOT,
                "%-10s %d of %d right (%.1f %%)%n",
                kind.name().toLowerCase(Locale.ROOT),
                count[0],
                count[1],
                100.0 * count[0] / count[1]));
  }

  /// The owners' yes to their own rules is taken as given.
  private static void load(Path folder, Path home) throws IOException {
    Files.createDirectories(home);
    try (Database database = Database.open(home.resolve("shop.db"))) {
      new Importer(database, SHOP).load(folder);
      database.store(SHOP).rules().agree("exam", Instant.EPOCH);
    }
  }
}
