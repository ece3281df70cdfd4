package shopcrew.bot.channel.whatsapp;

/// A channel that sends what is charged without anybody having written first.
public final class SendsTemplates {
  private SendsTemplates() {}

  static String payload(String to) {
    return "{\"to\":\"" + to + "\",\"type\":\"template\"}";
  }
}
