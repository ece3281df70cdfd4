package shopcrew.db.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ways owners say how low a price may go: a factor or a markup on cost, a share of it, or a
// margin.
final class FloorPhrases {

  private static final List<Pattern> FACTORS =
      List.of(
          Pattern.compile("成本价?\\s*(?:[×x*✕]|乘以|乘)\\s*(\\d+(?:\\.\\d+)?)(?!\\s*%)"),
          Pattern.compile("成本价?的?\\s*(\\d+(?:\\.\\d+)?)\\s*倍"),
          Pattern.compile(
              "cost(?: price)?\\s*(?:[×x*]|times|multiplied by)\\s*(\\d+(?:\\.\\d+)?)(?!\\s*%)"),
          Pattern.compile(
              "(\\d+(?:\\.\\d+)?)\\s*(?:[×x*]|times)\\s*(?:the |its |our )?(?:unit )?cost"));
  private static final List<Pattern> MARKUPS =
      List.of(
          Pattern.compile(
              "成本价?(?:的?基础上)?(?:上|再|至少|最少|要|必须)*(?:加|上浮|浮|\\+|高出?|多)\\s*(\\d+(?:\\.\\d+)?)\\s*%"),
          Pattern.compile("(?:高于|高出|超过)成本价?\\s*(?:至少)?\\s*(\\d+(?:\\.\\d+)?)\\s*%"),
          Pattern.compile(
              "cost(?: price)?\\s*(?:plus|\\+)\\s*(?:at least )?(\\d+(?:\\.\\d+)?)\\s*%"),
          Pattern.compile(
              "(\\d+(?:\\.\\d+)?)\\s*%\\s*(?:over|above|on top of|more than|higher than|markup"
                  + " (?:over|on))\\s*(?:the |its |our )?cost"));
  private static final List<Pattern> SHARES =
      List.of(
          Pattern.compile("成本价?的\\s*(\\d{3}(?:\\.\\d+)?)\\s*%"),
          Pattern.compile("(\\d{3}(?:\\.\\d+)?)\\s*%\\s*of\\s*(?:the |its |our )?cost"));
  private static final Pattern MARGIN =
      Pattern.compile("(?:毛利率?|margin)[^\\d]{0,24}?(\\d{1,2}(?:\\.\\d+)?)\\s*%");
  private static final Pattern LIMITS_BELOW =
      Pattern.compile("不低于|至少|最低|不能低于|不少于|at least|minimum|no less than|not below|never below");

  private FloorPhrases() {}

  static Optional<String> percentOfCost(String plain) {
    return number(FACTORS, plain)
        .map(factor -> factor.movePointRight(2))
        .or(() -> number(MARKUPS, plain).map(BigDecimal.valueOf(100)::add))
        .or(() -> number(SHARES, plain))
        .or(
            () ->
                LIMITS_BELOW.matcher(plain).find()
                    ? number(List.of(MARGIN), plain).map(FloorPhrases::ofMargin)
                    : Optional.empty())
        .filter(percent -> percent.signum() > 0)
        .map(percent -> percent.stripTrailingZeros().toPlainString());
  }

  /// A margin of 15 % of the price means cost / 0.85, rounded up.
  private static BigDecimal ofMargin(BigDecimal margin) {
    return BigDecimal.valueOf(10_000)
        .divide(BigDecimal.valueOf(100).subtract(margin), 2, RoundingMode.CEILING);
  }

  private static Optional<BigDecimal> number(List<Pattern> patterns, String plain) {
    return patterns.stream()
        .map(pattern -> pattern.matcher(plain))
        .filter(java.util.regex.Matcher::find)
        .map(match -> new BigDecimal(match.group(1)))
        .findFirst();
  }
}
