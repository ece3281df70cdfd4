package shopcrew.bot.gate;

import shopcrew.roles.Proposal;

/// Who carries an approved spend out.
enum ProviderClass {
  /// Our practice ad platform: created paused, verified, activated.
  SANDBOX,
  /// The store's own coupons: created inactive, verified, activated.
  COUPON,
  /// The store's own prices, changed in the transaction that records it.
  PRICE,
  /// A way to customers with a connector: each message sent once, and reported on.
  MESSAGES,
  /// No connector: the owner does it and enters what was really paid.
  BY_HAND,
  /// The gate itself, in the transaction that records it.
  HOUSE;

  static ProviderClass of(Proposal proposal) {
    return switch (proposal) {
      case Proposal.AdBudget ad -> ofPlatform(ad.platform());
      case Proposal.AdPause pause -> ofPlatform(pause.platform());
      case Proposal.Coupon _ -> COUPON;
      case Proposal.PriceChange _ -> PRICE;
      case Proposal.Broadcast _, Proposal.Restock _, Proposal.Purchase _, Proposal.Refund _ ->
          BY_HAND;
      case Proposal.Mandate _ -> HOUSE;
    };
  }

  private static ProviderClass ofPlatform(String platform) {
    return platform.equalsIgnoreCase("sandbox") ? SANDBOX : BY_HAND;
  }
}
