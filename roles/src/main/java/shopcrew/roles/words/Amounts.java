package shopcrew.roles.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.words.Amount.Kind;
import shopcrew.roles.words.Amount.Per;

/// Finds the sums of money in what somebody typed.
/// A number is money when a currency stands at it ("300块", "$20", "两千三百元"), when it is said per
// time
/// ("一天三十", "30 a day"), or, when the caller expects money (`barePossible`), when nothing beside it
/// says that it counts, measures, dates or names something.
public final class Amounts {
  private static final Pattern BETWEEN = Pattern.compile("\\s?(?:-|~|到|至|to|and)\\s?");
  private static final Pattern COINS =
      Pattern.compile(
          "\\G(?:零)?([一二两三四五六七八九]|\\d{1,2})(?![\\d.十百千万])(?:(毛|角)(?:([一二三四五六七八九]|\\d)分?)?)?"
              + "(?!\\s?(?:[个台件张箱盒条套只双瓶袋天周月年日人折成%倍次份号]|星期|包(?!邮)|米|斤|克|升))");
  private static final Pattern ABOUT_BEFORE =
      Pattern.compile(
          "(?:大概|大约|差不多|约|估计|左右|around|about|roughly|approx\\.?|approximately|~)\\s?(?:要|花|投)?\\s?[¥$€£]?$");
  private static final Pattern ABOUT_AFTER =
      Pattern.compile("\\G\\s?(?:左右|上下|的样子|or so|ish\\b|多(?![花投加给])|来?钱?左右)");
  private static final Pattern LITTLE =
      Pattern.compile(
          "一?点(?:儿)?钱|一些钱|些钱|点小钱|一点点预算|少量预算|some money|a little money|a bit of money|a few bucks|a"
              + " bit more money");

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private Amounts() {}

  public static List<Amount> in(String typed, String defaultCurrency) {
    return in(typed, defaultCurrency, false);
  }

  public static List<Amount> in(String typed, String defaultCurrency, boolean barePossible) {
    String text = Normal.text(typed);
    List<Numeral> numbers = Numerals.in(text);
    List<Amount> found = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Numeral first = numbers.get(i);
      Numeral last = first;
      if (i + 1 < numbers.size() && pair(text, first, numbers.get(i + 1))) {
        last = numbers.get(++i);
      }
      Amount amount = read(text, first, last, defaultCurrency, barePossible);
      if (amount == null && last != first) {
        amount = read(text, last, last, defaultCurrency, barePossible);
      }
      if (amount != null) {
        found.add(amount);
        while (i + 1 < numbers.size() && numbers.get(i + 1).start() < amount.end()) {
          i++;
        }
      }
    }
    Matcher little = LITTLE.matcher(text);
    while (little.find()) {
      found.add(
          new Amount(
              Money.zero(defaultCurrency),
              Money.zero(defaultCurrency),
              Kind.VAGUE,
              Per.TOTAL,
              little.start(),
              little.end()));
    }
    found.sort(Comparator.comparingInt(Amount::start));
    return List.copyOf(found);
  }

  private static boolean pair(String text, Numeral a, Numeral b) {
    Matcher m = BETWEEN.matcher(text.substring(a.end(), b.start()));
    String before = text.substring(0, a.start()).stripTrailing();
    boolean word = m.matches() && m.group().strip().equals("and");
    return m.matches()
        && !(word && !before.endsWith("between"))
        && !before.endsWith("从")
        && !before.endsWith("from")
        && a.value().compareTo(b.value()) < 0
        && !a.vague()
        && !b.vague();
  }

  private static @Nullable Amount read(
      String text, Numeral first, Numeral last, String home, boolean bare) {
    if (first == last && MoneyMarks.partOfAName(text, first)) {
      return null;
    }
    String before = MoneyMarks.signBefore(text, first.start());
    MoneyMarks.Unit unit = MoneyMarks.unitAfter(text, last.end());
    int start = first.start() - before.length();
    int end = unit == null ? last.end() : unit.end();
    Per per = Rates.of(text, start, end);
    if (before.isEmpty() && unit == null) {
      boolean rate = per != Per.TOTAL && per != Per.PIECE;
      if (!(bare || rate) || !MoneyMarks.bare(text, first, last)) {
        return null;
      }
    }
    String currency =
        unit != null && !unit.currency().isEmpty()
            ? unit.currency()
            : MoneyMarks.currency(before, home);
    if (unit != null && unit.currency().isEmpty() && before.isEmpty()) {
      currency = home;
    }
    BigDecimal low = first.value();
    BigDecimal high = first == last ? first.high() : last.high();
    if (unit != null && unit.hundredths() != 100) {
      BigDecimal share = BigDecimal.valueOf(unit.hundredths(), 2);
      low = low.multiply(share);
      high = high.multiply(share);
    }
    if (unit != null && unit.big() && first.whole()) {
      Matcher coins = COINS.matcher(text);
      if (coins.find(end) && coins.end() > end) {
        BigDecimal tail = coins(coins);
        low = low.add(tail);
        high = high.add(tail);
        end = coins.end();
        per = Rates.of(text, start, end);
      }
    }
    Money money = money(low, currency);
    Money most = money(high, currency);
    boolean vague = first.vague();
    Kind kind =
        vague
            ? Kind.VAGUE
            : most.moreThan(money)
                ? Kind.RANGE
                : about(text, first, start, end) ? Kind.ABOUT : Kind.EXACT;
    return new Amount(money, most, kind, per, start, end);
  }

  private static boolean about(String text, Numeral number, int start, int end) {
    return number.about()
        || ABOUT_BEFORE.matcher(text.substring(Math.max(0, start - 16), start)).find()
        || ABOUT_AFTER.matcher(text).find(end);
  }

  private static BigDecimal coins(Matcher m) {
    String digits = m.group(1);
    BigDecimal tail = BigDecimal.valueOf(Numerals.small(digits), digits.length() > 1 ? 2 : 1);
    return m.group(3) == null ? tail : tail.add(BigDecimal.valueOf(Numerals.small(m.group(3)), 2));
  }

  private static Money money(BigDecimal major, String currency) {
    BigDecimal minor =
        major.movePointRight(Money.digits(currency)).setScale(0, RoundingMode.HALF_UP);
    return new Money(minor.min(MOST).longValueExact(), currency);
  }
}
