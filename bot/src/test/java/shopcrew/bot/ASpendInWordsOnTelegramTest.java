package shopcrew.bot;

/// The same story on Telegram.
class ASpendInWordsOnTelegramTest extends ASpendInWordsTest {
  @Override
  protected Way way() {
    return new OnTelegram(time);
  }
}
