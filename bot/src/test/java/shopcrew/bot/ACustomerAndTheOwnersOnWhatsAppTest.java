package shopcrew.bot;

/// The same story on WhatsApp.
class ACustomerAndTheOwnersOnWhatsAppTest extends ACustomerAndTheOwnersTest {
  @Override
  protected Way way() {
    return new OnWhatsApp(time);
  }
}
