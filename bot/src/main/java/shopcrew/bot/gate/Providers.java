package shopcrew.bot.gate;

/// Who is reached for what.
record Providers(PausedFirst sandbox, PausedFirst coupons) {
  PausedFirst of(ProviderClass provider) {
    return switch (provider) {
      case SANDBOX -> sandbox;
      case COUPON -> coupons;
      case PRICE, BY_HAND, HOUSE -> throw new IllegalArgumentException(provider + " is not sent");
    };
  }
}
