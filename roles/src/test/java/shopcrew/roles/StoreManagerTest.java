package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.roles.storemanager.Briefing;

class StoreManagerTest {
  private SmallShop shop;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    shop = new SmallShop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_month_is_told_with_net_refunds_and_profit() {
    String say = shop.meiHears("二月份卖了多少");
    assertTrue(say.contains("3 单"), say);
    assertTrue(say.contains("575.00 元"), say);
    assertTrue(say.contains("525.00 元"), say);
    assertTrue(say.contains("退款 50.00 元"), say);
    assertTrue(say.contains("181.00 元"), say); // 525 - 284 goods - 46 shipping - 14 fees
  }

  @Test
  void what_needs_mei_names_stock_that_is_sold_out() {
    String say = shop.meiHears("有什么要我处理的");
    assertTrue(say.contains("加厚收纳箱 55L（剩 3"), say);
  }

  @Test
  void one_customer_is_told_with_figures_and_a_hedged_advice() {
    var answered = shop.mei("Is customer C0003 worth visiting?", "en", null);
    assertEquals(RoleName.STORE_MANAGER, answered.role());
    String say = answered.outcome().told().say();
    assertTrue(say.contains("CNY 400.00"), say);
    assertTrue(say.contains("one order") || say.contains("1 orders"), say);
  }

  @Test
  void a_customer_is_found_by_place_and_trade() {
    assertTrue(shop.meiHears("那个南京的咖啡店一共拿了多少货").contains("C0003"));
  }

  @Test
  void a_rule_counts_only_after_one_yes() {
    int before = shop.store.rules().current().size();
    var heard = assertInstanceOf(Outcome.AsksBack.class, shop.mei("以后500块以上的开销都要我点头").outcome());
    assertEquals(before, shop.store.rules().current().size());
    assertFalse(shop.store.rules().waiting().isEmpty());
    var pending =
        new Turn.Pending(
            RoleName.STORE_MANAGER, "以后500块以上的开销都要我点头", heard.missing(), heard.choices());
    shop.mei(heard.choices().getFirst(), "zh", pending);
    assertEquals(before + 1, shop.store.rules().current().size());
  }

  @Test
  void a_yes_in_words_approves_nothing() {
    assertTrue(shop.meiHears("行，就这么办").contains("🔒"));
  }

  @Test
  void what_only_a_person_can_do_goes_to_a_person() {
    var outcome = shop.mei("你帮我去海关把报关单盖个章").outcome();
    assertEquals("offline", assertInstanceOf(Outcome.ToPerson.class, outcome).wish().kind());
  }

  @Test
  void several_jobs_are_split_among_the_colleagues() {
    var answered = shop.mei("先查下台灯库存，再把亏钱的广告停了，最后给老客户发张10块的券");
    assertEquals(RoleName.STORE_MANAGER, answered.role());
    String say = answered.outcome().told().say();
    assertTrue(say.contains("商品专员") && say.contains("推广专员") && say.contains("活动专员"), say);
  }

  @Test
  void the_briefing_speaks_both_languages() {
    LocalDate day = LocalDate.of(2026, 2, 28);
    assertTrue(new Briefing(shop.store).tell(day, "zh").say().contains("早上好"));
    assertTrue(new Briefing(shop.store).tell(day, "en").say().startsWith("Good morning"));
  }

  @Test
  void books_that_ended_days_ago_are_read_as_of_their_last_day() {
    String say = new Briefing(shop.store).tell(LocalDate.of(2026, 6, 1), "zh").say();
    assertTrue(say.contains("2026-02-27"), say);
  }
}
