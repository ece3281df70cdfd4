package shopcrew.roles.campaigns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Coupon;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Proposal.Term;
import shopcrew.roles.Terms;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// Makes a coupon of an owner's words. The worst case is bounded before anything is proposed: so
// many
/// coupons, each taking off so much at most.
final class Coupons {
  private static final int ASSUMED_DAYS = 7;
  private static final long MOST_COUPONS = 1_000_000;
  private static final Pattern ONLY_ASKING =
      Pattern.compile("多少钱|花多少|最多会|会花|要花|成本多少|how much|what would|worst case");

  private final Store store;
  private final Groups groups;

  Coupons(Store store, Groups groups) {
    this.store = store;
    this.groups = groups;
  }

  Outcome of(Turn turn, Voice voice) {
    String currency = store.card().currency();
    CouponWish wish = CouponWish.of(turn.text(), currency);
    Group group = groups.meant(turn.text(), AsOf.of(store, turn.today()).day(), voice);
    Long count = count(wish, group);
    Money most = wish.most();
    boolean asks = ONLY_ASKING.matcher(Normal.text(turn.text())).find();
    if (asks && count != null && most != null) {
      Money worst = most.times(count);
      return new Outcome.Answer(
          Told.of(
              voice.say(
                  "coupon_worst",
                  "count",
                  count,
                  "face",
                  voice.money(most),
                  "total",
                  voice.money(worst)),
              worst.decimalText(),
              "coupon.worst"));
    }
    List<String> missing = missing(wish, group, count);
    if (!missing.isEmpty() || count == null || most == null) {
      return ask(missing, wish, voice);
    }
    Period period =
        Periods.in(Normal.text(turn.text()), turn.today())
            .filter(p -> Terms.bounded(p, turn.today()))
            .orElse(null);
    Term term = period == null ? Terms.days(ASSUMED_DAYS) : Terms.of(period, turn.today());
    return propose(wish, count, most, group, term, period == null, turn.today(), voice);
  }

  private Outcome propose(
      CouponWish wish,
      long count,
      Money most,
      Group group,
      Term term,
      boolean assumed,
      LocalDate today,
      Voice voice) {
    List<String> warnings = new ArrayList<>();
    limit(wish, most).ifPresent(percent -> warnings.add("over_coupon_" + percent + "pct"));
    if (!group.sure()) {
      warnings.add("scope_confirm");
    }
    if (assumed) {
      warnings.add("period_unspecified");
    }
    Money total = most.times(count);
    String offer = offer(wish, most, voice);
    Proposal proposal =
        new Proposal.Coupon(
            (int) count,
            most,
            wish.percent(),
            wish.threshold(),
            term,
            group.id(),
            offer,
            total,
            List.copyOf(warnings));
    List<String> lines = new ArrayList<>();
    lines.add(
        voice.say(
            "coupon",
            "count",
            count,
            "offer",
            offer,
            "group",
            group.label(),
            "until",
            Terms.last(term, today),
            "total",
            voice.money(total)));
    if (warnings.stream().anyMatch(w -> w.startsWith("over_coupon"))) {
      lines.add(
          voice.say(
              "over_coupon",
              "percent",
              store.rules().value(Rule.Kind.COUPON_MAX_PERCENT).orElse("")));
    }
    if (assumed) {
      lines.add(voice.say("period_assumed", "n", ASSUMED_DAYS));
    }
    if (!group.sure()) {
      lines.add(voice.say("scope_confirm", "group", group.label()));
    }
    already(group, today).ifPresent(n -> lines.add(voice.say("coupons_already", "n", n)));
    return new Outcome.Proposes(proposal, Told.of(String.join("\n", lines)));
  }

  private static @Nullable Long count(CouponWish wish, Group group) {
    Long said = wish.count();
    boolean forEach =
        wish.oneEach() || group.named() && group.sure() && (said == null || said == 1);
    Long count = forEach && group.named() ? Long.valueOf(group.members().size()) : said;
    return count != null && count > 0 && count <= MOST_COUPONS ? count : null;
  }

  private static List<String> missing(CouponWish wish, Group group, @Nullable Long count) {
    List<String> missing = new ArrayList<>();
    if (wish.most() == null) {
      missing.add("face");
    }
    if (wish.threshold() == null && (wish.most() == null || !group.named())) {
      missing.add("threshold");
    }
    if (count == null) {
      missing.add(wish.oneEach() && !group.named() ? "audience" : "count");
    }
    return missing;
  }

  private Outcome ask(List<String> missing, CouponWish wish, Voice voice) {
    List<String> choices = new ArrayList<>();
    Money most = wish.most();
    if (missing.getFirst().equals("threshold") && most != null) {
      Money least = least(most);
      choices.add(voice.say("choice_threshold", "sum", least.plain()));
      choices.add(voice.say("choice_threshold", "sum", least.times(2).plain()));
    } else if (missing.getFirst().equals("count")) {
      choices.addAll(List.of("20", "50", "100"));
    }
    String key = missing.contains("face") && wish.percent() != null ? "ask_ceiling" : "ask";
    String what = voice.list(missing.stream().map(word -> voice.say("missing_" + word)).toList());
    return new Outcome.AsksBack(Told.of(voice.say(key, "what", what)), missing, choices);
  }

  /// The smallest round order at which this much off keeps the owners' limit.
  private Money least(Money most) {
    int percent = store.rules().value(Rule.Kind.COUPON_MAX_PERCENT).map(Coupons::whole).orElse(10);
    long minor = (most.minor() * 100 + percent - 1) / Math.max(1, percent);
    long ten = 10L * unit(most.currency());
    return Money.of((minor + ten - 1) / ten * ten, most.currency());
  }

  private static long unit(String currency) {
    long unit = 1;
    for (int i = 0; i < Money.digits(currency); i++) {
      unit *= 10;
    }
    return unit;
  }

  /// The owners' limit in percent where this coupon is above it.
  private Optional<Integer> limit(CouponWish wish, Money most) {
    Optional<Integer> limit = store.rules().value(Rule.Kind.COUPON_MAX_PERCENT).map(Coupons::whole);
    Money threshold = wish.threshold();
    Integer percent = wish.percent();
    return limit.filter(
        max ->
            percent != null && percent > max
                || percent == null
                    && threshold != null
                    && most.times(100).moreThan(threshold.times(max)));
  }

  /// How many coupons this group was given this month already, where that is the owners' limit.
  private Optional<Long> already(Group group, LocalDate today) {
    int most =
        store
            .rules()
            .value(Rule.Kind.COUPONS_PER_CUSTOMER_MONTH)
            .map(Coupons::whole)
            .orElse(Integer.MAX_VALUE);
    long given =
        store.campaigns().all().stream()
            .filter(coupon -> coupon.state() != Coupon.State.INACTIVE)
            .filter(coupon -> YearMonth.from(coupon.validFrom()).equals(YearMonth.from(today)))
            .filter(
                coupon ->
                    coupon.audience().equals(group.id())
                        || coupon.audience().equals("all_customers"))
            .count();
    return given >= most ? Optional.of(given) : Optional.empty();
  }

  private static int whole(String percent) {
    return new java.math.BigDecimal(percent).intValue();
  }

  private static String offer(CouponWish wish, Money most, Voice voice) {
    Money threshold = wish.threshold();
    Integer percent = wish.percent();
    String from =
        threshold == null || threshold.isZero()
            ? voice.say("any_order")
            : voice.say("order_from", "sum", threshold.plain());
    return percent == null
        ? voice.say("offer", "from", from, "face", most.plain())
        : voice.say("offer_percent", "from", from, "percent", percent, "face", most.plain());
  }
}
