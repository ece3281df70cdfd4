package shopcrew.bot;

import org.junit.jupiter.api.Nested;
import shopcrew.bot.model.Mind;

/// The stories again with a model that chooses well and words what was told, over real HTTP in
/// every protocol.
class TheStoriesWithAGoodMindTest {

  @Nested
  class ACustomerAndTheOwners extends ACustomerAndTheOwnersTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class ASpendInWords extends ASpendInWordsTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class ACouponAndAPrice extends ACouponAndAPriceTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class AWishWithConditions extends AWishWithConditionsTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class AnOrderByChat extends AnOrderByChatTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class AHandover extends AHandoverTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }

  @Nested
  class TheirOwnLanguage extends TheirOwnLanguageTest {
    @Override
    protected Mind whose() {
      return Mind.GOOD;
    }
  }
}
