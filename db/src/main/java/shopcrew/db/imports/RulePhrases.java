package shopcrew.db.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.Rule.Kind;

/// Reads one line of the owners' rules, clause by clause; the line's first words stay the topic of
// its later clauses.
final class RulePhrases {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>[¥$€£]|cny|rmb|usd|eur|hkd|gbp|jpy)?\\s*(?<n>\\d[\\d,]*(?:\\.\\d+)?)(?!\\s*[%\\d])"
              + "\\s*(?<after>元|块|分|yuan|cny|rmb|usd|美元|eur|欧元|hkd|港币|gbp|英镑|jpy|日元|cents?|fen)?");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
  private static final Pattern LIMIT =
      Pattern.compile(
          "上限|最多|不超过|不得超过|不能超过|不超|封顶|以内|至多|限额|limit|cap|at most|no more than|up to|max|exceed|never"
              + " over|not over|ceiling");
  private static final Pattern ADS = Pattern.compile("广告|推广|投放|投流|\\bads?\\b|advert|promotion");
  private static final Pattern TOTAL =
      Pattern.compile(
          "总花费|总支出|总开支|所有花费|所有支出|全部花费|全部支出|所有开支|一切花费|合计花|total spend|all spend|overall"
              + " spend|everything together|total budget|all together|altogether");
  private static final Pattern PLAN =
      Pattern.compile(
          "单个计划|单计划|每个计划|每条计划|一个计划|单条计划|单个广告|每个广告|per plan|per campaign|per"
              + " ad\\b|(?:each|single|one|1|any) (?:ad )?(?:plan|campaign|ad)");
  private static final Pattern MONTH = Pattern.compile("月|month");
  private static final Pattern DAY = Pattern.compile("日|天|day|daily");
  private static final Pattern COUPON = Pattern.compile("优惠券|代金券|抵用券|券|coupon|voucher");
  private static final Pattern COUNT =
      Pattern.compile("(\\d+)\\s*(?:张|个(?!月)|次|coupons?|vouchers?|per |a |for )");
  private static final Pattern BUYER =
      Pattern.compile("客户|顾客|买家|每人|一个人|customer|person|buyer|client");
  private static final Pattern MESSAGE =
      Pattern.compile("群发|每条|/\\s*条|一条|消息|短信|message|broadcast|sms|email|\\beach\\b|/\\s*msg");
  private static final Pattern FREE = Pattern.compile("免费|不要钱|不花钱|\\bfree\\b");
  private static final Pattern OWNERS =
      Pattern.compile(
          "(?:老板|店主|老板娘|owner'?s?'?).{0,6}?(?:账号|帐号|账户|account|\\bids?\\b)[^:：]{0,8}(?:[:：]|是|为|\\bare\\b|\\bis\\b)\\s*(.+)");
  private static final Pattern ACCOUNT = Pattern.compile("[@+]?[A-Za-z0-9][\\w.+-]{2,63}");
  private static final Pattern RESTOCK =
      Pattern.compile("(?:补货|进货|备货|restock|reorder|replenish).*(?:成本|cost)");
  private static final Pattern ALWAYS =
      Pattern.compile(
          "机密|保密|不得透露|不能透露|不许透露|confidential|secret|never"
              + " disclose|不卖|确认.{0,4}才|必须先|先出提案|先告诉|confirm|approv|只有.{0,12}(?:能定|决定|说了算|同意)|only"
              + " .{0,20}decide|不算|写明|nobody else|no one else");
  private static final Map<String, Pattern> CHANNELS = channels();

  private final String currency;
  private final String topic;

  RulePhrases(String currency, String line) {
    this.currency = currency;
    this.topic = RuleText.digits(line).split("[;；。:：,，]", 2)[0];
  }

  /// The currency the shop settles in, as the whole text says; yuan where it says nothing.
  static String currency(String text) {
    return RuleText.lines(text).stream()
        .flatMap(line -> Currencies.settlement(RuleText.digits(line)).stream())
        .findFirst()
        .orElse("CNY");
  }

  List<Rule> read(String sentence) {
    var found = new ArrayList<Rule>();
    owners(sentence, found);
    if (!found.isEmpty()) {
      return found;
    }
    var unread = new ArrayList<Rule>();
    for (var clause : RuleText.clauses(sentence)) {
      var rule =
          Currencies.settlement(clause)
              .map(code -> rule(Kind.SETTLEMENT_CURRENCY, "", code, sentence))
              .or(
                  () ->
                      FloorPhrases.percentOfCost(clause)
                          .map(percent -> rule(Kind.FLOOR_PERCENT, "", percent, sentence)))
              .or(() -> restock(clause, sentence))
              .or(() -> message(clause, sentence))
              .or(() -> coupon(clause, sentence))
              .or(() -> cap(clause, sentence));
      if (rule.isPresent()) {
        found.add(rule.get());
      } else if (clause.matches(".*\\d.*")) {
        unread.add(rule(Kind.NOT_UNDERSTOOD, "", "", clause.strip()));
      }
    }
    var plain = RuleText.digits(sentence);
    if (found.isEmpty() && ALWAYS.matcher(plain).find() && !AMOUNT.matcher(plain).find()) {
      return List.of(rule(Kind.ALWAYS, "", "", sentence));
    }
    if (!found.isEmpty()) {
      found.addAll(unread); // half a sentence read is said, not swallowed
    }
    return found;
  }

  private static Optional<Rule> restock(String clause, String sentence) {
    return RESTOCK.matcher(clause).find() && !PERCENT.matcher(clause).find()
        ? Optional.of(rule(Kind.RESTOCK_ESTIMATE, "", "cost", sentence))
        : Optional.empty();
  }

  private static Rule rule(Kind kind, String about, String value, String sentence) {
    return new Rule(kind, about, value, sentence);
  }

  private static void owners(String sentence, List<Rule> found) {
    var match = OWNERS.matcher(sentence.toLowerCase(java.util.Locale.ROOT));
    if (match.find()) {
      var names = sentence.substring(match.start(1), match.end(1)).replaceAll("\\.$", "");
      ACCOUNT
          .matcher(names)
          .results()
          .map(account -> account.group())
          .filter(account -> !account.equalsIgnoreCase("and"))
          .forEach(account -> found.add(rule(Kind.OWNER_ACCOUNT, "", account, sentence)));
    }
  }

  private Optional<Rule> message(String clause, String sentence) {
    if (!MESSAGE.matcher(topic + " " + clause).find() || LIMIT.matcher(clause).find()) {
      return Optional.empty();
    }
    for (var channel : CHANNELS.entrySet()) {
      if (channel.getValue().matcher(clause).find()) {
        var cost = FREE.matcher(clause).find() ? Optional.of(BigDecimal.ZERO) : amount(clause);
        return cost.map(minor -> minor.movePointRight(3).setScale(0, RoundingMode.CEILING))
            .map(v -> rule(Kind.MESSAGE_COST, channel.getKey(), v.toPlainString(), sentence));
      }
    }
    return Optional.empty();
  }

  private Optional<Rule> coupon(String clause, String sentence) {
    if (!COUPON.matcher(topic + " " + clause).find()
        && !COUPON.matcher(sentence.toLowerCase(java.util.Locale.ROOT)).find()) {
      return Optional.empty();
    }
    var percent = PERCENT.matcher(clause);
    if (percent.find()) {
      return Optional.of(rule(Kind.COUPON_MAX_PERCENT, "", percent.group(1), sentence));
    }
    var count = COUNT.matcher(clause);
    return BUYER.matcher(clause).find() && MONTH.matcher(clause).find() && count.find()
        ? Optional.of(rule(Kind.COUPONS_PER_CUSTOMER_MONTH, "", count.group(1), sentence))
        : Optional.empty();
  }

  private Optional<Rule> cap(String clause, String sentence) {
    var words = RuleText.digits(sentence);
    if (!LIMIT.matcher(words).find() || BUYER.matcher(clause).find()) {
      return Optional.empty();
    }
    boolean total = TOTAL.matcher(clause).find() || TOTAL.matcher(topic).find();
    boolean ads = !TOTAL.matcher(clause).find() && ADS.matcher(topic + " " + clause).find();
    boolean month = MONTH.matcher(clause).find();
    boolean day = DAY.matcher(clause).find();
    Kind kind;
    if (month == day) {
      return Optional.empty();
    } else if (ads && PLAN.matcher(clause).find()) {
      kind = day ? Kind.AD_PLAN_DAY_CAP : null;
    } else if (ads) {
      kind = month ? Kind.AD_MONTH_CAP : Kind.AD_DAY_CAP;
    } else {
      kind = !total ? null : month ? Kind.TOTAL_MONTH_CAP : Kind.TOTAL_DAY_CAP;
    }
    var chosen = Optional.ofNullable(kind);
    return chosen.flatMap(
        k ->
            amount(clause)
                .map(minor -> minor.setScale(0, RoundingMode.FLOOR))
                .map(minor -> rule(k, "", minor.toPlainString(), sentence)));
  }

  /// The clause's amount in minor units of the shop's currency; empty when it is in another one.
  private Optional<BigDecimal> amount(String clause) {
    var match = AMOUNT.matcher(clause);
    while (match.find()) {
      var unit = match.group("before") != null ? match.group("before") : match.group("after");
      var number = new BigDecimal(match.group("n").replace(",", ""));
      if (unit != null && unit.matches("分|cents?|fen")) {
        return Optional.of(number);
      }
      if (unit == null || Currencies.means(unit, currency)) {
        return Optional.of(number.movePointRight(Money.digits(currency)));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Pattern> channels() {
    var channels = new LinkedHashMap<String, Pattern>();
    channels.put("wecom", Pattern.compile("企业微信|企微|wecom|wechat work"));
    channels.put("whatsapp", Pattern.compile("whatsapp"));
    channels.put("telegram", Pattern.compile("telegram"));
    channels.put("email", Pattern.compile("邮件|邮箱|e-?mail"));
    channels.put("wechat", Pattern.compile("微信|wechat"));
    channels.put("sms", Pattern.compile("短信|sms|text message"));
    return channels;
  }
}
