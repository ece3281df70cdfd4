package shopcrew.roles.customerservice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The units that customers and shops measure in, under one name each, and how they are converted.
final class Unit {
  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, Map<String, BigDecimal>> SIZES = new HashMap<>();

  static {
    of("mass", "g", "1", "克", "grams", "gram");
    of("mass", "kg", "1000", "公斤", "千克", "kilo", "kilos", "kgs", "кг");
    of("mass", "mg", "0.001", "毫克");
    of("mass", "jin", "500", "斤", "市斤");
    of("mass", "lb", "453.592", "lbs", "pound", "pounds", "磅");
    of("mass", "oz", "28.3495", "ounce", "ounces", "盎司");
    of("volume", "ml", "1", "毫升", "cc", "ml");
    of(
        "volume", "l", "1000", "升", "liter", "liters", "litre", "litres", "litros", "литров", "л",
        "リットル");
    of("volume", "oz", "29.5735");
    of("volume", "gallon", "3785.41", "gallons", "加仑");
    of("length", "cm", "1", "厘米", "公分", "см");
    of("length", "mm", "0.1", "毫米");
    of("length", "m", "100", "米", "公尺", "meter", "meters", "metre", "metres");
    of("length", "inch", "2.54", "寸", "英寸", "吋", "inches", "\"", "″");
    of("length", "ft", "30.48", "英尺", "feet", "foot");
    of("time", "h", "60", "小时", "钟头", "hours", "hour");
    of("time", "min", "1", "分钟", "minutes", "minute");
    of("time", "days", "1440", "天", "day");
    of("months", "months", "1", "月", "个月", "month");
    of("months", "years", "12", "年", "year");
    of("power", "w", "1", "瓦", "watt", "watts");
    of("power", "kw", "1000", "千瓦");
    of("age", "age", "1", "岁");
    of("voltage", "v", "1", "伏", "volt", "volts");
    of("charge", "mah", "1", "毫安", "毫安时");
    of("noise", "db", "1", "分贝", "decibel", "decibels");
    of("light", "lm", "1", "流明", "lumen", "lumens");
    of("gsm", "gsm", "1", "g/m2", "g/m²", "g/㎡", "克重");
    of("yarn", "s", "1", "支");
    of("share", "pct", "1", "%");
    of("people", "people", "1", "人", "个人", "口人", "persons", "person");
    of("temperature", "c", "1", "℃", "°c", "度", "degrees", "degree", "°");
    for (String word :
        "元 块 块钱 rmb cny yuan yuanes юаней юань usd dollars dollar euros bucks".split(" ")) {
      NAMES.put(word, "money");
    }
    for (String word :
        "套 个 件 条 只 台 箱 张 本 双 把 床 片 盒 瓶 包 袋 pcs pieces piece sets set units unit pairs pair boxes bags packs"
            .split(" ")) {
      NAMES.put(word, "count");
    }
  }

  /// Every way to write one, as a group of a pattern; the longest first.
  static final String ANY =
      NAMES.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .map(
              name ->
                  Character.isAlphabetic(name.charAt(name.length() - 1))
                          && !Reading.wordless(name.charAt(name.length() - 1))
                      ? Pattern.quote(name) + "(?![\\p{L}&&[^\\p{IsHan}]])"
                      : Pattern.quote(name))
          .reduce((a, b) -> a + "|" + b)
          .orElseThrow();

  private Unit() {}

  private static void of(String kind, String unit, String size, String... words) {
    SIZES.computeIfAbsent(unit, u -> new HashMap<>()).put(kind, new BigDecimal(size));
    NAMES.put(unit, unit);
    for (String word : words) NAMES.put(word, unit);
  }

  /// Its one name, or the word itself; empty where there is none.
  static String named(@Nullable String typed) {
    if (typed == null) return "";
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(plain, plain);
  }

  static boolean known(String typed) {
    return NAMES.containsKey(typed.strip().toLowerCase(Locale.ROOT));
  }

  /// How many of the second are in one of the first; null where they measure different things.
  static @Nullable BigDecimal ratio(String from, String to) {
    String own = named(from);
    String other = named(to);
    if (own.equals(other)) return own.isEmpty() ? null : BigDecimal.ONE;
    Map<String, BigDecimal> sizes = SIZES.getOrDefault(other, Map.of());
    for (var kind : SIZES.getOrDefault(own, Map.of()).entrySet()) {
      BigDecimal size = sizes.get(kind.getKey());
      if (size != null) return kind.getValue().divide(size, MathContext.DECIMAL64);
    }
    return null;
  }
}
