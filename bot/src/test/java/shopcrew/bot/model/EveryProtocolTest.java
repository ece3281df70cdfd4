package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.model.ModelWorld.bill;
import static shopcrew.bot.model.ModelWorld.choice;
import static shopcrew.bot.model.ModelWorld.speaking;
import static shopcrew.bot.model.ModelWorld.words;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever makes the model and however it answers, the team gets the same.
class EveryProtocolTest {
  private static final String WAYS = "shopcrew.bot.model.ModelWorld#ways";
  private final ModelWorld world = new ModelWorld();

  @ParameterizedTest
  @MethodSource(WAYS)
  void words_arrive_whole_with_their_bill(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams).costing("2/8")) {
      var answer = world.writer(model.says("加大款 82 元一个，还有货。")).chat(words("加大款多少钱？"));
      assertEquals("加大款 82 元一个，还有货。", answer.aiMessage().text());
      assertEquals("stand-in", answer.modelName());
      assertEquals(Speech.TOKENS_IN, answer.tokenUsage().inputTokenCount());
      assertEquals(Speech.TOKENS_OUT, answer.tokenUsage().outputTokenCount());
      long cost = 2L * Speech.TOKENS_IN + 8L * Speech.TOKENS_OUT;
      assertEquals(cost, bill(answer).cost());
      assertEquals(cost, world.purse.spent);
      assertEquals("", bill(answer).instead());
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void the_model_sees_what_it_is_told_and_what_was_said(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams).says("好的。")) {
      var answer = world.writer(model).chat(words("在吗？"));
      assertEquals("好的。", answer.aiMessage().text());
      Asked asked = model.asked.getFirst();
      assertEquals("You work in Mei's shop.", asked.system());
      assertEquals("在吗？", asked.text());
      assertTrue(asked.tools().isEmpty());
      String body = asked.body().toString();
      assertTrue(body.contains("4000"), "an answer has a limit: " + body);
      assertTrue(body.contains("\"temperature\":0"), body);
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void a_tool_is_called_with_what_was_said(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams)) {
      var stock = new Call("stock", "{\"message\":\"马克杯还有吗\"}");
      var price = new Call("price", "{\"message\":\"多少钱\"}");
      var answer =
          world.writer(model.calls(stock, price)).chat(choice("马克杯还有吗，多少钱", "stock", "price"));
      var calls = answer.aiMessage().toolExecutionRequests();
      assertEquals(2, calls.size());
      assertEquals("stock", calls.getFirst().name());
      assertEquals(Speech.parsed(stock.arguments()), Speech.parsed(calls.getFirst().arguments()));
      assertEquals("price", calls.getLast().name());
      assertEquals(Speech.parsed(price.arguments()), Speech.parsed(calls.getLast().arguments()));
      Asked asked = model.asked.getFirst();
      assertEquals(List.of("stock", "price"), asked.toolNames());
      assertEquals(List.of("message"), asked.tools().getFirst().parameters());
      assertEquals(dialect != Dialect.OLLAMA, asked.mustCall(), "Ollama knows no must");
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI, false", "OPENAI, true", "ANTHROPIC, false", "ANTHROPIC, true"})
  void what_a_model_refuses_by_name_is_left_out(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams)) {
      var refusal = new Reply.Refused(400, "", "`temperature` is deprecated for this model.");
      model.answering(asked -> asked.body().has("temperature") ? refusal : Reply.says("开到六点。"));
      var writer = world.writer(model);
      assertEquals("开到六点。", writer.chat(words("几点关门？")).aiMessage().text());
      assertEquals("开到六点。", writer.chat(words("周日呢？")).aiMessage().text());
      assertEquals(3, model.asked.size(), "it is told once");
      var body = model.asked.getLast().body();
      String limit = dialect == Dialect.OPENAI ? "max_completion_tokens" : "max_tokens";
      assertEquals(4_000, body.path(limit).asInt(), body.toString());
      assertFalse(body.has("seed"), body.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI, false", "OPENAI, true", "ANTHROPIC, false", "ANTHROPIC, true"})
  void who_cannot_be_forced_to_call_may_call_all_the_same(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams)) {
      var refusal = new Reply.Refused(400, "", "tool_choice must not be required while thinking");
      model.answering(asked -> asked.mustCall() ? refusal : Reply.calls("stock"));
      var writer = world.writer(model);
      for (String question : List.of("马克杯还有吗", "碗还有吗")) {
        var call = writer.chat(choice(question, "stock")).aiMessage().toolExecutionRequests();
        assertEquals("stock", call.getFirst().name());
      }
      assertEquals(3, model.asked.size(), "it is told once");
      var body = model.asked.getLast().body();
      assertTrue(body.has("temperature"), "the rest stays: " + body);
    }
  }
}
