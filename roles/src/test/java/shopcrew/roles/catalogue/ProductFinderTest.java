package shopcrew.roles.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductFinderTest {
  private final ProductFinder finder =
      new ProductFinder(
          List.of(
              new Entry(
                  "YW-WG-001",
                  "露营拉杆车",
                  "经典款折叠露营拉杆车 130L",
                  "Classic Folding Camping Wagon 130L",
                  ""),
              new Entry(
                  "YW-WG-002",
                  "露营拉杆车",
                  "加大款露营拉杆车 200L 带刹车",
                  "XL Camping Wagon 200L with Brake",
                  ""),
              new Entry("YW-WG-004", "露营拉杆车", "轻量款折叠拉杆车 7.2kg", "Lite Folding Wagon 7.2 kg", ""),
              new Entry("YB-SX-102", "收纳箱", "加厚收纳箱 55L", "Heavy-duty Storage Box 55L", ""),
              new Entry("YB-SX-103", "收纳箱", "带轮收纳箱 80L", "Wheeled Storage Box 80L", ""),
              new Entry("YB-SX-105", "收纳箱", "透明翻盖鞋盒 6只装", "Clear Shoe Boxes, Set of 6", ""),
              new Entry("YC-CG-201", "抽屉收纳柜", "三层抽屉收纳柜", "3-Drawer Storage Cabinet", ""),
              new Entry("YC-CG-202", "抽屉收纳柜", "五层抽屉收纳柜", "5-Drawer Storage Cabinet", ""),
              new Entry("YF-ZD-302", "折叠筐", "折叠收纳筐 65L", "Folding Crate 65L", ""),
              new Entry("YK-CF-401", "厨卫收纳", "冰箱收纳盒 6件套", "Fridge Organizer Set of 6", ""),
              new Entry("YK-CF-404", "厨卫收纳", "密封米桶 10kg", "Airtight Rice Bin 10 kg", ""),
              new Entry("TE-11", "茶叶", "明前龙井 250g", "", "")));

  @Test
  void a_sku_or_its_end_names_the_product() {
    assertEquals("YW-WG-001", one("YW-WG-001还有吗"));
    assertEquals("YW-WG-002", one("wg002 price?"));
    assertEquals("YB-SX-103", one("SX-103 怎么卖"));
  }

  @Test
  void short_names_sizes_and_other_languages_name_it_too() {
    assertEquals("YW-WG-004", one("轻量款多重"));
    assertEquals("YC-CG-202", one("五层柜有几种颜色"));
    assertEquals("YK-CF-404", one("米桶多少钱"));
    assertEquals("YB-SX-103", one("80升的多少钱"));
    assertEquals("YW-WG-002", one("how heavy is the XL wagon"));
    assertEquals("YW-WG-001", one("¿El carro clásico tiene freno?"));
    assertEquals("YF-ZD-302", one("折叠筐65升的折起来多厚"));
    assertEquals("TE-11", one("龙井多少钱一盒"));
  }

  @Test
  void typos_are_forgiven() {
    assertEquals("YB-SX-105", one("鞋和能放44码吗"));
    assertEquals("YK-CF-401", one("冰厢收纳盒是食品级的吗"));
  }

  @Test
  void a_kind_of_thing_means_all_of_the_kind() {
    assertEquals(
        Set.of("YW-WG-001", "YW-WG-002", "YW-WG-004"), Set.copyOf(finder.find("拉杆车有哪些").skus()));
  }

  @Test
  void an_attribute_alone_names_nothing_and_falls_back_on_what_was_said() {
    assertTrue(finder.find("带刹车吗").nothing());
    Found found = finder.find("带刹车吗", List.of("轻量款多重", "整车 7.2kg"));
    assertEquals("YW-WG-004", found.one().orElse("none"));
    assertFalse(found.named());
  }

  @Test
  void two_products_can_be_compared() {
    assertEquals(List.of("YC-CG-201", "YC-CG-202"), finder.find("三层抽屉柜和五层柜哪个承重大").skus());
  }

  private String one(String text) {
    Found found = finder.find(text);
    return found.one().orElse("none of " + found.skus());
  }
}
