package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopcrew.db.Days;
import shopcrew.db.OrderState;

/// Mei and Jun load the files of their tea shop.
class ImporterTest extends TeaFolder {
  @Test
  void a_customer_sees_the_columns_of_the_shop_but_never_the_owners() {
    file("products.csv", PRODUCTS);
    load();
    var product = store.products().bySku("t1").orElseThrow();
    assertEquals(yuan("40"), product.cost());
    assertEquals("老林茶厂", product.attributes().get("supplier"));
    var listing = store.catalogue().bySku("T1").orElseThrow();
    assertEquals(List.of("leaf_origin"), List.copyOf(listing.attributes().keySet()));
    assertFalse(listing.toString().contains("老林"), listing::toString);
    assertTrue(store.search().exact(shopcrew.db.Search.Kind.LISTING, "老林", 5).isEmpty());
    assertTrue(store.catalogue().bySku("T3").isEmpty(), "what is off sale is not listed");
    assertTrue(store.catalogue().hasStock("T1", 12));
    assertFalse(store.catalogue().hasStock("T1", 13));
    assertFalse(store.catalogue().bySku("T2").orElseThrow().inStock());
  }

  @Test
  void a_bad_row_is_left_out_with_its_reason_and_the_rest_is_taken() {
    file(
        "products.csv",
        """
        sku,title_zh,price,stock
        A1,好茶,12.5,3
        ,没有货号,9,1
        A2,负价,-3,1
        A3,怪价,十块左右,1
        A1,又来一次,15,1
        A4,零点五个,8,1.5
        A5,也是好茶,8,2
        """);
    var report = load();
    assertEquals(
        List.of(
            "products.csv:3:sku:cell.missing",
            "products.csv:4:price:cell.negative",
            "products.csv:5:price:cell.amount",
            "products.csv:7:stock:cell.count",
            "products.csv:6:sku:row.twice"),
        keys(report));
    assertEquals(List.of("A1", "A5"), store.products().all().stream().map(p -> p.sku()).toList());
    assertEquals(5, report.leftOut("products.csv"));
    assertTrue(
        report.print(Locale.CHINA).contains("products.csv 第 4 行「price」：「-3」是负数，这行没收。"),
        () -> report.print(Locale.CHINA));
    assertTrue(
        report.print(Locale.ENGLISH).contains("2 new, 0 changed, 0 unchanged, 5 left out"),
        () -> report.print(Locale.ENGLISH));
  }

  @Test
  void loading_twice_changes_nothing_and_a_new_price_changes_one_row() {
    file("products.csv", PRODUCTS);
    file("knowledge.md", "# 林记茶铺 知识库\n## 1. 发货\n- 48 小时内发货\n- 满 99 元包邮\n");
    assertFalse(load().changedNothing());
    assertTrue(load().changedNothing());
    file("products.csv", PRODUCTS.replace("98.5", "88"));
    var third = load();
    assertEquals(new ImportReport.FileResult("products.csv", 0, 1, 2), third.files().getFirst());
    assertEquals(yuan("88"), store.products().bySku("T1").orElseThrow().price());
    assertEquals("林记茶铺", store.card().name());
    assertEquals("满 99 元包邮", store.search().lines("包邮吗", 1).getFirst().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void a_spreadsheet_may_save_its_text_in_its_own_way(String charset) {
    bytes("商品表.csv", PRODUCTS.getBytes(Charset.forName(charset)));
    assertTrue(load().faults().isEmpty());
    assertEquals("白毫银针 50克", store.products().bySku("T1").orElseThrow().titleZh());
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_column() {
    file("products.csv", "\uFEFF" + PRODUCTS);
    assertEquals(3, load().files().getFirst().added());
  }

  @Test
  void another_shop_calls_its_columns_differently() {
    file("商品.csv", "货号;商品名称;进价;零售价(元);库存数量;起批量;批发价;产地;底价\n" + "K9;盖碗;12,50;¥39,90;8;10;29;德化;20\n");
    var report = load();
    assertTrue(report.faults().isEmpty(), () -> report.print(Locale.ENGLISH));
    var product = store.products().bySku("K9").orElseThrow();
    assertEquals(yuan("39.90"), product.price());
    assertEquals(yuan("12.50"), product.cost());
    assertEquals("盖碗", product.titleZh());
    assertEquals(10, product.moq());
    assertEquals(
        List.of("产地"),
        List.copyOf(store.catalogue().bySku("K9").orElseThrow().attributes().keySet()));
  }

  @Test
  void orders_work_out_what_their_files_leave_out() {
    file("products.csv", PRODUCTS);
    file("customers.csv", "客户编号,姓名,客户类型,手机\nC1,王芳,零售,13800001234\n");
    file(
        "orders.csv",
        """
        订单号,客户编号,下单时间,状态,优惠,运费,退款金额,退款类型,收货人电话
        O1,C1,2026/3/1 9:05,交易成功,10,8,0,,13800001234
        O2,C9,2026年3月2日,已取消,0,0,59,未发货取消,13800005678
        """);
    file(
        "order_items.csv",
        """
        订单号,货号,数量,单价
        O1,T1,2,98.5
        O2,T2,1,59
        O1,X9,1,5
        O7,T1,1,98.5
        """);
    var report = load();
    assertEquals(
        List.of(
            "order_items.csv:4:货号:product.unknown",
            "orders.csv:3:客户编号:customer.unknown",
            "order_items.csv:5:订单号:order.unknown"),
        keys(report));
    var order = store.orders().byId("O1").orElseThrow();
    assertEquals(yuan("197"), order.items());
    assertEquals(yuan("195"), order.paid());
    assertEquals(OrderState.DONE, order.state());
    assertEquals("2026-03-01T09:05", order.createdAt().toString());
    var march = store.sales().total(new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)));
    assertEquals(yuan("195"), march.net());
    assertEquals(
        yuan("115"), march.profit(), "195 paid less 2 × 40 cost; the cancelled one earns nothing");
  }

  @Test
  void formulas_stay_text_and_long_texts_are_cut_and_said() {
    file(
        "products.csv",
        "sku,title_zh,price,desc_zh\nF1,\"=HYPERLINK(\"\"http://x\"\")\",5,"
            + "长".repeat(5000)
            + "\n");
    var report = load();
    var product = store.products().bySku("F1").orElseThrow();
    assertEquals("=HYPERLINK(\"http://x\")", product.titleEn() + product.titleZh());
    assertEquals(4000, product.descZh().length());
    assertEquals(List.of("products.csv:2:desc_zh:cell.cut"), keys(report));
  }

  @Test
  void a_file_that_cannot_be_used_is_refused_and_the_others_are_taken() {
    file("products.csv", PRODUCTS);
    file("reviews.csv", "review_id,date,sku,content\nR1,2026-03-01,T1,好喝\n");
    file("customers.csv", "");
    bytes("leads.csv", new byte[] {(byte) 0xFF, (byte) 0x80, (byte) 0x81, 'a', (byte) 0xFF});
    file("orders.csv", "order_id,created_at\n\"O1,2026-01-01\n");
    var report = load();
    assertEquals(
        List.of(
            "customers.csv:0::file.empty",
            "leads.csv:0::file.encoding",
            "orders.csv:0::file.broken",
            "reviews.csv:0::column.missing"),
        keys(report).stream().sorted().toList());
    assertEquals(3, store.products().all().size());
  }

  @Test
  void days_that_could_be_two_days_are_not_guessed() {
    file("products.csv", PRODUCTS);
    file(
        "stock_moves.csv",
        "date,sku,type,qty\n"
            + "05/04/2026,T1,进货,5\n"
            + "25/04/2026,T1,进货,5\n"
            + "2026.4.26,T1,出库,2\n"
            + "46138,T1,进货,1\n");
    assertEquals(List.of("stock_moves.csv:2:date:cell.day"), keys(load()));
    assertEquals(
        List.of("2026-04-25 5", "2026-04-26 -2", "2026-04-26 1"),
        store.stockMoves().in(Days.always()).stream()
            .map(m -> m.day() + " " + m.qty())
            .sorted()
            .toList());
  }

  @Test
  void a_missing_folder_or_an_empty_one_says_what_to_do() {
    assertEquals(List.of("folder.empty"), load().faults().stream().map(ImportFault::key).toList());
    var report = new Importer(database, "tea").load(home.resolve("nowhere"));
    assertTrue(report.print(Locale.CHINA).contains("找不到这个文件夹"), () -> report.print(Locale.CHINA));
    file("reviews.csv", "review_id,date,sku,rating,content\n");
    assertEquals("products.csv:0::file.missing", keys(load()).getFirst());
  }
}
