package shopcrew.bot.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.roles.Trace;

/// Mei wants to know which model to pay for: what is counted of its answers, and how it is told.
class AModelIsMeasuredTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Trace.Step ASKED = new Trace.Asked("write", "clever", 900, 40, 350, 800, "");

  @TempDir Path folder;

  @Test
  void right_three_times_of_four_is_not_right_every_time() throws IOException {
    var answers = new ArrayList<Marked>();
    for (String price : List.of("82", "82", "68", "82")) {
      answers.add(answer(asks("Q1", ""), "The large mug is " + price + " yuan.", ASKED));
      answers.add(answer(asks("Q2", ""), "It is 82 yuan.", ASKED));
    }
    Figures all = figures(answers);
    assertEquals(2, all.cases());
    assertEquals(7, all.right());
    assertEquals(1, all.always());
    assertEquals(8 * 350, all.cost());
    assertEquals(8 * 900, all.tokensIn());
  }

  @Test
  void what_was_held_back_or_left_to_the_house_is_not_sent_as_it_was_written() throws IOException {
    var held = new Trace.Held("It is 73591 yuan.", List.of("number 73591"), "mend");
    var late = new Trace.Asked("write", "house", 0, 0, 0, 2, "clever: no answer in 30 s");
    Figures all =
        figures(
            List.of(
                answer(asks("Q1", ""), "It is 82 yuan.", ASKED),
                answer(asks("Q2", ""), "It is 82 yuan.", ASKED, held, ASKED),
                answer(asks("Q3", ""), "It is 82 yuan.", late),
                answer(asks("Q4", ""), "很便宜", ASKED)));
    assertEquals(3, all.right());
    assertEquals(1, all.sendable());
    assertEquals(1, all.mended());
    assertEquals(1, all.houseSteppedIn());
  }

  @Test
  void a_fact_is_known_when_it_is_right_in_all_its_wordings() throws IOException {
    var answers = new ArrayList<Marked>();
    for (int wording = 0; wording < 10; wording++) {
      answers.add(answer(asks("A" + wording, "same-fact:1"), "82 yuan", ASKED));
      answers.add(answer(asks("B" + wording, "same-fact:2"), wording + "2 yuan", ASKED));
    }
    Figures all = figures(answers);
    assertEquals(20, all.wordings());
    assertEquals(11, all.wordingsRight());
    assertEquals(2, all.facts());
    assertEquals(1, all.factsAlways());
  }

  @Test
  void half_of_the_answers_took_no_longer_and_95_of_100_no_longer() throws IOException {
    Case question = asks("Q1", "");
    List<Marked> answers =
        IntStream.rangeClosed(1, 100)
            .mapToObj(
                millis -> Marked.of(question, given(question, "82"), List.of(), 101L - millis))
            .toList();
    Figures all = figures(answers);
    assertEquals(50, all.medianMillis());
    assertEquals(95, all.slowMillis());
  }

  @Test
  void two_models_stand_side_by_side_as_they_were_written_down() throws IOException {
    Case question = asks("Q1", "");
    var house = Report.of("house", 1, "CNY", List.of(answer(question, "82 yuan")));
    var clever = Report.of("clever", 1, "CNY", List.of(answer(question, "68 yuan", ASKED)));
    Path kept = folder.resolve("clever.json");
    clever.write(kept);
    assertEquals(clever, Report.read(kept));
    String table = Table.of("en", List.of(house, Report.read(kept)));
    assertTrue(table.startsWith("|  | house | clever |\n|---|---|---|\n"), table);
    assertTrue(table.contains("| Service: right | 1 of 1 (100.0 %) | 0 of 1 (0.0 %) |\n"), table);
    assertTrue(table.contains("| All: cost | 0.0000 CNY | 0.0004 CNY |\n"), table);
    String chinese = Table.of("zh", List.of(house));
    assertTrue(chinese.contains("| 客服：答对 | 1 / 1（100.0%） |\n"), chinese);
  }

  private static Figures figures(List<Marked> answers) {
    Map<String, Figures> kinds = Report.of("clever", 1, "CNY", answers).kinds();
    return Objects.requireNonNull(kinds.get("all"));
  }

  private static Marked answer(Case question, String reply, Trace.Step... steps) {
    return Marked.of(question, given(question, reply), List.of(steps), 10);
  }

  /// Daniel asks for the price of the large mug.
  private static Case asks(String id, String note) throws IOException {
    JsonNode json =
        JSON.readTree(
            """
            {"message": "How much is the large mug?",
             "expect": {"action": "answer", "must_include": [["82"]], "reply_lang": "en"}}\
            """);
    ((ObjectNode) json).put("id", id).put("notes", note);
    return new Case(Case.Kind.SERVICE, json);
  }

  private static Prediction given(Case question, String reply) {
    return new Prediction(
        question.id(), 1, reply, "service", "", false, null, false, List.of(), false, List.of());
  }
}
