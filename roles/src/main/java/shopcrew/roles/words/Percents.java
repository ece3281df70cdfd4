package shopcrew.roles.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.words.Percent.Kind;

/// 9折, 八五折, 打8.8折, 半价, 降一成, 便宜10%, 10% off, half price, 涨5%, 百分之十.
public final class Percents {
  private static final String N =
      "(\\d{1,3}(?:\\.\\d{1,2})?|[零一二两三四五六七八九十]{1,4}(?:点[零一二三四五六七八九]{1,2})?)";
  private static final String DOWN =
      "(?:降价?|减|便宜|优惠|让利|让|下调|折扣|打掉|砍|少收?|off|down by|cut by|cut|less|minus|reduced? by|discount"
          + " of|discount)";
  private static final String RISE = "(?:涨价?|加价?|上调|提价?|提高|up by|raise by|plus)";
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<fold>(?:打|按)?\\s?"
              + N
              + "\\s?折(?![叠扣])(?:\\s?"
              + N.replace("(\\d", "(?<tail>\\d")
              + "(?![\\d天个件]))?)"
              + "|(?<half>半价|对折|五五折|对半|half[- ]price|half off|50/50 off)"
              + "|(?<share>(?:"
              + DOWN
              + "|(?<riseshare>"
              + RISE
              + "))?了?\\s?"
              + N
              + "\\s?成(?![功本为交色套人品])(?<semi>半)?)"
              + "|(?<plain>(?:(?<down>"
              + DOWN
              + ")|(?<rise>"
              + RISE
              + "))?了?(?:\\s?(?:by|到|about|个))?\\s?"
              + "(?:百分之\\s?"
              + N
              + "|"
              + N
              + "\\s?(?:%|percent\\b|per"
              + " cent\\b|个点(?!击)|个百分点)|(?<words>five|ten|fifteen|twenty|thirty|forty|fifty)"
              + " (?:percent|per cent))(?<off>\\s?(?:off\\b|discount|的?优惠|cheaper|less\\b|折扣))?)");

  private Percents() {}

  public static List<Percent> in(String typed) {
    String text = Normal.text(typed);
    List<Percent> found = new ArrayList<>();
    Matcher m = PATTERN.matcher(text);
    while (m.find()) {
      Percent percent = read(m);
      if (percent != null) {
        found.add(percent);
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable Percent read(Matcher m) {
    if (m.group("half") != null) {
      return new Percent(5_000, Kind.OFF, m.start(), m.end());
    }
    String number = number(m);
    if (m.group("fold") != null) {
      int points = fold(m.group(2));
      if (m.group("tail") != null && m.group(2).length() == 1 && m.group("tail").length() == 1) {
        points = fold(m.group(2) + "." + m.group("tail"));
      }
      return points <= 0 || points >= 10_000
          ? null
          : new Percent(10_000 - points, Kind.OFF, m.start(), m.end());
    }
    if (m.group("share") != null) {
      int points = hundredths(number, 1_000) + (m.group("semi") == null ? 0 : 500);
      boolean off = !m.group("share").matches("了?\\s?" + N + "\\s?成半?");
      Kind kind = m.group("riseshare") != null ? Kind.UP : off ? Kind.OFF : Kind.PLAIN;
      return points <= 0 || points > 10_000 ? null : new Percent(points, kind, m.start(), m.end());
    }
    int points =
        m.group("words") != null
            ? hundredths(word(m.group("words")), 100)
            : hundredths(number, 100);
    boolean off = m.group("down") != null || m.group("off") != null;
    Kind kind = m.group("rise") != null ? Kind.UP : off ? Kind.OFF : Kind.PLAIN;
    return points <= 0 || points > 100_000 ? null : new Percent(points, kind, m.start(), m.end());
  }

  private static String number(Matcher m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      String group = m.group(i);
      if (group != null && group.matches(N)) {
        return group;
      }
    }
    return "0";
  }

  private static String word(String english) {
    return String.valueOf(EnglishNumbers.in(english).getFirst().value());
  }

  /// 9 and 9.5 of ten, 85 and 88 of a hundred, 八五 as 85: what is left to pay, in basis points.
  private static int fold(String number) {
    if (number.matches("[一二三四五六七八九]{2}")) {
      return hundredths(
          "" + ChineseNumbers.digit(number.charAt(0)) + ChineseNumbers.digit(number.charAt(1)),
          100);
    }
    boolean hundred = number.matches("\\d{2}(\\.\\d)?");
    return hundredths(number, hundred ? 100 : 1_000);
  }

  private static int hundredths(String number, int each) {
    BigDecimal value =
        Numerals.in(number).isEmpty() ? BigDecimal.ZERO : Numerals.in(number).getFirst().value();
    return value.multiply(BigDecimal.valueOf(each)).setScale(0, RoundingMode.HALF_UP).intValue();
  }
}
