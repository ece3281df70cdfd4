package shopcrew.bot;

/// The same story on Telegram.
class TheMenuOfTheBotOnTelegramTest extends TheMenuOfTheBotTest {
  @Override
  protected Way way() {
    return new OnTelegram(time);
  }
}
