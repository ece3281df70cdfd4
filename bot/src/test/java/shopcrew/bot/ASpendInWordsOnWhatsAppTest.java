package shopcrew.bot;

/// The same story on WhatsApp.
class ASpendInWordsOnWhatsAppTest extends ASpendInWordsTest {
  @Override
  protected Way way() {
    return new OnWhatsApp(time);
  }
}
