package shopcrew.bot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Fetched;
import shopcrew.bot.channel.whatsapp.WhatsApp;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// WhatsApp, with its prices in the shop's own currency. Where they cannot be told, nothing that
/// costs something is said.
final class Priced implements Channel {
  private final WhatsApp whatsapp;
  private final @Nullable BigDecimal euro;
  private final ToLongFunction<Conversation> free;

  /// @param euro what one euro is in the shop's currency, if anybody has said so
  /// @param free how many of this month's replies the platform does not charge for
  Priced(WhatsApp whatsapp, @Nullable BigDecimal euro, ToLongFunction<Conversation> free) {
    this.whatsapp = whatsapp;
    this.euro = euro;
    this.free = free;
  }

  @Override
  public String name() {
    return whatsapp.name();
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    return whatsapp.send(to, line, from);
  }

  @Override
  public Fetched fetch(String file) {
    return whatsapp.fetch(file);
  }

  @Override
  public Cost cost(Conversation to, Line line, int from) {
    var price = whatsapp.price(to, line, from, free.applyAsLong(to));
    if (price.millionths() == 0) return new Cost.Known(0);
    if (euro == null) return new Cost.Unknown("rate");
    return new Cost.Known(
        euro.multiply(BigDecimal.valueOf(price.millionths()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact());
  }
}
