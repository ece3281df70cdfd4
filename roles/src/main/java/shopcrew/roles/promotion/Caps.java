package shopcrew.roles.promotion;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopcrew.db.AdCampaign;
import shopcrew.db.AdResult;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.roles.Proposal.Term;
import shopcrew.roles.Terms;

/// What the owners' own limits and the books say against a wish to spend on ads.
final class Caps {
  /// A plan counts as losing when it lost at least a quarter of what it cost: below that it is
  // within
  /// what orders that nobody could attribute make good.
  private static final int LOSS_SHARE = 4;

  private static final int LOOK_BACK_DAYS = 365;
  private static final int FEW_SALES = 3;

  private final Store store;

  Caps(Store store) {
    this.store = store;
  }

  List<String> warnings(
      Money total,
      Money perDay,
      Term term,
      LocalDate today,
      @Nullable AdCampaign plan,
      String sku) {
    List<String> warnings = new ArrayList<>();
    Optional<Money> dayCap = store.rules().amount(Rule.Kind.AD_PLAN_DAY_CAP);
    Optional<Money> allCap = store.rules().amount(Rule.Kind.AD_DAY_CAP);
    if (dayCap.filter(perDay::moreThan).isPresent()
        || allCap.filter(perDay::moreThan).isPresent()) {
      warnings.add("over_daily_cap");
    }
    if (overMonth(total, term, today)) {
      warnings.add("over_monthly_cap");
    }
    if (plan != null && losing(result(plan, today))) {
      warnings.add("losing_campaign");
    }
    if (sellsAtALoss(sku, today)) {
      warnings.add("product_sells_at_a_loss");
    }
    return warnings;
  }

  AdResult result(AdCampaign plan, LocalDate today) {
    return store.adResults().result(plan, Days.endingOn(today, LOOK_BACK_DAYS));
  }

  static boolean losing(AdResult result) {
    return result.earned().isNegative()
        && result.earned().negated().times(LOSS_SHARE).compareTo(result.cost()) >= 0;
  }

  /// Whether the product loses money before any ad: in what was sold, or by its price where little
  // was.
  boolean sellsAtALoss(String sku, LocalDate today) {
    SalesResult sold = store.sales().ofSku(sku, Days.endingOn(today, LOOK_BACK_DAYS));
    return sold.units() >= FEW_SALES && sold.profit().isNegative();
  }

  /// Each month of the term has its own cap; what already ran this month counts.
  private boolean overMonth(Money total, Term term, LocalDate today) {
    Money cap = store.rules().amount(Rule.Kind.AD_MONTH_CAP).orElse(null);
    if (cap == null) {
      return false;
    }
    LocalDate first = Terms.first(term, today);
    LocalDate last = Terms.last(term, today);
    int days = Terms.days(term, today);
    for (LocalDate day = first; !day.isAfter(last); ) {
      YearMonth month = YearMonth.from(day);
      LocalDate end = month.atEndOfMonth().isBefore(last) ? month.atEndOfMonth() : last;
      long share = end.toEpochDay() - day.toEpochDay() + 1;
      Money part = Money.of(ceil(total.minor(), share, days), total.currency());
      if (part.plus(spent(month, today)).moreThan(cap)) {
        return true;
      }
      day = end.plusDays(1);
    }
    return days <= 31 && total.moreThan(cap);
  }

  Money spent(YearMonth month, LocalDate today) {
    LocalDate first = month.atDay(1);
    return first.isAfter(today)
        ? Money.zero(store.card().currency())
        : store.adResults().cost(new Days(first, today));
  }

  private static long ceil(long minor, long share, long days) {
    return (minor / days) * share + ((minor % days) * share + days - 1) / days;
  }
}
