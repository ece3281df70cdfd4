package shopcrew.bot.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.Config;
import shopcrew.bot.config.Prices;
import shopcrew.bot.config.Provider;
import shopcrew.bot.demo.SampleShop;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;

/// Mei lets a model sit the exam that she would have to pay for.
class AModelThatCostsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String PRICE =
      """
      {"id": "Q%d", "lang": "zh", "customer_id": null, "message": "%s",
       "expect": {"action": "answer", "must_include": [["82"]], "must_handoff": false}}\
      """;

  @TempDir Path folder;

  @Test
  void each_round_asks_it_anew_and_its_bill_is_the_sum_of_the_answers() throws IOException {
    try (StandIn clever = clever()) {
      Candidate candidate = Candidate.of(priced(clever.settings()));
      Exam exam = exam();
      Figures once = sat(exam, candidate, exam.bound(candidate, 1, TODAY), 1);
      int asked = clever.asked.size();
      Bound bound = exam.bound(candidate, 2, TODAY);
      Figures twice = sat(exam, candidate, bound, 2);
      assertTrue(asked > 0);
      assertEquals(3 * asked, clever.asked.size());
      assertTrue(once.cost() > 0);
      assertEquals(2 * once.cost(), twice.cost());
      assertTrue(twice.cost() < bound.most());
    }
  }

  @Test
  void what_it_can_cost_is_said_before_and_never_passed() throws IOException {
    try (StandIn clever = clever()) {
      Candidate candidate = Candidate.of(priced(clever.settings()));
      Bound one = Bound.of(candidate, 1, TODAY);
      assertEquals(7, one.questions());
      assertEquals(7 * (8_000 * 2 + 1_000 * 8), one.most());
      Bound nothing = Bound.of(candidate, 0, TODAY);
      Figures all = sat(exam(), candidate, nothing, 1);
      assertEquals(0, clever.asked.size());
      assertEquals(0, all.cost());
      assertEquals(2, all.houseSteppedIn());
      assertEquals(2, all.right());
    }
  }

  @Test
  void a_model_of_the_settings_is_called_by_its_name_and_sits_alone() {
    Config.Model small = named("small");
    Config.Model large = named("large");
    var settings = new Config.Models(List.of(large), List.of(small), Map.of());
    Candidate found = Candidate.named("small", settings).orElseThrow();
    assertEquals("small", found.name());
    assertEquals(Set.of(small), found.models());
    assertTrue(Candidate.named("medium", settings).isEmpty());
    assertEquals(Set.of(small, large), new Candidate("team", settings).models());
  }

  /// It chooses well, and has one answer.
  private static StandIn clever() {
    return StandIn.speaking(Dialect.OPENAI)
        .answering(asked -> asked.mustCall() ? Reply.calls("answer") : Reply.says("82元"));
  }

  private Exam exam() throws IOException {
    Path shop = folder.resolve("shop");
    if (!Files.exists(shop)) SampleShop.writeTo(shop);
    String cases = PRICE.formatted(1, "加大款马克杯多少钱一个") + "\n" + PRICE.formatted(2, "480ml的马克杯什么价");
    Path file = Files.writeString(folder.resolve("cases.jsonl"), cases.replaceAll("\\n +", " "));
    var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Exam(List.of(file), shop, null, quiet);
  }

  private static Figures sat(Exam exam, Candidate candidate, Bound bound, int repeat)
      throws IOException {
    Report report = exam.run(candidate, repeat, bound, null);
    return Objects.requireNonNull(report.kinds().get(Report.ALL));
  }

  private static Config.Model named(String name) {
    var price = Prices.of("0").orElseThrow();
    return new Config.Model(
        Provider.OLLAMA, "http://localhost", "", name, price, Duration.ZERO, false, false, false);
  }

  private static Config.Model priced(Config.Model free) {
    return new Config.Model(
        free.provider(),
        free.url(),
        free.key(),
        free.name(),
        Prices.of("2/8").orElseThrow(),
        free.timeout(),
        false,
        false,
        false);
  }
}
