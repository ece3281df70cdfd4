package shopcrew.roles.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds counts of things, with the word that is counted. Money, sizes, times and shares are no
// counts.
public final class Counts {
  private static final Pattern MEASURE =
      Pattern.compile(
          "\\G\\s?(个(?![月星礼小百点季半])|只|台|辆|件|张|箱|盒|条|套|双|瓶|袋|包(?![邮装裹])|把|支|枚|份(?!额)|顶|打(?!折)|组|对(?!半|折)|卷|位|人(?!民|均)|名|家|款|种|次|单(?!价|张)|封|篇|批|罐|桶|副|束|盆|本(?!月|周|来)|块(?=[布板砖香肥]))");
  private static final Pattern NOUN =
      Pattern.compile("\\G\\s?(?:more |extra |new )?(x(?=\\s)|[a-z][a-z'-]*)");
  private static final Pattern EACH = Pattern.compile("(?:各|每[款种个样色]|均)(?:来|要|补|进|订|下|拿)?\\s?$");
  private static final Pattern EACH_AFTER = Pattern.compile("\\G\\s?(?:each|apiece|of each)\\b");
  private static final Pattern TIMES = Pattern.compile("(?:^|[\\s一-龥a-z)\\]])[x×*]\\s?$");
  private static final Set<String> NO_THING =
      Set.of(
          """
          a an the for on to per until till over into from this and or at every through by
          with is was off in of if then but total max left each days day weeks week months
          month years year hours hour minutes minute min seconds am pm percent yuan rmb cny
          usd eur gbp dollars dollar bucks buck kuai euros euro pounds pound yen cents cent
          l ml cm mm m kg g oz lb lbs inch inches ft v w cc k st nd rd th liter liters litre
          litres more times people's o'clock daily weekly monthly between jan feb mar apr
          may jun jul aug sep oct nov dec january february march april june july august
          september october november december x i we you it that please now\
          """
              .split("\\s+"));

  private Counts() {}

  public static List<Count> in(String typed) {
    return in(typed, false);
  }

  public static List<Count> in(String typed, boolean barePossible) {
    String text = Normal.text(typed);
    List<Count> found = new ArrayList<>();
    for (Numeral number : Numerals.in(text)) {
      if (!number.vague() && !number.range() && number.whole()) {
        Count count = read(text, number, barePossible);
        if (count != null) {
          found.add(count);
        }
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable Count read(String text, Numeral number, boolean bare) {
    String before = text.substring(Math.max(0, number.start() - 12), number.start());
    boolean times = TIMES.matcher(before).find();
    if (!times && MoneyMarks.partOfAName(text, number)
        || !MoneyMarks.signBefore(text, number.start()).isEmpty()) {
      return null;
    }
    if (number.value().precision() - number.value().scale() > 7) {
      return null;
    }
    long value = number.value().longValue();
    boolean each = EACH.matcher(before).find();
    Matcher measure = MEASURE.matcher(text);
    if (measure.find(number.end())) {
      String unit = measure.group(1);
      each |= EACH_AFTER.matcher(text).find(measure.end());
      return unit.equals("打")
          ? new Count(value * 12, "个", each, number.start(), measure.end())
          : new Count(value, unit, each, number.start(), measure.end());
    }
    if (dozen(text, number)) {
      return new Count(value, "个", each, number.start(), number.end());
    }
    each |= EACH_AFTER.matcher(text).find(number.end());
    Matcher noun = NOUN.matcher(text);
    if (noun.find(number.end()) && !NO_THING.contains(noun.group(1))) {
      boolean glued = noun.start(1) == number.end();
      if (!glued || noun.group(1).matches("pcs?|units?|pieces?|x")) {
        each |= EACH_AFTER.matcher(text).find(noun.end());
        return new Count(value, noun.group(1), each, number.start(), noun.end());
      }
    }
    if (times || each || bare && bare(text, number)) {
      return new Count(value, "", each, number.start(), number.end());
    }
    return null;
  }

  private static boolean dozen(String text, Numeral number) {
    return number.script() == Numeral.Script.ENGLISH
        && text.substring(number.start(), number.end()).matches(".*dozens?");
  }

  private static boolean bare(String text, Numeral number) {
    return MoneyMarks.unitAfter(text, number.end()) == null
        && Rates.of(text, number.start(), number.end()) == Amount.Per.TOTAL
        && MoneyMarks.bare(text, number, number);
  }
}
