package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.model.ModelWorld.bill;
import static shopcrew.bot.model.ModelWorld.choice;
import static shopcrew.bot.model.ModelWorld.speaking;
import static shopcrew.bot.model.ModelWorld.words;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a model does wrong, in every protocol: the house answers, and it is known why.
class WhatIsNoAnswerTest {
  private static final String WAYS = "shopcrew.bot.model.ModelWorld#ways";
  private static final ChatRequest QUESTION = words("加大款多少钱？");
  private final ModelWorld world = new ModelWorld();

  private void theHouseAnswers(StandIn model, ChatRequest question, String why) {
    var answer = world.writer(model).chat(question);
    assertSame(ModelWorld.HOUSE.aiMessage(), answer.aiMessage());
    assertEquals("house", answer.modelName());
    String instead = bill(answer).instead();
    assertTrue(instead.startsWith("stand-in: ") && instead.contains(why), instead);
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void who_is_turned_away_is_not_asked_again(Dialect dialect, boolean streams) {
    for (int status : new int[] {400, 401, 403, 404}) {
      try (var model = speaking(dialect, streams).costing("2/8").replies(Reply.error(status))) {
        theHouseAnswers(model, QUESTION, "status " + status);
        assertEquals(1, model.asked.size());
      }
    }
    assertEquals(0, world.purse.spent, "who is not let in does not pay");
    assertEquals(List.of(), world.waits);
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void who_is_out_of_order_is_asked_three_times(Dialect dialect, boolean streams) {
    for (int status : new int[] {429, 500, 502, 503, 529}) {
      try (var model = speaking(dialect, streams).answering(_ -> Reply.error(status))) {
        theHouseAnswers(model, QUESTION, "status " + status);
        assertEquals(3, model.asked.size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void a_body_that_is_cut_off(Dialect dialect, boolean streams) {
    var half = new Reply.CutOff(new Reply.Said("加大款 82 元一个，还有货。", List.of()));
    try (var model = speaking(dialect, streams).answering(_ -> half)) {
      theHouseAnswers(model, QUESTION, "broke off");
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void broken_json_and_nothing_at_all(Dialect dialect, boolean streams) {
    String whole = dialect.speech.whole(new Reply.Said("加大款 82 元一个。", List.of()));
    String begun = streams ? "data: " + whole.substring(0, 40) + "\n\n" : whole.substring(0, 40);
    for (String raw : new String[] {begun, "", "<html>Bad gateway</html>", "null", "{}"}) {
      try (var model = speaking(dialect, streams).answering(_ -> new Reply.Raw(raw))) {
        theHouseAnswers(model, QUESTION, "answer");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void empty_words_and_words_without_end(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams)) {
      model.says(" ").says("82 元。".repeat(2_000)).says("82 元。".repeat(200_000));
      theHouseAnswers(model, QUESTION, "an empty answer");
      theHouseAnswers(model, QUESTION, "too long");
      theHouseAnswers(model, QUESTION, "answer broke off");
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void a_call_of_what_there_is_not_or_of_nothing(Dialect dialect, boolean streams) {
    var choice = choice("马克杯还有吗", "stock");
    try (var model = speaking(dialect, streams)) {
      model.calls("transferMoney").says("有的。");
      theHouseAnswers(model, choice, "does not exist");
      theHouseAnswers(model, choice, "words instead of a tool");
      model.calls(new Call("stock", "{\"message\":\"" + "还有吗".repeat(3_000) + "\"}"));
      theHouseAnswers(model, choice, "too long");
      model.calls("stock");
      theHouseAnswers(model, QUESTION, "does not exist");
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void arguments_that_are_none(Dialect dialect, boolean streams) {
    for (String arguments : new String[] {"{broken", "[1]", "\"stock\""}) {
      try (var model = speaking(dialect, streams).calls(new Call("stock", arguments))) {
        theHouseAnswers(model, choice("马克杯还有吗", "stock"), "");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(WAYS)
  void who_never_answers_is_not_waited_for(Dialect dialect, boolean streams) {
    try (var model = speaking(dialect, streams).waitedFor(Duration.ofMillis(400))) {
      theHouseAnswers(model.keepsSilent().keepsSilent().keepsSilent(), QUESTION, "in time");
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI, 2", "ANTHROPIC, 3", "GEMINI, 1", "OLLAMA, 1"})
  void a_stream_that_runs_dry_before_its_end(Dialect dialect, int missing) {
    String stream = dialect.speech.streamed(new Reply.Said("加大款 82 元一个，还有货。", List.of()));
    String between = dialect == Dialect.OLLAMA ? "\n" : "\n\n";
    var events = List.of(stream.split(between));
    String begun = String.join(between, events.subList(0, events.size() - missing)) + between;
    try (var model = speaking(dialect, true).answering(_ -> new Reply.Raw(begun))) {
      theHouseAnswers(model, QUESTION, "broke off");
    }
  }
}
