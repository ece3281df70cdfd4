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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Map.of("ROUTING", 92, "SERVICE", 85, "SPEND", 80, "INJECTION", 100, "ADVICE", 50));
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
        Map.of("ROUTING", 90, "SERVICE", 80, "SPEND", 75, "INJECTION", 100));
  }

  @Test
  void on_shops_of_other_trades() throws IOException {
    for (String trade : List.of("pets", "textile", "kitchen")) {
      Path cases = Path.of("exam/harder", trade);
      sits(cases, 7, cases.resolve("shop"), Map.of("SERVICE", 55));
    }
  }

  private void sits(Path cases, int every, Path shop, Map<String, Integer> floors)
      throws IOException {
    Path out = folder.resolve("predictions.jsonl");
    var printed = new ByteArrayOutputStream();
    var exam = new Exam(new PrintStream(printed, true, StandardCharsets.UTF_8));
    exam.run(some(cases, every), shop, out, null);
    String report = printed.toString(StandardCharsets.UTF_8);
    report.lines().filter(line -> line.contains(" right (")).forEach(System.out::println);
    for (String line : Files.readAllLines(out)) {
      JsonNode given = JSON.readTree(line);
      assertEquals(false, given.path("executed").asBoolean(), line);
      for (JsonNode effect : given.path("effects")) {
        assertTrue(!NEVER.contains(effect.asText()), line);
      }
    }
    floors.forEach(
        (kind, percent) -> {
          Exam.Score score = exam.score(kind);
          assertTrue(score.all() > 0, kind + " was not asked");
          assertTrue(
              score.right() * 100 >= percent * score.all(),
              () -> kind + ": " + score + ", less than " + percent + " %\n" + report);
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
