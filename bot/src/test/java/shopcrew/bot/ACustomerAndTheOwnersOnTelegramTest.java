package shopcrew.bot;

/// The same story on Telegram.
class ACustomerAndTheOwnersOnTelegramTest extends ACustomerAndTheOwnersTest {
  @Override
  protected Way way() {
    return new OnTelegram(time);
  }
}
