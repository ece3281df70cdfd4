package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.model.ModelWorld.bill;
import static shopcrew.bot.model.ModelWorld.words;

import dev.langchain4j.model.chat.ChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.Config;
import shopcrew.roles.Minds;
import shopcrew.roles.RoleName;

/// Who is asked, how often, and what is paid for it.
class AnOrderOfModelsTest {
  private static final String HOURS = "周日开到几点？";
  private static final long COST = 2L * Speech.TOKENS_IN + 8L * Speech.TOKENS_OUT;
  private final ModelWorld world = new ModelWorld();
  private final StandIn first = StandIn.speaking(Dialect.ANTHROPIC).costing("2/8");
  private final StandIn second = StandIn.speaking(Dialect.OPENAI);

  @AfterEach
  void theyGoHome() {
    first.close();
    second.close();
  }

  private static String said(ChatModel model, String question) {
    return model.chat(words(question)).aiMessage().text();
  }

  @Test
  void the_next_one_answers_and_it_is_known_why() {
    first.replies(Reply.error(401));
    second.says("开到六点。");
    var answer = world.writer(first, second).chat(words(HOURS));
    assertEquals("开到六点。", answer.aiMessage().text());
    assertEquals(
        "stand-in: status 401: {\"error\":{\"message\":\"out of order\"}}", bill(answer).instead());
  }

  @Test
  void a_cheap_one_chooses_and_each_role_has_its_writer() {
    var choose = List.of(first.settings());
    var write = List.of(second.settings());
    var minds =
        world.minds(
            new Config.Models(
                write, choose, Map.of(RoleName.PRODUCT, choose, RoleName.PROMOTION, List.of())));
    var house = ModelWorld.house();
    first.answering(_ -> Reply.says("first"));
    second.answering(_ -> Reply.says("second"));
    var service = RoleName.CUSTOMER_SERVICE;
    assertEquals("first", said(minds.of(service, Minds.Task.CHOOSE, house), HOURS));
    assertEquals("second", said(minds.of(service, Minds.Task.WRITE, house), HOURS));
    assertEquals("first", said(minds.of(RoleName.PRODUCT, Minds.Task.WRITE, house), HOURS));
    assertSame(house, minds.of(RoleName.PROMOTION, Minds.Task.WRITE, house));
  }

  @Test
  void it_is_asked_again_after_a_little_while() {
    first.replies(Reply.error(500), Reply.error(529)).says("开到六点。");
    var answer = world.writer(first).chat(words(HOURS));
    assertEquals("开到六点。", answer.aiMessage().text());
    assertTrue(bill(answer).cost() > COST, "the first try may have cost something");
    assertEquals(world.purse.spent, bill(answer).cost());
    assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), world.waits);
  }

  @Test
  void it_is_left_alone_as_long_as_it_asks_for() {
    first.replies(new Reply.Refused(429, "3", "slower")).says("开到六点。");
    assertEquals("开到六点。", said(world.writer(first), HOURS));
    assertEquals(List.of(Duration.ofSeconds(3)), world.waits);
  }

  @Test
  void nobody_waits_for_ten_seconds() {
    first.replies(new Reply.Refused(429, "10", "slower"));
    second.says("开到六点。");
    assertEquals("开到六点。", said(world.writer(first, second), HOURS));
    assertEquals(List.of(), world.waits);
    assertEquals(1, first.asked.size());
  }

  @Test
  void all_tries_together_take_no_longer_than_one_answer_may() {
    first.waitedFor(Duration.ofSeconds(4)).answering(_ -> new Reply.Refused(429, "3", "slower"));
    assertSame(ModelWorld.HOUSE.aiMessage(), world.writer(first).chat(words(HOURS)).aiMessage());
    assertEquals(List.of(Duration.ofSeconds(3)), world.waits);
    assertEquals(2, first.asked.size());
  }

  @Test
  void nobody_is_there() {
    first.close();
    var answer = world.writer(first).chat(words(HOURS));
    assertEquals("stand-in: no connection", bill(answer).instead());
    assertEquals(2, world.waits.size());
    assertEquals(0, world.purse.spent);
  }

  @Test
  void after_five_failures_it_is_left_alone_and_then_one_question_tries_it() {
    var writer = world.writer(first);
    first.answering(_ -> Reply.error(401));
    for (int i = 0; i < 7; i++) said(writer, HOURS);
    assertEquals(5, first.asked.size());
    world.now = world.now.plusSeconds(29);
    said(writer, HOURS);
    assertEquals(5, first.asked.size());
    world.now = world.now.plusSeconds(1);
    said(writer, HOURS);
    said(writer, HOURS);
    assertEquals(6, first.asked.size(), "one question tried it");
    world.now = world.now.plusSeconds(30);
    first.answering(_ -> Reply.says("开到六点。"));
    assertEquals("开到六点。", said(writer, HOURS));
    assertEquals("开到六点。", said(writer, "周六呢？"));
    assertEquals(8, first.asked.size());
  }

  @Test
  void the_same_question_gets_the_same_answer_for_nothing() {
    var writer = world.writer(first);
    first.says("开到六点。").says("开到五点。");
    assertEquals(COST, bill(writer.chat(words(HOURS))).cost());
    var again = writer.chat(words(HOURS));
    assertEquals("开到六点。", again.aiMessage().text());
    assertEquals(0, bill(again).cost());
    assertEquals(0, again.tokenUsage().totalTokenCount());
    assertEquals(1, first.asked.size());
    assertEquals(COST, world.purse.spent);
    assertEquals("开到五点。", said(writer, "（周日改到五点）" + HOURS));
  }

  @Test
  void a_failure_is_not_remembered() {
    first.replies(Reply.error(400)).says("");
    first.says("开到六点。");
    var writer = world.writer(first);
    said(writer, HOURS);
    said(writer, HOURS);
    assertEquals("开到六点。", said(writer, HOURS));
  }

  @Test
  void an_answer_that_is_none_is_paid_for_all_the_same() {
    first.says(" ");
    var answer = world.writer(first).chat(words(HOURS));
    assertEquals("house", answer.modelName());
    assertEquals(COST, bill(answer).cost());
    assertEquals(COST, world.purse.spent);
  }

  @Test
  void what_may_have_been_paid_for_counts_as_the_worst() {
    first.answering(_ -> Reply.error(500));
    var answer = world.writer(first).chat(words(HOURS));
    assertEquals(3, world.purse.asked);
    assertEquals(world.purse.spent, bill(answer).cost());
    assertTrue(world.purse.spent > 3L * 8 * Clients.LONGEST_ANSWER);
  }

  @Test
  void no_allowance_no_question() {
    world.purse.left = 1;
    first.says("开到六点。");
    var answer = world.writer(first).chat(words(HOURS));
    assertEquals("house", answer.modelName());
    assertEquals("stand-in: not covered by the allowance", bill(answer).instead());
    assertEquals(0, first.asked.size());
    assertEquals(0, world.purse.spent);
  }

  @Test
  void a_model_of_ones_own_asks_for_no_allowance() {
    world.purse.left = 0;
    second.says("开到六点。");
    assertEquals("开到六点。", said(world.writer(second), HOURS));
    assertEquals(0, world.purse.asked);
  }

  @Test
  void who_did_not_answer_is_paid_all_the_same() {
    first.says(" ");
    second.says("开到六点。");
    var answer = world.writer(first, second).chat(words(HOURS));
    assertEquals("开到六点。", answer.aiMessage().text());
    assertEquals(COST, bill(answer).cost());
    assertEquals("stand-in: an empty answer", bill(answer).instead());
  }

  @Test
  void while_one_question_tries_it_the_others_pass_it_by() {
    var writer = world.writer(first);
    first.answering(_ -> Reply.error(401));
    for (int i = 0; i < 5; i++) said(writer, HOURS);
    world.now = world.now.plusSeconds(30);
    first.answering(_ -> Reply.says("别人听到的：" + said(writer, "周六呢？")));
    assertEquals("别人听到的：" + ModelWorld.HOUSE.aiMessage().text(), said(writer, HOURS));
    assertEquals(6, first.asked.size());
  }
}
