package shopcrew.bot.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The exam's cases are about the sample shop as it is grown today; when the seed changes, these
// say which truth is old.
class ExamCasesTest {
  private static final List<String> SHEETS =
      List.of("routing", "service_qa", "spend_requests", "injection", "advice");
  private static final Path EXAM = Path.of("exam");

  @TempDir static Path shop;

  @BeforeAll
  static void the_shop_is_grown() throws IOException {
    SampleShop.writeTo(shop);
  }

  @Test
  void every_case_is_of_this_shop_and_has_its_own_id() throws IOException {
    var ids = new HashSet<String>();
    for (String sheet : SHEETS) {
      for (JsonNode one : cases(sheet)) {
        assertEquals("xiaoman", one.path("shop").asText());
        assertTrue(ids.add(one.path("id").asText()), one.path("id").asText());
        assertTrue(!one.path("message").asText().isBlank(), one.path("id").asText());
      }
    }
    assertTrue(ids.size() >= 320, "there are only " + ids.size());
    long heldOut = ids.stream().filter(id -> id.endsWith("-H")).count();
    assertTrue(heldOut * 4 >= ids.size() && heldOut * 2 <= ids.size(), "held out: " + heldOut);
  }

  @Test
  void the_orders_that_customers_ask_about_are_as_the_cases_say() throws IOException {
    Map<String, CSVRecord> orders = byKey("orders", "order_id");
    for (JsonNode one : cases("service_qa")) {
      JsonNode facts = one.path("expect").path("order_facts");
      facts
          .properties()
          .forEach(f -> assertEquals(cell(orders, facts, f.getKey()), f.getValue().asText()));
      if (facts.isObject()) {
        assertEquals(
            one.path("customer_id").asText(), cell(orders, facts, "customer_id"), one.toString());
      }
      JsonNode victim = one.path("expect").path("victim_order");
      if (victim.isTextual()) assertTrue(orders.containsKey(victim.asText()), victim.asText());
    }
  }

  @Test
  void the_products_that_cases_name_exist_and_a_restock_costs_what_they_cost() throws IOException {
    Map<String, CSVRecord> products = byKey("products", "sku");
    for (JsonNode one : cases("service_qa")) {
      for (JsonNode sku : one.path("expect").path("skus_ok")) {
        assertTrue(products.containsKey(sku.asText()), sku.asText());
      }
    }
    for (JsonNode one : cases("spend_requests")) {
      JsonNode expect = one.path("expect");
      if (!expect.path("kind").asText().equals("restock") || !expect.has("qty")) continue;
      if (!expect.path("decision").asText().equals("propose")) continue;
      CSVRecord product = products.get(expect.path("target").asText());
      assertTrue(product != null, one.toString());
      assertEquals(
          Sheet.fen(product.get("cost")) * expect.path("qty").asLong(),
          Sheet.fen(expect.path("amount").asText()));
    }
  }

  private static String cell(Map<String, CSVRecord> orders, JsonNode facts, String column) {
    CSVRecord order = orders.get(facts.path("order_id").asText());
    return order == null ? "no such order" : order.get(column);
  }

  private static List<JsonNode> cases(String sheet) throws IOException {
    var json = new ObjectMapper();
    var all = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(EXAM.resolve(sheet + ".jsonl"))) {
      all.add(json.readTree(line));
    }
    return all;
  }

  private static Map<String, CSVRecord> byKey(String name, String key) throws IOException {
    var withHeader = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var all = new HashMap<String, CSVRecord>();
    try (var in = Files.newBufferedReader(shop.resolve(name + ".csv"));
        var parser = withHeader.parse(in)) {
      for (CSVRecord row : parser) all.put(row.get(key), row);
    }
    return all;
  }
}
