package shopcrew.bot.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Mind;
import shopcrew.bot.model.StandIn;

/// The house model sits the exam a second time behind real HTTP, as an outside model does: what is
/// on the way changes no answer. Every case with `-Dproof=true`, else every few.
class TheHouseModelBehindALineTest {
  private static final int EVERY = Boolean.getBoolean("proof") ? 1 : 31;

  @TempDir Path folder;

  @Test
  void answers_line_by_line_as_it_does_at_home() throws IOException {
    Path shop = folder.resolve("shop");
    SampleShop.writeTo(shop);
    var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var exam = new Exam(List.of(SomeCases.of(folder, EVERY)), shop, null, quiet);
    Path atHome = folder.resolve("home.jsonl");
    Path behind = folder.resolve("behind.jsonl");
    run(exam, Candidate.house(), atHome);
    try (StandIn far = Mind.HOUSE.speaks(Dialect.OPENAI)) {
      Figures all = run(exam, Candidate.of(far.settings()), behind);
      assertEquals(0, all.houseSteppedIn());
      assertFalse(far.asked.isEmpty());
      System.out.println(all.cases() + " cases, " + far.asked.size() + " questions on the line");
    }
    assertEquals(Files.readAllLines(atHome), Files.readAllLines(behind));
  }

  private static Figures run(Exam exam, Candidate candidate, Path out) throws IOException {
    Bound free = exam.bound(candidate, 1, LocalDate.EPOCH);
    return Objects.requireNonNull(exam.run(candidate, 1, free, out).kinds().get(Report.ALL));
  }
}
