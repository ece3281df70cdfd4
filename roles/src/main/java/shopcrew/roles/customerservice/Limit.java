package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A figure that a product must reach or keep under: "承重30公斤以上", "under 100 yuan".
///
/// @param unit kg, l, ml, cm, … or `money` or `count`; empty for a bare number
/// @param kind at least, at most, or about
record Limit(BigDecimal value, String unit, Kind kind, int start, int end) {
  enum Kind {
    LEAST,
    MOST,
    ABOUT,
    BARE
  }

  static final Pattern FIGURE =
      Pattern.compile("([¥$€]\\s?)?(?<![\\d.a-z-])(\\d+(?:\\.\\d+)?)\\s?(" + Unit.ANY + ")?");
  private static final Pattern LEAST_AFTER =
      Pattern.compile(
          "^\\s?(?:及?以上|之上|往上|朝上|起|打底|or more|and up|or above|or over|or bigger|or"
              + " larger|plus\\b|minimum|\\+|o más|и более|以上|oder mehr|ou plus)");
  private static final Pattern MOST_AFTER =
      Pattern.compile(
          "^\\s?(?:及?以下|以内|之内|内|之下|往下|朝下|以类|为限|打住|不到|封顶|上限|的预算|or less|or under|or below|or"
              + " fewer|max|tops|以下|以内|または以下|ou moins)");
  private static final Pattern ABOUT_AFTER = Pattern.compile("^\\s?(?:左右|上下|前后|or so|くらい|程度)");
  private static final Pattern LEAST_BEFORE =
      Pattern.compile(
          "(?:至少|超过|大于|不低于|不少于|不小于|高于|最少|起码|over|above|at least|more than|larger than|bigger"
              + " than|taller than|longer than|(?:not|no) (?:less|fewer|smaller) than|not"
              + " (?:below|under)|minimum|min\\.?|from|>=?|≥|más de|al menos|mehr"
              + " als|mindestens|über|plus de|au moins|более|больше|от|не менее|più di|mais"
              + " de)\\s?(?:of )?$");
  private static final Pattern MOST_BEFORE =
      Pattern.compile(
          "(?:不超过?|不(?:能|可|可以|得|要)(?:超过?|高于|大于|多于)|别超过?|小于|低于|不高于|不大于|少于|最多|最高|控制在|预算|under|below|less"
              + " than|fewer than|smaller than|shorter than|(?:not|no) more than|not"
              + " (?:over|above|exceeding)|within|up to|at most|max(?:imum)?\\.?(?:"
              + " of)?|maximum|cheaper than|budget(?: of| is)?|<=?|≤|menos"
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
      String unit = Unit.named(figure.group(3));
      if (figure.group(1) != null) unit = "money";
      Kind kind = kind(text, figure.start(), figure.end());
      if (unit.isEmpty() && (kind == Kind.BARE || kind == Kind.ABOUT)) continue;
      BigDecimal value = new BigDecimal(figure.group(2));
      if (unit.equals("jin")) {
        value = value.multiply(new BigDecimal("0.5"));
        unit = "kg";
      }
      limits.add(new Limit(value, unit, kind, figure.start(), figure.end()));
    }
    return limits;
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
          unit.equals("money") || unit.isEmpty()
              ? order <= 0
              : moreIsBetter ? order >= 0 : near(figure, "0.1");
    };
  }

  boolean near(BigDecimal figure, String share) {
    return figure.subtract(value).abs().compareTo(value.multiply(new BigDecimal(share))) <= 0;
  }
}
