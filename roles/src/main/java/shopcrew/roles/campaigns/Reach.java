package shopcrew.roles.campaigns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shopcrew.db.Customer;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.roles.books.Voice;

/// Who of a group a message reaches, who is left out and why, and what it costs.
record Reach(List<Customer> reached, Map<String, Integer> leftOut) {
  private static final Map<String, Pattern> VIAS = vias();

  /// `wecom`, `whatsapp`, `email`, `wechat`, `sms`, …; empty when the text names none.
  static Optional<String> via(String normal) {
    return VIAS.entrySet().stream()
        .filter(via -> via.getValue().matcher(normal).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static List<String> known() {
    return List.copyOf(VIAS.keySet());
  }

  static Reach of(Group group, String via) {
    List<Customer> reached = new ArrayList<>();
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    for (Customer customer : group.members()) {
      String why = why(customer, via);
      if (why.isEmpty()) {
        reached.add(customer);
      } else {
        leftOut.merge(why, 1, Integer::sum);
      }
    }
    return new Reach(reached, leftOut);
  }

  int missed() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// "3 位没有电话、1 位不愿收到"; empty when nobody is left out.
  String told(Voice voice) {
    return voice.list(
        leftOut.entrySet().stream()
            .map(entry -> voice.say("out_" + entry.getKey(), "n", entry.getValue()))
            .collect(Collectors.toList()));
  }

  /// The owners' own price of one message, in thousandths of a minor unit; none where they gave
  // none.
  static Optional<Long> cost(Store store, String via) {
    Optional<String> own = store.rules().value(Rule.Kind.MESSAGE_COST, via);
    boolean wechat = own.isEmpty() && via.equals("wechat");
    return (wechat ? store.rules().value(Rule.Kind.MESSAGE_COST, "wecom") : own)
        .map(value -> new BigDecimal(value).setScale(0, RoundingMode.CEILING).longValueExact());
  }

  static Money rounded(long thousandths, String currency) {
    return Money.of((thousandths + 999) / 1000, currency);
  }

  private static String why(Customer customer, String via) {
    if (customer.optedOut()) {
      return "opted_out";
    }
    return switch (via) {
      case "email" -> customer.email().isBlank() ? "no_email" : "";
      case "sms", "whatsapp" -> customer.phone().isBlank() ? "no_phone" : "";
      default -> "";
    };
  }

  private static Map<String, Pattern> vias() {
    Map<String, Pattern> vias = new LinkedHashMap<>();
    vias.put("wecom", Pattern.compile("企业微信|企微|wecom|wechat work"));
    vias.put("whatsapp", Pattern.compile("whats ?app"));
    vias.put("telegram", Pattern.compile("telegram"));
    vias.put("email", Pattern.compile("邮件|邮箱|\\be-?mails?\\b"));
    vias.put("wechat", Pattern.compile("微信|wechat"));
    vias.put("sms", Pattern.compile("短信|端信|短讯|\\bsms\\b|text message|\\btext (?:all|our|the|my)"));
    return vias;
  }
}
