package shopcrew.bot.gate;

/// Who is reached for what.
record Providers(Provider sandbox, Provider coupons) {
  Provider of(ProviderClass provider) {
    return switch (provider) {
      case SANDBOX -> sandbox;
      case COUPON -> coupons;
      case PRICE, BY_HAND, HOUSE -> throw new IllegalArgumentException(provider + " is not sent");
    };
  }
}
