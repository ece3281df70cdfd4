package shopcrew.roles.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.roles.LampShop;
import shopcrew.roles.Proposal;
import shopcrew.roles.RoleName;

class CampaignsRoleTest extends LampShop {
  @Test
  void a_coupon_costs_at_most_count_times_face() {
    Proposal.Coupon coupon =
        (Proposal.Coupon)
            later("Make 30 coupons, 10 yuan off over 120, valid 5 days")
                .by(RoleName.CAMPAIGNS)
                .proposes("coupon", "300", "all_customers");
    assertEquals(30, coupon.count());
    assertEquals(
        "120", String.valueOf(coupon.threshold() == null ? "" : coupon.threshold().plain()));
    assertEquals(List.of(), coupon.warnings());
    assertEquals(5, coupon.term().count());
  }

  @Test
  void chinese_words_do_the_same() {
    later("发50张满200减15的券,用十天").proposes("coupon", "750", "all_customers");
    later("弄二十张满一百减十块的,三天").proposes("coupon", "200", "all_customers");
  }

  @Test
  void above_the_owners_own_limit_is_said() {
    Proposal proposal = later("来30张券,满300减50,一周内用").proposes("coupon", "1500", "all_customers");
    assertEquals(List.of("over_coupon_10pct"), proposal.warnings());
  }

  @Test
  void a_percentage_needs_a_ceiling_for_each_order() {
    later("发50张95折券,满100可用,十天").asks("face");
    Proposal.Coupon coupon =
        (Proposal.Coupon)
            later("发50张95折券,满100可用,最多减20,十天").proposes("coupon", "1000", "all_customers");
    assertEquals(5, coupon.percent());
  }

  @Test
  void one_for_each_of_a_group_counts_the_group() {
    Proposal.Coupon coupon =
        (Proposal.Coupon) later("每个批发客户一张满1500减100的券,15天有效").proposes("coupon", "200", "wholesale");
    assertEquals(2, coupon.count());
  }

  @Test
  void what_a_coupon_lacks_is_asked_back() {
    later("给老客户发点券").asks("face", "threshold", "count");
    later("发100张10块的券").asks("threshold");
    later("Coupon: 20 off 250, two weeks").asks("count");
  }

  @Test
  void no_end_is_assumed_and_said() {
    assertEquals(
        List.of("period_unspecified"),
        later("发10张满200减15的券").proposes("coupon", "150", "all_customers").warnings());
  }

  @Test
  void asking_what_it_would_cost_proposes_nothing() {
    later("发50张15块的券最多会花多少").answers().tells("750");
  }

  @Test
  void a_message_says_who_gets_it_who_does_not_and_what_it_costs() {
    Proposal.Broadcast message =
        (Proposal.Broadcast)
            later("给所有批发客户发短信:下周一起恢复发货")
                .by(RoleName.CAMPAIGNS)
                .proposes("broadcast", "0.05", "wholesale");
    assertEquals(List.of("K003"), message.recipients());
    assertEquals(1, message.leftOut());
    assertEquals("下周一起恢复发货", message.content());
    assertEquals("sms", message.via());
    later("给所有批发客户发短信:下周一起恢复发货").tells("1 位没留电话");
  }

  @Test
  void who_asked_for_quiet_is_left_out() {
    store.customers().setOptedOut("K001", true);
    Proposal.Broadcast message =
        (Proposal.Broadcast) later("用企业微信通知全部零售客户,周日出新灯,欢迎来看").proposes("broadcast", "0", "retail");
    assertEquals(List.of("K002", "K006"), message.recipients());
    later("用企业微信通知全部零售客户,周日出新灯,欢迎来看").tells("1 位说过不想收消息");
  }

  @Test
  void an_english_message_to_customers_abroad() {
    Proposal.Broadcast message =
        (Proposal.Broadcast)
            later("Send a WhatsApp template to all overseas customers: we ship again on Monday")
                .proposes("broadcast", "0.35", "overseas");
    assertEquals("we ship again on Monday", message.content());
  }

  @Test
  void what_a_message_lacks_is_asked_back_and_never_made_up() {
    later("给批发客户发短信").asks("content");
    later("群发个短信").asks("audience", "content");
    later("Message our customers that the lanterns are back").asks("audience", "channel");
  }

  @Test
  void one_question_after_another_ends_in_a_message() {
    says("群发个短信").asks("audience", "content");
    says("零售客户").asks("content");
    Proposal.Broadcast message =
        (Proposal.Broadcast) says("周一恢复发货啦").proposes("broadcast", "0.15", "retail");
    assertEquals("周一恢复发货啦", message.content());
  }

  @Test
  void one_question_after_another_ends_in_a_coupon() {
    says("发100张10块的券").asks("threshold");
    says("满100").proposes("coupon", "1000", "all_customers");
  }

  @Test
  void groups_by_goods_place_and_absence_narrow_each_other() {
    later("上海的客户有几个").answers().tells("2 位");
    later("买过宣纸台灯的客户有多少").answers().tells("4 位");
    later("半年没来的批发客户有几个").answers().tells("1 位");
    later("去年秋天以后没来的批发客户,想办法拉回来").answers().tells("K004").hides("K003");
  }

  @Test
  void regulars_are_worked_out_and_must_be_confirmed() {
    Proposal proposal = later("给老客户发短信说周六上新").proposes("broadcast", "0.15", "regulars");
    assertEquals(List.of("scope_confirm"), proposal.warnings());
  }

  @Test
  void a_sale_price_goes_on_a_card_with_its_worst_case() {
    Proposal.PriceChange change =
        (Proposal.PriceChange) later("兔子小夜灯做特价29块").proposes("discount", "2000", "LP-04");
    assertEquals("29", change.to().plain());
    assertEquals(List.of(), change.warnings());
    assertNull(change.term());
  }

  @Test
  void below_the_floor_price_is_said() {
    Proposal proposal = later("落地灯打9折卖三天").proposes("discount", "547.50", "LP-05");
    assertEquals(List.of("product_sells_at_a_loss"), proposal.warnings());
  }

  @Test
  void a_sale_on_everything_shows_what_would_lose_first() {
    later("全场八折").asks("which_product");
    later("全场八折").tells("LP-05", "175.20");
  }

  @Test
  void slow_stock_is_told_with_its_floor() {
    later("哪些货该清仓").answers().tells("LP-03", "21.60");
  }

  @Test
  void a_bundle_stays_above_the_floor_prices() {
    later("宣纸台灯加红灯笼组个套装卖多少合适").answers().tells("208.00", "93.60", "191.36");
  }

  @Test
  void a_plan_names_the_days_and_the_limits() {
    later("六一要到了你帮我想想怎么搞活动").answers().tells("2026-06-01", "LP-01");
  }

  @Test
  void a_past_feast_is_reviewed_against_the_days_before() {
    later("五一活动效果咋样").answers().tells(LocalDate.of(2026, 5, 1).toString(), "2026-05-05");
  }
}
