package shopcrew.db.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import shopcrew.db.Money;
import shopcrew.db.Rule;

/// The owners' rules as read from their own free text. What could not be read is kept and shown,
// never guessed.
public record OwnerRules(List<Rule> rules) {

  private static final int MOST = 200;

  public static OwnerRules parse(String text) {
    var currency = RulePhrases.currency(text);
    var found = new LinkedHashSet<Rule>();
    for (var line : RuleText.lines(text)) {
      var phrases = new RulePhrases(currency, line);
      for (var sentence : RuleText.sentences(line)) {
        var rules = phrases.read(sentence);
        found.addAll(
            rules.isEmpty()
                ? List.of(new Rule(Rule.Kind.NOT_UNDERSTOOD, "", "", sentence))
                : rules);
      }
    }
    return new OwnerRules(found.stream().limit(MOST).toList());
  }

  /// One sentence for each rule, to show back before the owners' yes.
  public List<String> understood(Locale locale) {
    return understood(rules, locale);
  }

  public static List<String> understood(List<Rule> rules, Locale locale) {
    var currency =
        rules.stream()
            .filter(rule -> rule.kind() == Rule.Kind.SETTLEMENT_CURRENCY)
            .map(Rule::value)
            .findFirst()
            .orElse("CNY");
    var sentences = new ArrayList<String>();
    for (var rule : rules) {
      sentences.add(sentence(rule, currency, locale));
    }
    return sentences;
  }

  private static String sentence(Rule rule, String currency, Locale locale) {
    var key = "rule." + rule.kind().name();
    return switch (rule.kind()) {
      case AD_MONTH_CAP, AD_PLAN_DAY_CAP, AD_DAY_CAP, TOTAL_DAY_CAP, TOTAL_MONTH_CAP ->
          Words.say(locale, key, Money.of(Long.parseLong(rule.value()), currency).format(locale));
      case FLOOR_PERCENT,
          COUPON_MAX_PERCENT,
          COUPONS_PER_CUSTOMER_MONTH,
          OWNER_ACCOUNT,
          SETTLEMENT_CURRENCY ->
          Words.say(locale, key, rule.value());
      case MESSAGE_COST ->
          Words.say(
              locale,
              key,
              messageCost(rule.value(), currency, locale),
              Words.say(locale, "channel." + rule.about()));
      case RESTOCK_ESTIMATE -> Words.say(locale, key);
      case ALWAYS, NOT_UNDERSTOOD -> Words.say(locale, key, rule.source());
    };
  }

  /// Thousandths of a minor unit as people write them: "0.05 元".
  private static String messageCost(String thousandths, String currency, Locale locale) {
    var amount =
        new BigDecimal(thousandths).movePointLeft(3 + Money.digits(currency)).stripTrailingZeros();
    var plain = amount.max(BigDecimal.ZERO).toPlainString();
    boolean yuan = locale.getLanguage().equals("zh") && currency.equals("CNY");
    return yuan ? plain + " 元" : currency + " " + plain;
  }
}
