package shopcrew.bot;

/// The same story on Telegram.
class AConversationTakenOverOnTelegramTest extends AConversationTakenOverTest {
  @Override
  protected Way way() {
    return new OnTelegram(time);
  }
}
