package shopcrew.bot.channel.telegram;

/// How fast Telegram lets a bot speak. Its support names these figures, its pages do not, so they
/// are settings.
///
/// @param perChat messages a second in a private chat, a few more at once
/// @param perGroup messages a minute in a group
/// @param overall messages a second in all
public record Rates(int perChat, int perGroup, int overall) {
  public static final Rates USUAL = new Rates(1, 20, 30);

  public Rates {
    if (perChat < 1 || perGroup < 1 || overall < 1) {
      throw new IllegalArgumentException("rates are at least 1");
    }
  }
}
