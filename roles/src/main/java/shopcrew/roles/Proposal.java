package shopcrew.roles;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;

/// A wish to spend. A role only returns it; the gate decides what it may cost at most, shows a card
/// that no model wrote, and asks the owner.
///
/// Warnings are words of the closed list (`over_daily_cap`, `losing_campaign`, …; see
/// `docs/exam.md`).
public sealed interface Proposal {
  /// The most that can leave because of it, before the platform's fees.
  Money atMost();

  /// What it is for, as the shop calls it: a campaign's id, a SKU, a group, a payee.
  String target();

  List<String> warnings();

  default @Nullable Term term() {
    return null;
  }

  /// How long, as it was said and as it was understood.
  ///
  /// @param unit `day`, `week`, `month` or `year`
  /// @param start first day; null means at once
  /// @param end last day, counted in
  record Term(String unit, int count, @Nullable LocalDate start, @Nullable LocalDate end) {
    /// The last day, counted in, as it was said or as the count gives it; null without either.
    public @Nullable LocalDate lastDay(LocalDate today) {
      if (end != null || count < 1) return end;
      LocalDate first = start == null || start.isBefore(today) ? today : start;
      LocalDate after =
          switch (unit) {
            case "week" -> first.plusWeeks(count);
            case "month" -> first.plusMonths(count);
            case "year" -> first.plusYears(count);
            default -> first.plusDays(count);
          };
      return after.minusDays(1);
    }
  }

  /// Money for ads: new, more, longer or resumed.
  ///
  /// @param target the campaign's id, or a SKU for a new campaign
  /// @param label what the owner reads ("抖音短视频-加大款")
  /// @param platform where ("抖音"); "sandbox" is our own practice platform
  /// @param perDay the daily budget if it was given by day
  record AdBudget(
      String target,
      String label,
      String platform,
      Money atMost,
      @Nullable Money perDay,
      Term term,
      List<String> warnings)
      implements Proposal {}

  /// Pausing or lowering an ad: costs nothing, is never held up.
  record AdPause(String target, String label, String platform, Money atMost, List<String> warnings)
      implements Proposal {}

  /// A coupon of the store's own table.
  ///
  /// @param face what one coupon takes off at most (for a percentage: its ceiling per order)
  /// @param percent percent off, or null for a fixed sum
  /// @param threshold smallest order, or null
  /// @param target the group's id (`all_customers`, …)
  record Coupon(
      int count,
      Money face,
      @Nullable Integer percent,
      @Nullable Money threshold,
      Term term,
      String target,
      String label,
      Money atMost,
      List<String> warnings)
      implements Proposal {}

  /// A lower price for the stock on hand; a higher price has a worst case of nought.
  record PriceChange(
      String target,
      String label,
      Money from,
      Money to,
      int stock,
      @Nullable Term term,
      Money atMost,
      List<String> warnings)
      implements Proposal {}

  /// One text to a fixed list of customers.
  ///
  /// @param via `sms`, `wecom`, `whatsapp`, `web`, …
  /// @param recipients customer ids, fixed now
  record Broadcast(
      String target,
      String label,
      String via,
      List<String> recipients,
      int leftOut,
      Money each,
      String content,
      Money atMost,
      List<String> warnings)
      implements Proposal {}

  /// Buying stock.
  record Restock(
      String target, String label, int quantity, Money each, Money atMost, List<String> warnings)
      implements Proposal {}

  /// Any other purchase.
  ///
  /// @param kind `sample`, `kol`, `mould` or `other_purchase`
  record Purchase(String kind, String target, String label, Money atMost, List<String> warnings)
      implements Proposal {}

  /// Money back to a customer, at most what was paid less what was returned before.
  record Refund(String target, String label, String reason, Money atMost, List<String> warnings)
      implements Proposal {}

  /// A standing yes to many small ads, so that not each of them is asked.
  ///
  /// @param platform where, as in an ad
  /// @param perDay the most on each day
  /// @param atMost all of it together
  record Mandate(String platform, Money perDay, Term term, Money atMost, List<String> warnings)
      implements Proposal {
    @Override
    public String target() {
      return platform;
    }
  }

  /// The word of the closed list for it.
  default String kind() {
    return switch (this) {
      case AdBudget _ -> "ad_budget";
      case AdPause _ -> "ad_pause";
      case Coupon _ -> "coupon";
      case PriceChange _ -> "discount";
      case Broadcast _ -> "broadcast";
      case Restock _ -> "restock";
      case Purchase purchase -> purchase.kind();
      case Refund _ -> "refund";
      case Mandate _ -> "mandate";
    };
  }
}
