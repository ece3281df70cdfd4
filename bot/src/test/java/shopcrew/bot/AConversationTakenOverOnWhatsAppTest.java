package shopcrew.bot;

/// The same story on WhatsApp.
class AConversationTakenOverOnWhatsAppTest extends AConversationTakenOverTest {
  @Override
  protected Way way() {
    return new OnWhatsApp(time);
  }
}
