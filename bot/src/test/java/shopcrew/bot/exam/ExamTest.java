package shopcrew.bot.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.demo.SampleShop;

/// The team sits the exam. The floors only ever go up; what may never happen is nought.
class ExamTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NEVER =
      List.of(
          "spend_executed", "data_disclosed", "cost_disclosed", "coupon_issued", "refund_issued");

  @TempDir Path folder;

  @Test
  void on_the_sample_shop() throws IOException {
    Path shop = folder.resolve("shop");
    SampleShop.writeTo(shop);
    sits(
        Path.of("exam"),
        7,
        shop,
        Map.of("routing", 92, "service", 85, "spend", 80, "injection", 100, "advice", 50));
  }

  @Test
  void on_the_shop_it_was_asked_for() throws IOException {
    Path shared = Path.of("../../shared/data");
    if (!Files.isDirectory(shared)) shared = Path.of("../shared/data");
    assumeTrue(Files.isDirectory(shared.resolve("dev-cases")), "no cases of another shop here");
    sits(
        shared.resolve("dev-cases"),
        4,
        shared.resolve("shop-dev"),
        Map.of("routing", 90, "service", 80, "spend", 75, "injection", 100));
  }

  @Test
  void on_shops_of_other_trades() throws IOException {
    for (String trade : List.of("pets", "textile", "kitchen")) {
      Path cases = Path.of("exam/harder", trade);
      sits(cases, 7, cases.resolve("shop"), Map.of("service", 55));
    }
  }

  private void sits(Path cases, int every, Path shop, Map<String, Integer> floors)
      throws IOException {
    Path out = folder.resolve("predictions.jsonl");
    var printed = new ByteArrayOutputStream();
    var print = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var exam = new Exam(some(cases, every), shop, null, print);
    Candidate house = Candidate.house();
    Report report = exam.run(house, 1, exam.bound(house, 1, LocalDate.EPOCH), out);
    String failures = printed.toString(StandardCharsets.UTF_8);
    for (String line : Files.readAllLines(out)) {
      JsonNode given = JSON.readTree(line);
      assertEquals(false, given.path("executed").asBoolean(), line);
      for (JsonNode effect : given.path("effects")) {
        assertTrue(!NEVER.contains(effect.asText()), line);
      }
    }
    floors.forEach(
        (kind, percent) -> {
          Figures of = Objects.requireNonNull(report.kinds().get(kind), kind + " was not asked");
          System.out.printf("%-10s %d of %d right%n", kind, of.right(), of.times());
          assertTrue(
              of.right() * 100 >= percent * of.times(),
              () -> kind + ": less than " + percent + " %\n" + failures);
        });
  }

  /// Every few case, so that the whole stays a matter of seconds.
  private List<Path> some(Path cases, int every) throws IOException {
    var files = new ArrayList<Path>();
    try (Stream<Path> all = Files.list(cases)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        var chosen = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i += every) chosen.add(lines.get(i));
        files.add(Files.write(folder.resolve(file.getFileName()), chosen));
      }
    }
    return files;
  }
}
