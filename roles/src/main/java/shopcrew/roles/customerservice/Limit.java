package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A figure that a product must reach or keep under: "承重30公斤以上", "under 100 yuan".
///
/// @param unit kg, l, ml, cm, … or `money`
/// @param kind at least, at most, or about
record Limit(BigDecimal value, String unit, Kind kind, int start, int end) {
  enum Kind {
    LEAST,
    MOST,
    ABOUT,
    BARE
  }

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("公斤", "kg"),
          Map.entry("千克", "kg"),
          Map.entry("kilo", "kg"),
          Map.entry("kilos", "kg"),
          Map.entry("кг", "kg"),
          Map.entry("斤", "jin"),
          Map.entry("克", "g"),
          Map.entry("毫升", "ml"),
          Map.entry("升", "l"),
          Map.entry("liter", "l"),
          Map.entry("liters", "l"),
          Map.entry("litre", "l"),
          Map.entry("litres", "l"),
          Map.entry("litros", "l"),
          Map.entry("литров", "l"),
          Map.entry("л", "l"),
          Map.entry("リットル", "l"),
          Map.entry("厘米", "cm"),
          Map.entry("公分", "cm"),
          Map.entry("см", "cm"),
          Map.entry("毫米", "mm"),
          Map.entry("米", "m"),
          Map.entry("瓦", "w"),
          Map.entry("小时", "h"),
          Map.entry("hours", "h"),
          Map.entry("寸", "inch"),
          Map.entry("inches", "inch"),
          Map.entry("元", "money"),
          Map.entry("块", "money"),
          Map.entry("块钱", "money"),
          Map.entry("rmb", "money"),
          Map.entry("cny", "money"),
          Map.entry("yuan", "money"),
          Map.entry("yuanes", "money"),
          Map.entry("юаней", "money"),
          Map.entry("юань", "money"),
          Map.entry("usd", "money"),
          Map.entry("dollars", "money"),
          Map.entry("euros", "money"),
          Map.entry("岁", "age"),
          Map.entry("天", "days"));
  private static final Pattern FIGURE =
      Pattern.compile(
          "([¥$€]\\s?)?(?<![\\d.a-z-])(\\d+(?:\\.\\d+)?)\\s?(公斤|千克|毫升|毫米|厘米|公分|リットル|小时|块钱|升|斤|克|米|瓦|寸|元|块|岁|天"
              + "|(?:kg|g|ml|l|mm|cm|m|w|v|mah|h|inch(?:es)?|kilos?|lit(?:er|re)s?|litros|rmb|cny|yuan(?:es)?|usd|dollars|euros|hours"
              + "|кг|литров|л|см|юан(?:ей|ь))(?![\\p{L}&&[^\\p{IsHan}]]))?");
  private static final Pattern LEAST_AFTER =
      Pattern.compile(
          "^\\s?(?:及?以上|之上|往上|起|打底|or more|and up|or above|\\+|o más|и более|以上|oder mehr|ou"
              + " plus)");
  private static final Pattern MOST_AFTER =
      Pattern.compile(
          "^\\s?(?:及?以下|以内|之内|内|之下|不到|封顶|上限|的预算|or less|or under|max|以下|以内|または以下|ou moins)");
  private static final Pattern ABOUT_AFTER = Pattern.compile("^\\s?(?:左右|上下|前后|or so|くらい|程度)");
  private static final Pattern LEAST_BEFORE =
      Pattern.compile(
          "(?:至少|超过|大于|不低于|不少于|高于|最少|起码|over|above|at least|more than|minimum|from|>=?|≥|más de|al"
              + " menos|mehr als|mindestens|über|plus de|au moins|более|больше|от|не менее|più"
              + " di|mais de)\\s?(?:of )?$");
  private static final Pattern MOST_BEFORE =
      Pattern.compile(
          "(?:不超过|小于|低于|不高于|少于|最多|预算|under|below|less than|within|up to|at"
              + " most|max(?:imum)?|cheaper than|budget(?: of| is)?|<=?|≤|menos"
              + " de|hasta|máximo|unter|weniger als|bis|höchstens|moins de|max|до|меньше|менее|не"
              + " более|meno di|menos que)\\s?(?:of )?$");
  private static final Pattern ABOUT_BEFORE =
      Pattern.compile(
          "(?:大约|大概|差不多|about|around|approximately|roughly|unos|etwa|environ|около)\\s?$");

  /// @param text a normal text with its numbers in digits
  static List<Limit> in(String text) {
    var limits = new ArrayList<Limit>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      String unit = unit(figure.group(3));
      if (figure.group(1) != null) unit = "money";
      Kind kind = kind(text, figure.start(), figure.end());
      if (unit.isEmpty() && (kind == Kind.BARE || kind == Kind.ABOUT)) continue;
      BigDecimal value = new BigDecimal(figure.group(2));
      if (unit.equals("jin")) {
        value = value.multiply(new BigDecimal("0.5"));
        unit = "kg";
      }
      limits.add(
          new Limit(value, unit.isEmpty() ? "money" : unit, kind, figure.start(), figure.end()));
    }
    return limits;
  }

  private static String unit(@Nullable String typed) {
    if (typed == null) return "";
    String plain = typed.toLowerCase(Locale.ROOT);
    return UNITS.getOrDefault(plain, plain);
  }

  private static Kind kind(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 16), start);
    String after = text.substring(end, Math.min(text.length(), end + 12));
    if (LEAST_AFTER.matcher(after).find() || LEAST_BEFORE.matcher(before).find()) {
      return MOST_BEFORE.matcher(before).find() ? Kind.MOST : Kind.LEAST;
    }
    if (MOST_AFTER.matcher(after).find() || MOST_BEFORE.matcher(before).find()) return Kind.MOST;
    boolean about = ABOUT_AFTER.matcher(after).find() || ABOUT_BEFORE.matcher(before).find();
    return about ? Kind.ABOUT : Kind.BARE;
  }

  /// Whether a figure in the same unit meets it.
  boolean met(BigDecimal figure, boolean moreIsBetter) {
    int order = figure.compareTo(value);
    return switch (kind) {
      case LEAST -> order >= 0;
      case MOST -> order <= 0;
      case ABOUT -> near(figure, "0.2");
      case BARE ->
          unit.equals("money") ? order <= 0 : moreIsBetter ? order >= 0 : near(figure, "0.1");
    };
  }

  private boolean near(BigDecimal figure, String share) {
    return figure.subtract(value).abs().compareTo(value.multiply(new BigDecimal(share))) <= 0;
  }
}
