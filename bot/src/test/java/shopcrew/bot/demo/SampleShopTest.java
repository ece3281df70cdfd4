package shopcrew.bot.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The books of the sample shop agree with each other, and are the same wherever they are grown.
class SampleShopTest {
  @TempDir static Path shop;
  @TempDir static Path again;

  @BeforeAll
  static void the_shop_is_grown_twice() throws IOException {
    SampleShop.writeTo(shop);
    SampleShop.writeTo(again);
  }

  @Test
  void the_same_seed_grows_the_same_shop_to_the_byte() throws IOException {
    try (Stream<Path> files = Files.list(shop)) {
      var names = files.map(Path::getFileName).toList();
      assertEquals(10, names.size());
      for (Path name : names) {
        assertArrayEquals(
            Files.readAllBytes(shop.resolve(name)), Files.readAllBytes(again.resolve(name)));
      }
    }
  }

  @Test
  void the_shop_is_as_big_as_it_says() throws IOException {
    assertAll(
        () -> assertEquals(29, rows("products").size()),
        () -> assertEquals(160, rows("customers").size()),
        () -> assertEquals(50, rows("leads").size()),
        () -> assertEquals(7, rows("ads_daily").stream().map(r -> r.get(1)).distinct().count()));
    assertBetween(850, 980, rows("orders").size());
    assertBetween(320, 400, rows("reviews").size());
  }

  @Test
  void every_order_paid_what_its_lines_less_discount_plus_shipping_say() throws IOException {
    Map<String, Long> lines =
        rows("order_items").stream()
            .collect(groupingBy(r -> r.get("order_id"), summingLong(r -> fen(r, "line_total"))));
    for (CSVRecord line : rows("order_items")) {
      assertEquals(
          fen(line, "unit_price") * Long.parseLong(line.get("qty")), fen(line, "line_total"));
    }
    for (CSVRecord order : rows("orders")) {
      assertEquals(lines.get(order.get("order_id")), fen(order, "items_amount"));
      assertEquals(
          fen(order, "items_amount") - fen(order, "discount_amount") + fen(order, "shipping_fee"),
          fen(order, "paid_amount"));
      assertTrue(fen(order, "refund_amount") <= fen(order, "paid_amount"));
      assertTrue(fen(order, "discount_amount") * 10 <= fen(order, "items_amount"));
    }
  }

  @Test
  void the_stock_is_what_came_in_less_what_was_sold_plus_what_came_back() throws IOException {
    var status = new HashMap<String, CSVRecord>();
    for (CSVRecord order : rows("orders")) status.put(order.get("order_id"), order);
    for (CSVRecord product : rows("products")) {
      String sku = product.get("sku");
      long stock = sum(rows("stock_moves"), sku);
      for (CSVRecord line : rows("order_items")) {
        CSVRecord order = Objects.requireNonNull(status.get(line.get("order_id")));
        boolean left = !order.get("status").equals("已取消");
        boolean back = order.get("refund_type").equals("退货退款");
        if (line.get("sku").equals(sku) && left && !back) stock -= Long.parseLong(line.get("qty"));
      }
      assertEquals(Long.parseLong(product.get("stock")), stock, sku);
    }
  }

  @Test
  void an_ad_day_counts_the_orders_that_name_the_campaign() throws IOException {
    Map<String, List<CSVRecord>> won =
        rows("orders").stream()
            .collect(groupingBy(r -> r.get("created_at").substring(0, 10) + r.get("ad_campaign")));
    for (CSVRecord day : rows("ads_daily")) {
      var orders = won.getOrDefault(day.get("date") + day.get("campaign_id"), List.of());
      assertEquals(orders.size(), Integer.parseInt(day.get("orders")));
      assertEquals(
          orders.stream().mapToLong(r -> fen(r, "paid_amount")).sum(), fen(day, "revenue"));
    }
  }

  @Test
  void a_parcel_on_its_way_has_a_number_and_a_waiting_one_has_none() throws IOException {
    for (CSVRecord order : rows("orders")) {
      boolean waits = List.of("待发货", "已取消").contains(order.get("status"));
      assertEquals(waits, order.get("tracking_no").isEmpty(), order.get("order_id"));
      assertTrue(order.get("delivered_at").compareTo(SampleShop.TODAY.toString()) <= 0);
      assertTrue(
          order.get("created_at").substring(0, 10).compareTo(SampleShop.TODAY.toString()) <= 0);
    }
  }

  @Test
  void a_review_is_about_a_product_of_its_order() throws IOException {
    var bought = rows("order_items").stream().map(r -> r.get("order_id") + r.get("sku")).toList();
    for (CSVRecord review : rows("reviews")) {
      assertTrue(bought.contains(review.get("order_id") + review.get("sku")));
    }
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    var withHeader = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var in = Files.newBufferedReader(shop.resolve(name + ".csv"));
        var parser = withHeader.parse(in)) {
      return parser.getRecords();
    }
  }

  private static long sum(List<CSVRecord> moves, String sku) {
    return moves.stream()
        .filter(r -> r.get("sku").equals(sku))
        .mapToLong(r -> Long.parseLong(r.get("qty")))
        .sum();
  }

  private static long fen(CSVRecord row, String column) {
    return Sheet.fen(row.get(column));
  }

  private static void assertBetween(int low, int high, int count) {
    assertTrue(low <= count && count <= high, "there are " + count);
  }
}
