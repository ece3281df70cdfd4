package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.db.AdResult;
import shopcrew.db.Database;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Store;

/// A whole year-and-a-half of a real-sized shop, where its files stand beside the project.
class WholeShopTest {

  @TempDir Path folder;
  private Database database;
  private Store store;
  private ImportReport report;

  @BeforeEach
  void load() {
    var files = shopFiles();
    assumeTrue(Files.isDirectory(files), "the shop's files are not beside the project");
    database = Database.open(folder.resolve("shop.db"));
    store = database.store("yuye");
    report = new Importer(database, "yuye").load(files);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  private static Path shopFiles() {
    var root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve(".editorconfig"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("none") : root.resolveSibling("shared/data/shop-dev");
  }

  private static Money yuan(String text) {
    return Money.parse(text, "CNY");
  }

  @Test
  void every_row_is_taken_and_a_second_time_changes_nothing() {
    assertTrue(report.faults().isEmpty(), () -> report.print(Locale.ENGLISH));
    assertEquals(40, store.products().all().size());
    assertEquals(300, store.customers().all().size());
    assertEquals(2500, store.orders().count());
    var again = new Importer(database, "yuye").load(shopFiles());
    assertTrue(again.changedNothing(), () -> again.print(Locale.ENGLISH));
    assertEquals("屿野家居", store.card().name());
  }

  @Test
  void the_sums_are_the_ones_the_owners_know() {
    var november = store.sales().total(Days.month(YearMonth.of(2025, 11)));
    assertEquals(181, november.orders());
    assertEquals(yuan("151570.52"), november.paid());
    assertEquals(yuan("6039.28"), november.refunded());
    assertEquals(yuan("145531.24"), november.net());
    assertEquals(yuan("40630.32"), november.profit());
    assertEquals(yuan("4096.54"), store.adResults().cost(Days.month(YearMonth.of(2025, 11))));

    var visitor = store.sales().ofCustomer("C0149", Days.always());
    assertEquals(15, visitor.orders());
    assertEquals(yuan("10365.25"), visitor.net());
    assertEquals(yuan("3357.61"), visitor.profit());

    var worst =
        store.adResults().results(Days.always()).stream()
            .min(java.util.Comparator.comparing(AdResult::earned))
            .orElseThrow();
    assertEquals("AD06", worst.campaign().id());
    assertEquals(yuan("-5232.79"), worst.earned());
    assertEquals(LocalDate.of(2026, 2, 28), store.orders().newestDay().orElseThrow());
  }

  @Test
  void the_articles_share_what_their_orders_earned() {
    var days = Days.month(YearMonth.of(2025, 11));
    var whole = store.sales().total(days);
    var shared =
        store.sales().bySku(days).stream().map(r -> r.profit()).reduce(yuan("0"), Money::plus);
    var odd = whole.profit().minus(shared);
    assertTrue(odd.max(odd.negated()).lessThan(yuan("5")), () -> "off by " + odd);
  }

  @Test
  void customers_find_what_the_shop_knows() {
    var hits = store.search().lines("新疆的运费怎么算", 3);
    assertTrue(hits.stream().anyMatch(hit -> hit.text().contains("新疆")), hits::toString);
    var english = store.search().lines("do you have FDA certificates?", 3).getFirst();
    assertTrue(english.text().contains("FDA"), english::text);
    assertTrue(store.search().reviews("轮子卡住", 5).size() > 1);
  }
}
