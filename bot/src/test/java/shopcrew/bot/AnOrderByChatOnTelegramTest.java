package shopcrew.bot;

/// The same story on Telegram.
class AnOrderByChatOnTelegramTest extends AnOrderByChatTest {
  @Override
  protected Way way() {
    return new OnTelegram(time);
  }
}
