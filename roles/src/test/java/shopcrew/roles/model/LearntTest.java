package shopcrew.roles.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import shopcrew.prompts.Learnt;
import shopcrew.prompts.Prompts;

/// What the build has learnt is what would be learnt now.
class LearntTest {
  @Test
  void it_answers_the_same_to_the_last_digit() {
    assertTrue(Learnt.find("customers").isPresent(), "the build has put it down");
    var wordings = Prompts.phrases("customerservice", "phrases.yaml");
    var now = new Phrases(wordings);
    var before = Phrases.of(wordings, "customers");
    for (String text : new String[] {"加大款马克杯多少钱？", "Where is my parcel?", "能便宜点吗"}) {
      assertEquals(now.ranked(text), before.ranked(text));
    }
  }

  @Test
  void other_wordings_are_learnt_anew() {
    var wordings = Prompts.phrases("promotion", "phrases.yaml");
    var now = new Phrases(wordings);
    assertEquals(now.ranked("投50块"), Phrases.of(wordings, "customers").ranked("投50块"));
  }
}
