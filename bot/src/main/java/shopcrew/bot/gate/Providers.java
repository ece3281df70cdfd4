package shopcrew.bot.gate;

import java.util.Map;

/// Who is reached for what.
///
/// @param messages the ways to customers that have a connector, by the name of the channel
record Providers(Provider sandbox, Provider coupons, Map<String, Provider> messages) {
  Provider of(Intent intent) {
    return switch (intent.provider()) {
      case SANDBOX -> sandbox;
      case COUPON -> coupons;
      case MESSAGES -> {
        Provider way = messages.get(intent.doc().text("via"));
        if (way == null) throw new IllegalStateException("no connector any more");
        yield way;
      }
      case PRICE, BY_HAND, HOUSE ->
          throw new IllegalArgumentException(intent.provider() + " is not sent");
    };
  }
}
