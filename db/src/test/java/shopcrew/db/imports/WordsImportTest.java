package shopcrew.db.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.db.Edits;

/// What the owners wrote in words: their rules, and what customers may be told.
class WordsImportTest extends TeaFolder {
  @Test
  void the_owners_rules_count_only_after_their_yes() {
    file("products.csv", PRODUCTS);
    file("owner_rules.md", "- 广告月度总上限 3000 元\n- 底价 = 成本 × 1.2\n");
    assertTrue(load().rulesWait());
    assertTrue(store.rules().current().isEmpty());
    assertEquals(2, store.rules().waiting().size());
    assertTrue(store.rules().agree("mei", Instant.parse("2026-03-01T01:00:00Z")));
    assertEquals(
        yuan("3000"), store.rules().amount(shopcrew.db.Rule.Kind.AD_MONTH_CAP).orElseThrow());
    assertFalse(load().rulesWait(), "the same rules need no second yes");
    assertFalse(store.rules().agree("jun", Instant.parse("2026-03-01T02:00:00Z")));
  }

  @Test
  void a_section_for_the_owners_never_reaches_customers() {
    file("products.csv", PRODUCTS);
    file("knowledge.md", "# 茶\n## 1. 发货\n- 48小时\n## 2. 内部说明\n- 进货价 40 元\n");
    var report = load();
    assertEquals(List.of("knowledge.md:0::section.internal"), keys(report));
    assertTrue(store.search().lines("进货价", 5).isEmpty());
  }

  @Test
  void what_the_owner_added_survives_a_new_file() {
    file("products.csv", PRODUCTS);
    file("knowledge.md", "# 茶\n## 1. 发货\n- 48小时\n- 包邮\n");
    load();
    var line = new Edits.Statement("", "周日不发货", "", null, null);
    var taught = Edits.Change.said("梅姐", line);
    store.edits().open(taught, true, LocalDate.of(2026, 3, 1), Instant.EPOCH);
    file("knowledge.md", "# 茶\n## 1. 发货\n- 24小时\n");
    load();
    assertEquals(
        List.of("24小时", "周日不发货"), store.knowledge().lines().stream().map(l -> l.text()).toList());
    assertEquals("周日不发货", store.search().lines("周日发货吗", 1).getFirst().text());
  }
}
