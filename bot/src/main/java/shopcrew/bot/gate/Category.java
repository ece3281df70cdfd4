package shopcrew.bot.gate;

import java.util.Locale;
import shopcrew.roles.Proposal;

/// What spends are added up by, so that splitting one does not make it smaller.
enum Category {
  ADS,
  COUPON,
  PRICE,
  BROADCAST,
  RESTOCK,
  PURCHASE,
  REFUND,
  /// The gate's own matters: limits, people, mandates. Nothing leaves by itself.
  HOUSE;

  static Category of(Proposal proposal) {
    return switch (proposal) {
      case Proposal.AdBudget _, Proposal.AdPause _ -> ADS;
      case Proposal.Coupon _ -> COUPON;
      case Proposal.PriceChange _ -> PRICE;
      case Proposal.Broadcast _ -> BROADCAST;
      case Proposal.Restock _ -> RESTOCK;
      case Proposal.Purchase _ -> PURCHASE;
      case Proposal.Refund _ -> REFUND;
      case Proposal.Mandate _ -> HOUSE;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
