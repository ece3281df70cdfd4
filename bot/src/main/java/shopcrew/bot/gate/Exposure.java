package shopcrew.bot.gate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// The most money that can leave because of a proposal, or why there is no such most.
sealed interface Exposure {
  record Worst(Money money) implements Exposure {}

  /// Nothing more can leave than without it: it waits for nobody.
  record Free() implements Exposure {}

  /// @param word the key of the sentence that says what is missing
  record Refused(String word) implements Exposure {}

  static Exposure of(Proposal proposal, String currency, LocalDate today) {
    if (!proposal.atMost().currency().equals(currency)) return new Refused("refuse.currency");
    if (proposal.atMost().isNegative()) return new Refused("refuse.amount");
    try {
      return switch (proposal) {
        case Proposal.AdPause _ -> new Free();
        case Proposal.AdBudget ad -> ad(ad, today);
        case Proposal.Coupon coupon -> coupon(coupon, today);
        case Proposal.PriceChange change -> price(change);
        case Proposal.Broadcast cast -> broadcast(cast);
        case Proposal.Restock restock ->
            restock.quantity() < 1 || restock.each().isNegative()
                ? new Refused("refuse.quantity")
                : spend(restock.atMost().max(restock.each().times(restock.quantity())));
        case Proposal.Purchase purchase -> spend(purchase.atMost());
        case Proposal.Refund refund -> spend(refund.atMost());
        case Proposal.Mandate mandate -> mandate(mandate, today);
      };
    } catch (ArithmeticException | IllegalArgumentException e) {
      return new Refused("refuse.amount");
    }
  }

  private static Exposure ad(Proposal.AdBudget ad, LocalDate today) {
    LocalDate start = begin(ad.term(), today);
    LocalDate end = ad.term().lastDay(today);
    if (end == null) return new Refused("refuse.no_end");
    if (end.isBefore(start)) return new Refused("refuse.past_end");
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    Money perDay = ad.perDay();
    return spend(perDay == null ? ad.atMost() : ad.atMost().max(perDay.times(days)));
  }

  private static Exposure mandate(Proposal.Mandate mandate, LocalDate today) {
    LocalDate start = begin(mandate.term(), today);
    LocalDate end = mandate.term().lastDay(today);
    if (end == null) return new Refused("refuse.no_end");
    if (end.isBefore(start)) return new Refused("refuse.past_end");
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    if (days > Mandates.LONGEST) return new Refused("refuse.too_long");
    return mandate.perDay().isPositive()
        ? spend(mandate.atMost().max(mandate.perDay().times(days)))
        : new Refused("refuse.amount");
  }

  private static Exposure coupon(Proposal.Coupon coupon, LocalDate today) {
    if (coupon.count() < 1) return new Refused("refuse.no_count");
    if (!coupon.face().isPositive()) return new Refused("refuse.no_face");
    LocalDate end = coupon.term().lastDay(today);
    if (end == null) return new Refused("refuse.no_end");
    if (end.isBefore(begin(coupon.term(), today))) return new Refused("refuse.past_end");
    return spend(coupon.atMost().max(coupon.face().times(coupon.count())));
  }

  private static Exposure price(Proposal.PriceChange change) {
    if (!change.to().isPositive()) return new Refused("refuse.amount");
    if (!change.to().lessThan(change.from())) return new Free();
    if (change.stock() < 0) return new Refused("refuse.no_stock");
    Money worst = change.from().minus(change.to()).times(change.stock());
    return spendOrNought(change.atMost().max(worst));
  }

  private static Exposure broadcast(Proposal.Broadcast cast) {
    if (cast.recipients().isEmpty()) return new Refused("refuse.no_recipients");
    if (cast.each().isNegative()) return new Refused("refuse.amount");
    return spendOrNought(cast.atMost().max(cast.each().times(cast.recipients().size())));
  }

  /// It speaks to customers or changes a price, so a person looks even where nothing can leave.
  private static Exposure spendOrNought(Money money) {
    return new Worst(money);
  }

  private static Exposure spend(Money money) {
    return money.isPositive() ? new Worst(money) : new Refused("refuse.amount");
  }

  private static LocalDate begin(Proposal.@Nullable Term term, LocalDate today) {
    LocalDate start = term == null ? null : term.start();
    return start == null ? today : start;
  }
}
