package shopcrew.db.imports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What owners call their currencies.
final class Currencies {

  private static final Map<String, Pattern> CURRENCIES = load();
  private static final Pattern SETTLE =
      Pattern.compile(
          "[^,，;；.。]{0,12}(?:结算|记账|本位币|settle|books? (?:are )?kept|accounting)[^,，;；.。]{0,40}");

  private Currencies() {}

  /// Whether `word` is a name of the currency.
  static boolean means(String word, String currency) {
    var names = CURRENCIES.get(currency);
    return names != null && names.matcher(word).find();
  }

  static Optional<String> settlement(String plain) {
    var match = SETTLE.matcher(plain);
    if (!match.find()) {
      return Optional.empty();
    }
    var rest = match.group();
    return CURRENCIES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(rest).find())
        .min(Comparator.comparingInt(entry -> first(entry.getValue(), rest)))
        .map(Map.Entry::getKey);
  }

  private static int first(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    return match.find() ? match.start() : Integer.MAX_VALUE;
  }

  private static Map<String, Pattern> load() {
    var currencies = new LinkedHashMap<String, Pattern>();
    currencies.put("USD", Pattern.compile("美元|美金|usd|dollar|\\$"));
    currencies.put("EUR", Pattern.compile("欧元|eur|€"));
    currencies.put("GBP", Pattern.compile("英镑|gbp|pound|£"));
    currencies.put("HKD", Pattern.compile("港币|港元|hkd"));
    currencies.put("JPY", Pattern.compile("日元|日币|jpy"));
    currencies.put("CNY", Pattern.compile("人民币|(?<![美欧日港])元|块|cny|rmb|yuan|renminbi|¥"));
    return currencies;
  }
}
