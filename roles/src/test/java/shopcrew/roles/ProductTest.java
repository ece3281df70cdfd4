package shopcrew.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.Money;

class ProductTest {
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
  void stock_is_told_with_cost_and_margin() {
    String say = shop.meiHears("55L的箱子还有多少");
    assertTrue(say.contains("现有 3 件") && say.contains("20.00 元"), say);
  }

  @Test
  void a_sale_told_in_words_moves_the_stock_and_can_be_taken_back() {
    shop.mei("刚卖了2个30L的收纳箱");
    assertEquals(98, shop.stock("A-101"));
    shop.mei("撤销");
    assertEquals(100, shop.stock("A-101"));
  }

  @Test
  void a_delivery_without_a_product_is_asked_back_and_moves_nothing() {
    var asked = assertInstanceOf(Outcome.AsksBack.class, shop.mei("到货50个").outcome());
    assertEquals(List.of("which_product"), asked.missing());
    assertEquals(100, shop.stock("A-101"));
  }

  @Test
  void more_than_there_is_can_not_be_sold() {
    assertTrue(shop.meiHears("卖了9个55L的收纳箱").contains("只有 3 件"));
    assertEquals(3, shop.stock("A-102"));
  }

  @Test
  void restocking_is_only_a_proposal_at_cost() {
    var proposes = assertInstanceOf(Outcome.Proposes.class, shop.mei("55L的收纳箱补10个").outcome());
    assertEquals(Money.parse("200", "CNY"), proposes.proposal().atMost());
    assertEquals("A-102", proposes.proposal().target());
    assertEquals(3, shop.stock("A-102"));
  }

  @Test
  void stock_that_would_lie_for_years_is_warned_of() {
    var proposes = assertInstanceOf(Outcome.Proposes.class, shop.mei("30L的收纳箱补5000个").outcome());
    assertTrue(proposes.proposal().warnings().contains("overstock"));
  }

  @Test
  void a_lamp_that_costs_more_than_it_brings_is_warned_of() {
    var proposes = assertInstanceOf(Outcome.Proposes.class, shop.mei("护眼台灯补20个").outcome());
    assertTrue(proposes.proposal().warnings().contains("product_sells_at_a_loss"));
  }

  @Test
  void two_boxes_that_fit_are_asked_back_with_choices() {
    var asked = assertInstanceOf(Outcome.AsksBack.class, shop.mei("收纳箱补50个").outcome());
    assertEquals(2, asked.choices().size());
  }

  @Test
  void a_price_below_the_floor_is_warned_of() {
    var proposes = assertInstanceOf(Outcome.Proposes.class, shop.mei("夹子台灯降价到19块").outcome());
    assertTrue(proposes.told().say().contains("底价 20.16 元"), proposes.told().say());
    assertEquals(
        Money.parse("49", "CNY"), shop.store.products().bySku("B-202").orElseThrow().price());
  }

  @Test
  void raising_a_price_gives_nothing_away_and_is_asked_all_the_same() {
    var asks = assertInstanceOf(Outcome.AsksBack.class, shop.mei("夹子台灯涨10块").outcome());
    String yes = "夹子台灯涨10块 " + asks.choices().getFirst();
    var proposes = assertInstanceOf(Outcome.Proposes.class, shop.mei(yes).outcome());
    var change = assertInstanceOf(Proposal.PriceChange.class, proposes.proposal());
    assertEquals(Money.parse("59", "CNY"), change.to());
    assertTrue(change.atMost().isZero());
  }

  @Test
  void complaints_are_counted_and_planted_orders_are_not_repeated() {
    String say = shop.meiHears("收纳箱的差评主要在说什么");
    assertTrue(say.contains("运输破损/包装：2 条"), say);
    assertFalse(say.contains("5000"), say);
    assertTrue(say.contains("1 条评价里夹着"), say);
  }

  @Test
  void a_title_that_contradicts_the_facts_is_found() {
    String say = shop.meiHears("检查一下上架信息有没有错");
    assertTrue(say.contains("55 l") && say.contains("50"), say);
    assertTrue(say.contains("英文描述"), say);
  }

  @Test
  void taking_down_waits_for_a_yes() {
    var asked = assertInstanceOf(Outcome.AsksBack.class, shop.mei("把夹子台灯下架").outcome());
    assertTrue(shop.store.products().bySku("B-202").orElseThrow().onSale());
    var pending = new Turn.Pending(RoleName.PRODUCT, "把夹子台灯下架", asked.missing(), asked.choices());
    shop.mei(asked.choices().getFirst(), "zh", pending);
    assertFalse(shop.store.products().bySku("B-202").orElseThrow().onSale());
  }
}
