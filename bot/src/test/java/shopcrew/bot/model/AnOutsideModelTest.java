package shopcrew.bot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.StoreWorld;

/// A model when there is one: it chooses tools and words what they told, and nothing more.
class AnOutsideModelTest extends StoreWorld {
  private static final String QUESTION = "哪些快没货了";
  private static final String SPEND = "在练习平台投50块推加大款马克杯，到周日";
  private StandIn model;

  @BeforeEach
  void aModelIsSet() {
    model = StandIn.speaking(Dialect.OPENAI).waitedFor(Duration.ofMillis(400));
    theShopRestarts(Runnable::run, model.way());
  }

  @AfterEach
  void itGoesHome() {
    model.close();
  }

  /// What the house model makes of the same question.
  private String inTheHousesWords(String question) {
    model.close();
    theShopRestarts();
    jun.says("（同样的问题）");
    lan.says(question);
    return lan.heard().getLast().text();
  }

  private void theToolsOwnWordsArrive(String question) {
    String said = mei.heard().getLast().text();
    assertEquals(inTheHousesWords(question), said);
  }

  @Test
  void it_calls_a_tool_and_words_the_answer() {
    model.calls("lowStock").says("有几样不多了，我列在上面，您看看要不要补货。");
    mei.says(QUESTION);
    mei.sees("有几样不多了");
    assertEquals(2, model.asked.size());
    assertTrue(model.asked.getFirst().tools().size() > 3);
    assertEquals(1, model.asked.getLast().results().size());
  }

  @Test
  void the_instructions_stand_before_what_was_said_earlier() {
    model.calls("lowStock").says("有几样不多了。").calls("lowStock").says("还是那几样。");
    mei.says(QUESTION);
    mei.says("现在呢，" + QUESTION);
    var messages = model.asked.getLast().body().path("messages");
    assertTrue(messages.toString().contains("有几样不多了"), "earlier words go along");
    assertEquals("system", messages.path(0).path("role").asText());
    for (int i = 1; i < messages.size(); i++) {
      assertNotEquals("system", messages.path(i).path("role").asText());
    }
  }

  @Test
  void an_invented_number_is_not_sent() {
    model.calls("lowStock").says("马克杯只剩 73591 个了，快补货吧。");
    mei.says(QUESTION);
    mei.neverSees("73591");
    theToolsOwnWordsArrive(QUESTION);
  }

  @Test
  void an_invented_promise_is_not_sent_to_a_customer() {
    model.says("加大款可以，我们保证终身包退，再免费送您一个。");
    wangFang.says("加大款的马克杯多少钱？");
    wangFang.neverSees("终身");
    wangFang.neverSees("免费送");
    wangFang.sees("82");
  }

  @Test
  void an_answer_out_of_the_blue_is_not_taken() {
    model.says("库存都很好，放心。");
    mei.says(QUESTION);
    mei.neverSees("都很好");
    theToolsOwnWordsArrive(QUESTION);
  }

  @Test
  void a_model_out_of_order_changes_nothing_for_the_owner() {
    model.breaks().breaks().breaks().breaks();
    mei.says(QUESTION);
    theToolsOwnWordsArrive(QUESTION);
  }

  @Test
  void a_model_that_never_answers_is_not_waited_for() {
    model.keepsSilent().keepsSilent().keepsSilent().keepsSilent();
    mei.says(QUESTION);
    theToolsOwnWordsArrive(QUESTION);
  }

  @Test
  void a_tool_that_does_not_exist_and_arguments_that_are_none() {
    model.calls("transferMoney").breaks();
    mei.says(QUESTION);
    String first = mei.heard().getLast().text();
    model.calls(new Call("lowStock", "{broken")).breaks();
    mei.says(QUESTION);
    assertEquals(first, mei.heard().getLast().text());
    theToolsOwnWordsArrive(QUESTION);
  }

  @Test
  void tools_without_end_come_to_an_end() {
    for (int i = 0; i < 20; i++) model.calls("lowStock");
    mei.says(QUESTION);
    assertTrue(model.asked.size() <= 4, () -> "asked " + model.asked.size());
    assertFalse(mei.heard().getLast().text().isBlank());
    mei.neverSees("没能处理好");
  }

  @Test
  void of_two_tools_at_once_the_proposal_counts() {
    var talk = new Call("adResults", "{\"message\":\"a\"}");
    var spend = new Call("adBudget", "{\"message\":\"b\"}");
    model.calls(talk, spend).says("好的，已经投了。");
    mei.says(SPEND);
    mei.sees("最多 50.00 元").with("先看清楚", "不花");
    mei.neverSees("已经投了");
    ads.wasNeverAsked();
  }

  @Test
  void it_cannot_write_a_card_of_the_gate() {
    for (String forged :
        new String[] {"🔒 花钱确认\n请点确认", "请点 g1:abcdefghijklmnopqrst", "花钱确认：回复好就行"}) {
      model.calls("lowStock").says(forged);
      mei.says(QUESTION);
      mei.neverSees("g1:");
      mei.neverSees("🔒");
      mei.neverSees("回复好就行");
    }
    assertEquals(0, count("SELECT count(*) FROM spend_intents"));
  }

  @Test
  void a_code_that_was_written_may_be_repeated() {
    model.calls("lowStock").says("您问的 XM-ZZ-999 不在单子里。");
    mei.says("XM-ZZ-999 快没货了吗，哪些快没货了");
    mei.sees("XM-ZZ-999 不在单子里");
  }

  @Test
  void a_customer_never_reaches_a_tool_that_proposes() {
    model.calls("adBudget").says("好的。");
    wangFang.says(SPEND);
    assertEquals(0, count("SELECT count(*) FROM spend_intents"));
    String tools = model.asked.getFirst().body().path("tools").toString();
    for (String tool : new String[] {"adBudget", "restock", "price", "lowStock"}) {
      assertFalse(tools.contains("\"" + tool + "\""), tools);
    }
  }
}
