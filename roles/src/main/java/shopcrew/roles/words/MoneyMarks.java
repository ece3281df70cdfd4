package shopcrew.roles.words;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The signs and words that make a number money, and those that make it something else.
final class MoneyMarks {
  /// A unit of money; the currency is empty for the shop's own (块, 毛), `hundredths` is its share of
  // one.
  record Unit(int end, String currency, int hundredths, boolean big) {}

  private static final Set<String> DOLLARS =
      Set.of("USD", "AUD", "CAD", "SGD", "HKD", "NZD", "TWD");
  private static final Pattern BEFORE =
      Pattern.compile("(?:us\\$|hk\\$|a\\$|rmb|cny|usd|eur|gbp|jpy|hkd|人民币|美元|美金|欧元|[¥$€£])\\s?$");
  private static final Pattern UNIT =
      Pattern.compile(
          "\\G\\s?(?:"
              + "(?<usd>美元|美金|美刀|刀(?![具片刃])|usd\\b|us dollars?|dollars?\\b|bucks?\\b|\\$)"
              + "|(?<eur>欧元|欧(?![洲美式])|euros?\\b|eur\\b|€)"
              + "|(?<gbp>英镑|镑|gbp\\b|pounds?\\b|quid\\b|£)"
              + "|(?<jpy>日元|日币|yen\\b|jpy\\b|円)"
              + "|(?<hkd>港币|港元|hkd\\b)"
              + "|(?<cny>元人民币|元(?![素旦宵件气老])|人民币|块人民币|rmb\\b|cny\\b|yuan\\b|kuai\\b|圆|¥)"
              + "|(?<kuai>块钱|块(?![布板砖蛋肥香表地玻电毛儿头]))"
              + "|(?<mao>毛钱|毛(?![巾利重衣毯绒线笔刷病]))"
              + "|(?<jiao>角(?![落度钢架色铁码标]))"
              + "|(?<fen>分钱|cents?\\b))");
  private static final Pattern NOT_MONEY =
      Pattern.compile(
          "\\G(?:\\s?(?:[个只台辆件张箱盒条套双瓶袋包把支枚份打单组对卷位人名家款种次遍篇封天日号月周年岁点时秒折成倍码寸升克斤吨米厘平层格口级版楼期星礼小分%°℃\"'年座孔档样]"
              + "|毫升|公斤|英寸|百分)|\\s?(?:l|ml|cl|cm|mm|m|km|kg|g|oz|lb|lbs|inch|inches|in|ft|cc|w|v|d|am|pm|st|nd|rd|th|pcs?|x)(?![a-z])"
              + "|\\s?[x×*]\\s?\\d|[-/.:]\\d|[a-z_#]|-[a-z])");
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(?:[a-z0-9_#第]|[a-z]-|\\d[-/.:]|(?:订单|单号|编号|编码|运单|电话|手机|尾号|货号|型号|q[q]?|no\\.|order"
              + " (?:no\\.?|number|id)|order\\s?[#:]|sku|code|size|尺码)\\s?[:#]?\\s?)$");
  private static final Pattern NEXT_WORD = Pattern.compile("\\G\\s([a-z]+)");
  private static final Set<String> AFTER_MONEY =
      Set.of(
          """
          for on to a an per until till over into daily weekly monthly each from this and or
          more max total budget at every through by extra with is next starting again please
          pls now today tomorrow in then but if when only off less instead ad ads between
          towards\
          """
              .split("\\s+"));

  private MoneyMarks() {}

  static String signBefore(String text, int start) {
    Matcher m = BEFORE.matcher(text.substring(0, start));
    return m.find() ? m.group() : "";
  }

  static @Nullable Unit unitAfter(String text, int end) {
    Matcher m = UNIT.matcher(text);
    if (!m.find(end)) {
      return null;
    }
    for (String code : new String[] {"usd", "eur", "gbp", "jpy", "hkd", "cny"}) {
      if (m.group(code) != null) {
        boolean home = m.group().contains("元") || m.group().contains("圆");
        return new Unit(m.end(), code.toUpperCase(java.util.Locale.ROOT), 100, home);
      }
    }
    if (m.group("kuai") != null) {
      return new Unit(m.end(), "", 100, true);
    }
    return new Unit(m.end(), "", m.group("fen") != null ? 1 : 10, false);
  }

  static String currency(String sign, String home) {
    return switch (sign.strip()) {
      case "¥" -> home.equals("JPY") ? "JPY" : "CNY";
      case "rmb", "cny", "人民币" -> "CNY";
      case "$" -> DOLLARS.contains(home) ? home : "USD";
      case "us$", "usd", "美元", "美金" -> "USD";
      case "€", "eur", "欧元" -> "EUR";
      case "£", "gbp" -> "GBP";
      case "hk$", "hkd" -> "HKD";
      case "a$" -> "AUD";
      case "jpy" -> "JPY";
      default -> home;
    };
  }

  /// A number grown into a name or a long number: AD08, 第3, YW-001, a telephone number.
  static boolean partOfAName(String text, Numeral number) {
    return number.script() == Numeral.Script.DIGITS
            && NAME_BEFORE
                .matcher(text.substring(Math.max(0, number.start() - 10), number.start()))
                .find()
            && !signBefore(text, number.start())
                .endsWith(text.substring(Math.max(0, number.start() - 1), number.start()))
        || number.start() > 0 && text.charAt(number.start() - 1) == '第';
  }

  /// Whether a number without any currency can be money.
  static boolean bare(String text, Numeral first, Numeral last) {
    boolean small =
        last.script() != Numeral.Script.DIGITS && last.value().intValue() < 10 && !last.vague();
    if (small
        || last.value().precision() - last.value().scale() > 7
        || NOT_MONEY.matcher(text).find(last.end())) {
      return false;
    }
    if (partOfAName(text, first) || last.vague() && last.script() == Numeral.Script.ENGLISH) {
      return last.vague();
    }
    Matcher next = NEXT_WORD.matcher(text);
    return !next.find(last.end()) || AFTER_MONEY.contains(next.group(1));
  }
}
