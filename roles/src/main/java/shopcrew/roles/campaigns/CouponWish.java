package shopcrew.roles.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Percent;
import shopcrew.roles.words.Percents;

/// What an owner said of a coupon: how many, how much off, from which order, and the most a
// percentage
/// may take off.
record CouponWish(
    @Nullable Long count,
    boolean oneEach,
    @Nullable Money face,
    @Nullable Integer percent,
    @Nullable Money ceiling,
    @Nullable Money threshold) {
  private static final Pattern SMALLEST_ORDER =
      Pattern.compile(
          "(?:满|每满|消费|满额|买够|超过|over|above|min(?:imum)?(?: order)?(?: of)?|spend(?:ing)?|orders?"
              + " (?:over|of|above|from)|off(?: orders?)?(?: over| above| of| on)?)\\s?[¥$€£]?$");
  private static final Pattern MOST_OFF =
      Pattern.compile(
          "(?:最多减?|最多优惠|最多抵|最高减?|封顶|上限|不超过|up to|max(?:imum)?(?: of)?|capped at|cap(?: of)?|at"
              + " most)\\s?[¥$€£]?$");
  private static final Pattern CAPPED_AFTER = Pattern.compile("^\\s?(?:元|块)?封顶");
  private static final Pattern ORDER_AFTER =
      Pattern.compile("^\\s?(?:元|块)?(?:以上|起)?(?:可用|能用|才能用|使用)|^\\s?(?:or more|and up|and over)");
  private static final Pattern NO_THRESHOLD =
      Pattern.compile("无门槛|不设门槛|没有门槛|不限金额|no minimum|any order|no threshold");
  private static final Pattern ONE_EACH =
      Pattern.compile(
          "每(?:个|位|人|名)?[^,.]{0,8}?[一1]张|人手一张|一人一张|各(?:发|送)?[一1]张|\\b(?:one|a (?:coupon|voucher))"
              + " (?:each|per customer|for each|to each|for every)|each .{0,20}\\b(?:one|a"
              + " (?:coupon|voucher))\\b|every .{0,24}\\bone\\b");
  private static final Pattern UNIT = Pattern.compile("张|份|个|枚|coupons?|vouchers?|codes?|pcs|套|次|");

  static CouponWish of(String said, String currency) {
    String text = Normal.text(said);
    List<Amount> sums = Amounts.in(text, currency, true).stream().filter(Amount::known).toList();
    Money threshold = NO_THRESHOLD.matcher(text).find() ? Money.zero(currency) : null;
    Money ceiling = null;
    List<Money> others = new ArrayList<>();
    for (Amount sum : sums) {
      String before = text.substring(0, sum.start());
      String after = text.substring(sum.end());
      if (!sum.money().currency().equals(currency)) {
        continue;
      }
      if (MOST_OFF.matcher(before).find() || CAPPED_AFTER.matcher(after).find()) {
        ceiling = sum.money();
      } else if (threshold == null
          && (SMALLEST_ORDER.matcher(before).find() || ORDER_AFTER.matcher(after).find())) {
        threshold = sum.money();
      } else {
        others.add(sum.money());
      }
    }
    Percent share =
        Percents.in(text).stream()
            .filter(p -> p.kind() != Percent.Kind.UP)
            .findFirst()
            .orElse(null);
    Integer percent = share == null ? null : share.basisPoints() / 100;
    Money face = percent == null && !others.isEmpty() ? others.getFirst() : null;
    boolean oneEach = ONE_EACH.matcher(text).find();
    Long count =
        oneEach
            ? null
            : Counts.in(text).stream()
                .filter(c -> UNIT.matcher(c.unit()).matches() && !c.unit().isEmpty())
                .map(Count::value)
                .findFirst()
                .orElse(null);
    return new CouponWish(count, oneEach, face, percent, ceiling, threshold);
  }

  /// The most that one coupon can take off, where it is bounded.
  @Nullable Money most() {
    return percent == null ? face : ceiling;
  }
}
