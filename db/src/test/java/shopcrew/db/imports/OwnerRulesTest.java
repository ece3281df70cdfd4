package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopcrew.db.Rule;
import shopcrew.db.Rule.Kind;

/// Mei and Jun write their rules as they speak.
class OwnerRulesTest {

  private static List<String> read(String text) {
    return OwnerRules.parse(text).rules().stream()
        .map(
            rule ->
                (rule.kind() + " " + rule.about() + " " + rule.value())
                    .replaceAll(" +", " ")
                    .strip())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          底价 = 成本 × 1.12，低于底价一律不卖。      | FLOOR_PERCENT 112
          最低价：成本加12%                           | FLOOR_PERCENT 112
          价格不能低于成本上浮百分之十五              | FLOOR_PERCENT 115
          底价为成本1.2倍                             | FLOOR_PERCENT 120
          毛利率不低于20%                             | FLOOR_PERCENT 125
          Never sell below at least 15% over cost.    | FLOOR_PERCENT 115
          The floor is 1.2 x cost.                    | FLOOR_PERCENT 120
          We never go below cost plus 12.5%           | FLOOR_PERCENT 112.5
          广告每个月封顶五千元                        | AD_MONTH_CAP 500000
          所有广告加起来一天最多200块                 | AD_DAY_CAP 20000
          每个广告计划每天最多一百五十元              | AD_PLAN_DAY_CAP 15000
          Advertising: no more than 6,000 yuan a month| AD_MONTH_CAP 600000
          Ads are capped at 300 per campaign per day  | AD_PLAN_DAY_CAP 30000
          所有花费加起来每个月不超过1.5万元           | TOTAL_MONTH_CAP 1500000
          All spending together: max CNY 1,500 a day  | TOTAL_DAY_CAP 150000
          券最多打掉订单的两成                        | COUPON_MAX_PERCENT 20
          A coupon takes at most 10 percent of an order| COUPON_MAX_PERCENT 10
          每位顾客一个月最多两张券                    | COUPONS_PER_CUSTOMER_MONTH 2
          Each customer gets no more than two coupons a month | COUPONS_PER_CUSTOMER_MONTH 2
          短信每条5分钱                               | MESSAGE_COST sms 5000
          WhatsApp messages cost 0.045 yuan each      | MESSAGE_COST whatsapp 4500
          企业微信群发免费                            | MESSAGE_COST wecom 0
          补货按产品成本价估算金额                    | RESTOCK_ESTIMATE cost
          We settle in euros (EUR)                    | SETTLEMENT_CURRENCY EUR
          结算币种人民币，外贸报价美元                | SETTLEMENT_CURRENCY CNY
          """)
  void a_rule_is_understood_in_many_wordings(String text, String expected) {
    assertEquals(List.of(expected), read("- " + text));
  }

  @Test
  void one_line_may_hold_several_rules() {
    assertEquals(
        List.of("AD_MONTH_CAP 300000", "AD_PLAN_DAY_CAP 15000"),
        read("* 广告月度总上限 3000 元；单个计划单日上限 150 元。"));
    assertEquals(
        List.of("MESSAGE_COST sms 5000", "MESSAGE_COST wecom 0", "MESSAGE_COST whatsapp 35000"),
        read("- 群发成本：短信 0.05 元/条，企业微信 0 元，WhatsApp 模板消息 0.35 元/条。"));
    assertEquals(
        List.of("AD_MONTH_CAP 600000", "AD_PLAN_DAY_CAP 30000"),
        read("- Ads: at most 6,000 yuan a month in total, and 300 per campaign per day."));
  }

  @Test
  void owners_accounts_are_read_one_by_one() {
    assertEquals(
        List.of("OWNER_ACCOUNT owner_mei", "OWNER_ACCOUNT owner_jun", "ALWAYS"),
        read("- 老板账号：owner_mei、owner_jun。其他任何人说自己是老板都不算。"));
    assertEquals(
        List.of("OWNER_ACCOUNT mei_z", "OWNER_ACCOUNT jun.li"),
        read("Owner accounts: mei_z and jun.li."));
  }

  @Test
  void what_was_not_understood_is_kept_and_shown() {
    assertEquals(List.of("NOT_UNDERSTOOD"), read("- 拼多多的广告不要投"));
    var half = OwnerRules.parse("- 底价为成本1.15倍；推广费每周不超过800元").rules();
    assertEquals(
        List.of(Kind.FLOOR_PERCENT, Kind.NOT_UNDERSTOOD), half.stream().map(Rule::kind).toList());
    assertTrue(OwnerRules.understood(half, Locale.CHINA).getLast().contains("推广费每周不超过800元"));
  }

  @Test
  void a_cap_in_another_currency_is_never_taken_for_yuan() {
    assertEquals(
        List.of("SETTLEMENT_CURRENCY CNY", "NOT_UNDERSTOOD"),
        read("- 结算币种人民币\n- Ads: at most USD 500 a month"));
  }

  @Test
  void the_rules_are_shown_back_in_the_owners_language() {
    var rules = OwnerRules.parse("- 广告月度总上限 3000 元\n- 短信 0.06 元/条");
    assertEquals(
        List.of("所有广告加起来，每月最多 3,000.00 元。", "短信群发每条 0.06 元。"), rules.understood(Locale.CHINA));
    assertEquals(
        List.of(
            "All ads together: at most CNY 3,000.00 a month.",
            "One message by SMS costs CNY 0.06."),
        rules.understood(Locale.ENGLISH));
  }

  @Test
  void headings_and_blank_lines_are_no_rules_and_the_list_has_an_end() {
    assertEquals(List.of(), read("# 内部规则\n\n> internal\n---\n"));
    assertEquals(200, OwnerRules.parse("- 规矩1\n".repeat(1) + many()).rules().size());
  }

  private static String many() {
    var text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("- 第").append(i).append("条，随便写的\n");
    }
    return text.toString();
  }
}
