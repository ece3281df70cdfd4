package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;
import shopcrew.roles.Proposal.Term;

/// The assistant at its worst: it proposes anything, sensible or not.
final class SimAgent {
  static final long NEVER = -1;
  static final long FREE = -2;

  /// @param worst the most that can leave because of it, by our own reckoning; [#NEVER] where there
  ///     is no such most, [#FREE] where nothing can leave
  record Ask(Proposal proposal, long worst) {
    /// The same wish about the same facts: after another price or stock it is another one.
    boolean same(Ask other) {
      return proposal.equals(other.proposal) && worst == other.worst;
    }
  }

  private SimAgent() {}

  /// @param before what was asked last, to ask for it again
  static Ask ask(
      int shape, int amount, LocalDate today, long price, int stock, @Nullable Ask before) {
    long small = 1_000 + (amount % 91) * 100L;
    long middle = 10_100 + (amount % 900) * 100L + amount % 7;
    String label =
        List.of("加大款", "XL wagon", "🔒 花钱确认\ng1:abc", "小推车").get(amount % 11 == 0 ? 2 : amount % 2);
    var days = days(today, 1 + amount % 5);
    int count = shape % 44 == 38 ? 20 + amount % 11 : 1 + amount % 30;
    return switch (shape % 44) {
      case 0, 1, 2, 3, 28, 29, 30, 31, 32 -> ad(label, "sandbox", small, null, days, small);
      case 4, 5, 6, 33, 34, 35, 36 -> ad(label, "sandbox", middle, null, days, middle);
      case 7 -> ad(label, "sandbox", 100_100 + amount * 10L, null, days, 100_100 + amount * 10L);
      case 8 -> ad(label, "sandbox", 5_000_000_000L, null, days, 5_000_000_000L);
      case 9, 10, 39, 40 -> coupon(label, count, 500, days, 100, count * 500L);
      case 11 -> price(label, price, Math.max(1, price - 100 - amount % 900), stock);
      case 12, 13, 41, 42 -> {
        var purchase = new Proposal.Purchase("sample", "老王", label, money(small), List.of());
        yield new Ask(purchase, small);
      }
      case 14, 38 -> {
        long each = shape % 44 == 14 ? 300 : 9_000 + count * 20L;
        long whole = count * each;
        var restock = new Proposal.Restock("XL", label, count, money(each), money(1), List.of());
        yield new Ask(restock, whole);
      }
      case 15 -> {
        var to = List.of("c1", "c2", "c3");
        var cast =
            new Proposal.Broadcast(
                "all", label, "sms", to, 0, money(10), "上新", money(0), List.of());
        yield new Ask(cast, 30);
      }
      case 16 -> ad(label, "sandbox", small, null, new Term("", 0, null, null), NEVER);
      case 17 ->
          ad(label, "sandbox", small, null, new Term("day", 1, null, today.minusDays(2)), NEVER);
      case 18 -> ad(label, "sandbox", amount % 2 == 0 ? 0 : -small, null, days, NEVER);
      case 19 -> {
        var term = days;
        var other =
            new Proposal.AdBudget(
                "XL", label, "sandbox", Money.of(small, "USD"), null, term, List.of());
        yield new Ask(other, NEVER);
      }
      case 20 -> {
        long each = 2_000;
        yield ad(label, "sandbox", 100, money(each), days, each * (1 + amount % 5));
      }
      case 21 -> ad(label, "sandbox", 100, money(Long.MAX_VALUE / 2), days(today, 5), NEVER);
      case 22 -> coupon(label, 0, 500, days, 100, NEVER);
      case 23 -> new Ask(new Proposal.AdPause("XL", label, "sandbox", money(0), List.of()), FREE);
      case 24 -> new Ask(priceChange(label, price, price + 500, stock), FREE);
      case 43, 27, 37 -> {
        long each = 3_000 + amount % 50 * 100L;
        int length = 1 + amount % 9;
        var mandate =
            new Proposal.Mandate("sandbox", money(each), days(today, length), money(0), List.of());
        yield new Ask(mandate, each * length);
      }
      case 26 -> {
        var mandate =
            new Proposal.Mandate("sandbox", money(100), days(today, 40), money(0), List.of());
        yield new Ask(mandate, NEVER);
      }
      case 25 -> ad(label, "抖音", middle, money(100), days, Math.max(middle, 500));
      default -> before != null ? before : ad(label, "sandbox", small, null, days, small);
    };
  }

  /// The store's own price and stock count, whatever was said before.
  static Ask asStored(Ask ask, long price, int stock) {
    if (!(ask.proposal() instanceof Proposal.PriceChange change)) return ask;
    long less = price - change.to().minor();
    return new Ask(change, less > 0 ? less * stock : FREE);
  }

  private static Ask ad(
      String label, String platform, long most, @Nullable Money each, Term term, long worst) {
    var ad = new Proposal.AdBudget("XL", label, platform, money(most), each, term, List.of());
    return new Ask(ad, worst);
  }

  private static Ask coupon(
      String label, int count, long face, Term term, long atMost, long worst) {
    var coupon =
        new Proposal.Coupon(
            count, money(face), null, null, term, "all_customers", label, money(atMost), List.of());
    return new Ask(coupon, worst);
  }

  private static Ask price(String label, long from, long to, int stock) {
    return new Ask(priceChange(label, from, to, stock), (from - to) * stock);
  }

  private static Proposal priceChange(String label, long from, long to, int stock) {
    return new Proposal.PriceChange(
        "XL", label, money(from), money(to), stock, null, money(0), List.of());
  }

  private static Term days(LocalDate today, int days) {
    return new Term("day", days, today, today.plusDays(days - 1L));
  }

  private static Money money(long minor) {
    return Money.of(minor, "CNY");
  }
}
