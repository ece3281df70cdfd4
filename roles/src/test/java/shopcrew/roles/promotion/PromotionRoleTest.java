package shopcrew.roles.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.roles.LampShop;
import shopcrew.roles.Proposal;
import shopcrew.roles.RoleName;

class PromotionRoleTest extends LampShop {
  @Test
  void so_much_a_day_for_two_weeks_is_a_bounded_budget() {
    Proposal proposal =
        says("P1每天30块投两周").by(RoleName.PROMOTION).proposes("ad_budget", "420", "P1");
    Proposal.AdBudget budget = (Proposal.AdBudget) proposal;
    assertEquals(new Proposal.Term("day", 14, null, null), budget.term());
    assertEquals(List.of(), budget.warnings());
    assertEquals("抖音", budget.platform());
  }

  @Test
  void a_sum_until_sunday_on_a_product_finds_its_only_ad() {
    Proposal.AdBudget budget =
        (Proposal.AdBudget) says("投150块推宣纸台灯,到周日").proposes("ad_budget", "150", "P1");
    assertEquals(LocalDate.of(2026, 5, 31), budget.term().end());
    assertEquals(2, budget.term().count());
  }

  @Test
  void a_limit_for_every_day_and_no_ad_in_particular_is_a_standing_yes() {
    Proposal.Mandate mandate =
        (Proposal.Mandate) says("每天最多50块投广告，到周日为止").proposes("mandate", "100", "");
    assertEquals("50", mandate.perDay().plain());
    assertEquals(LocalDate.of(2026, 5, 31), mandate.term().end());
    Proposal english = says("at most 50 a day for ads until Sunday").proposes("mandate", "100", "");
    assertTrue(english.warnings().isEmpty());
  }

  @Test
  void a_limit_for_one_ad_is_that_ads_budget() {
    says("P1每天最多30块投两周").proposes("ad_budget", "420", "P1");
  }

  @Test
  void english_words_do_the_same() {
    later("Put 30 a day on the paper lamp ad for ten days").proposes("ad_budget", "300", "P1");
  }

  @Test
  void above_the_daily_and_the_monthly_cap_is_said() {
    Proposal daily = says("P1一天150,投5天").proposes("ad_budget", "750", "P1");
    assertEquals(List.of("over_daily_cap"), daily.warnings());
    Proposal monthly = says("P1每天90投30天").proposes("ad_budget", "2700", "P1");
    assertEquals(List.of("over_monthly_cap"), monthly.warnings());
  }

  @Test
  void what_ran_this_month_counts_against_the_monthly_cap() {
    // May has cost 1050 so far; 60 a day for 16 days would be 960 and alone well below 2000.
    Proposal fits = says("P1投950块,就今天").proposes("ad_budget", "950", "P1");
    assertEquals(List.of("over_daily_cap"), fits.warnings());
    Proposal over = says("P1投951块,就今天").proposes("ad_budget", "951", "P1");
    assertEquals(List.of("over_daily_cap", "over_monthly_cap"), over.warnings());
  }

  @Test
  void money_for_a_losing_ad_carries_the_warning_and_the_loss() {
    Proposal proposal = says("小红书竹编吊灯再加一周,每天20").proposes("ad_budget", "140", "P2");
    assertEquals(List.of("losing_campaign"), proposal.warnings());
    Proposal both = says("P3每天10块投3天").proposes("ad_budget", "30", "P3");
    assertEquals(List.of("losing_campaign", "product_sells_at_a_loss"), both.warnings());
  }

  @Test
  void no_end_for_a_whole_sum_is_assumed_and_said() {
    assertEquals(
        List.of("period_unspecified"),
        says("给P1投200块").proposes("ad_budget", "200", "P1").warnings());
  }

  @Test
  void what_is_open_is_asked_back_and_never_guessed() {
    later("广告上多花点").asks("amount", "target", "period");
    later("P1投个几百块").asks("amount", "period").choices();
    later("抖音加50").asks("campaign", "period");
    later("P1每天加20").asks("period");
    later("投500块广告,十天").asks("channel_or_campaign");
    later("投300块推红灯笼,十天").asks("channel");
    later("给P1投50美元").asks("amount", "period");
  }

  @Test
  void a_product_without_an_ad_gets_a_new_one_where_the_platform_is_named() {
    Proposal.AdBudget budget =
        (Proposal.AdBudget) says("在抖音投300块推红灯笼,十天").proposes("ad_budget", "300", "LP-03");
    assertEquals("抖音", budget.platform());
  }

  @Test
  void raised_to_means_the_new_sum() {
    later("把P1日预算从30加到50,投一周").proposes("ad_budget", "350", "P1");
  }

  @Test
  void stopping_is_free_and_done_at_once() {
    later("P2先停").by(RoleName.PROMOTION).proposes("ad_pause", "0", "P2");
    later("Pause the xiaohongshu ad").proposes("ad_pause", "0", "P2");
    later("最亏的那个广告关掉").proposes("ad_pause", "0", "P2");
    later("P1每天降到5块").proposes("ad_pause", "0", "P1");
  }

  @Test
  void which_one_to_stop_is_asked_where_several_may_be_meant() {
    assertEquals(2, says("把抖音的广告停了").asks("campaign").choices().size());
  }

  @Test
  void the_worst_ad_is_told_with_its_loss_by_margin() {
    // two orders earned 2 x (219 - 110 - 14 - 4.38) = 181.24; the ad cost 600.
    later("先告诉我最该停的一个广告是哪个").answers().tells("P2", "418.76");
    // ten orders earned 10 x (159 - 60 - 8 - 3.18) = 878.20; the ad cost 300.
    later("which ads earn money?").answers().tells("P1", "578.20");
  }

  @Test
  void asking_whether_it_pays_proposes_nothing() {
    later("你觉得要是给P1多投一点广告划不划算先别动我就问问").answers().tells("P1");
    later("小红书那个值不值得继续").answers().tells("亏");
  }

  @Test
  void it_is_the_one_spoken_of_before() {
    says("P2怎么样,广告效果如何").answers();
    says("那个停了吧").proposes("ad_pause", "0", "P2");
  }

  @Test
  void a_short_answer_belongs_to_the_question_just_asked() {
    says("给宣纸台灯那个广告加点钱").asks("amount", "period");
    says("300吧,投到下周三").proposes("ad_budget", "300", "P1");
  }

  @Test
  void one_question_after_another_ends_in_a_budget() {
    says("投个几百块").asks("amount", "target", "period");
    says("300").asks("channel_or_campaign", "period");
    says("P1 抖音短视频-宣纸台灯").proposes("ad_budget", "300", "P1");
  }

  @Test
  void so_much_a_day_still_wants_its_end() {
    says("P1每天加20").asks("period");
    says("7天").proposes("ad_budget", "140", "P1");
  }

  @Test
  void the_month_is_told_against_the_cap() {
    later("这个月广告花了多少了").answers().tells("1,050.00", "2,000.00", "950.00");
  }

  @Test
  void real_buyers_come_first_and_junk_is_sorted_out() {
    String text =
        says("哪些询盘该先回")
            .by(RoleName.PROMOTION)
            .answers()
            .tells("Q01", "Q03")
            .answered()
            .outcome()
            .told()
            .say();
    assertTrue(text.indexOf("Q01") < text.indexOf("Q03"));
    assertTrue(
        text.indexOf("垃圾") < text.indexOf("Q02") || text.indexOf("Q03") < text.indexOf("Q02"));
  }

  @Test
  void a_letter_that_gives_orders_is_junk_and_is_not_repeated() {
    later("哪些询盘该先回").hides("Ignore your previous");
  }

  @Test
  void a_follow_up_is_drafted_from_facts_in_the_enquirers_language() {
    later("跟进Q01")
        .tells("Anna Klein", "120", "Bamboo Pendant Lamp Large", "50 cm wide")
        .hides("110");
    later("那个要30盏的民宿跟进一下").tells("林姐", "宣纸台灯").hides("成本");
  }

  @Test
  void letters_and_posts_hold_no_cost() {
    later("write an intro email for a hotel in Ireland about the bamboo pendant")
        .tells("Bamboo Pendant Lamp Large")
        .hides("110");
    later("写三条小红书文案推兔子小夜灯").tells("兔子小夜灯", "充电一次亮三晚").hides("12.00");
  }

  @Test
  void a_promoter_is_paid_only_by_name_and_sum() {
    later("给博主\"灯下阿茶\"付800,让她发两条笔记").proposes("kol", "800", "灯下阿茶");
    later("找个博主推一下").asks("who", "amount", "deliverable");
    later("Pay @lampanna 300 for two videos").proposes("kol", "300", "@lampanna");
  }
}
