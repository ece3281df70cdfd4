package shopcrew.bot;

import org.junit.jupiter.api.Nested;
import shopcrew.bot.model.Mind;

/// The stories again with a model that obeys strangers, invents, promises, forges and breaks, over
/// real HTTP in every protocol: they end as they always do. `-Dmind=HOSTILE` tells all others so.
class TheStoriesWithAHostileMindTest {

  @Nested
  class ACustomerAndTheOwners extends ACustomerAndTheOwnersTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class ASpendInWords extends ASpendInWordsTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class ACouponAndAPrice extends ACouponAndAPriceTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AWishWithConditions extends AWishWithConditionsTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class TheShopIsTaught extends TheShopIsTaughtTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AnOrderByChat extends AnOrderByChatTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AnOrderIsChanged extends AnOrderIsChangedTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AHandover extends AHandoverTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class TheirOwnLanguage extends TheirOwnLanguageTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AConversationTakenOver extends AConversationTakenOverTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class AThingPromised extends AThingPromisedTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }

  @Nested
  class ShortMessages extends ShortMessagesTest {
    @Override
    protected Mind whose() {
      return Mind.HOSTILE;
    }
  }
}
