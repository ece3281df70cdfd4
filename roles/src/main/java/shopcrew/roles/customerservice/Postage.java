package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.words.Digits;

/// What sending an order costs, where a rule of the shop tells it by the sum of the goods alone.
final class Postage {
  private static final String YUAN = "CNY";
  private static final String SUM = "\\s?(\\d+(?:\\.\\d+)?)\\s?元?";
  private static final Pattern FREE_FROM =
      Pattern.compile("(?<!不)满" + SUM + "\\s?[就即可]?(?:包邮|免邮|免运费)");
  private static final Pattern BELOW =
      Pattern.compile("(?:不满|不足|未满|不够)[^,;.。]{0,12}?(?:收|加|付|运费|邮费)" + SUM);
  private static final Pattern ALWAYS_FREE = Pattern.compile("全场包邮|全国包邮|(?:所有|全部)(?:商品|订单)都?包邮");

  private Postage() {}

  /// Null where no rule tells it: then a person does. The rules speak of the country's own parts,
  /// so
  /// that only who writes in the shop's language is taken to be at home.
  static @Nullable Money of(Money items, Collection<Line> rules, String language) {
    if (!language.equals("zh") || !items.currency().equals(YUAN)) return null;
    for (Line rule : rules) {
      if (!rule.chinese()) continue;
      String text = Digits.of(rule.text());
      if (ALWAYS_FREE.matcher(text).find()) return Money.zero(YUAN);
      Matcher free = FREE_FROM.matcher(text);
      Matcher below = BELOW.matcher(text);
      if (!free.find() || !below.find()) continue;
      boolean reached = yuan(items).compareTo(new BigDecimal(free.group(1))) >= 0;
      return reached ? Money.zero(YUAN) : Money.parse(below.group(1), YUAN);
    }
    return null;
  }

  private static BigDecimal yuan(Money items) {
    return new BigDecimal(items.decimalText());
  }
}
