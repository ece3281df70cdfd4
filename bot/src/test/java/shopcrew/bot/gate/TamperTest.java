package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.FRIDAY;
import static shopcrew.bot.gate.GateWorld.ad;
import static shopcrew.bot.gate.GateWorld.yuan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopcrew.bot.proof.Figures;
import shopcrew.roles.Proposal;

/// A thief has the file and no need of triggers. Whatever they touch, one look at the books and one
/// receipt in Mei's chat give it away.
class TamperTest {
  private static final List<String> TABLES =
      List.of("gate_audit", "gate_receipts", "gate_ledger", "spend_docs", "approvals");
  private static final int PLACES = Figures.full() ? 40 : 2;
  @TempDir Path folder;
  private GateWorld world;
  private String receipt = "";
  private int tried;

  @BeforeEach
  void a_month_of_spends() {
    world = GateWorld.withPins(folder);
    var term = new Proposal.Term("day", 3, FRIDAY, FRIDAY.plusDays(2));
    world.propose(world.mei, new Proposal.Mandate("sandbox", yuan(50), term, yuan(150), List.of()));
    world.mei.taps("先看清楚");
    world.mei.types("150");
    world.mei.pressesPin();
    world.mei.taps("同意 150.00 元");
    world.passes(Duration.ofSeconds(601));
    world.propose(world.mei, ad(30)); // a draw
    world.propose(world.jun, ad(300));
    world.jun.agrees(300);
    world.propose(world.mei, ad(130, "短视频", "D", "抖音"));
    world.mei.agrees(130);
    world.passes(GateWorld.GRACE);
    world.passes(Duration.ofDays(4));
    String text =
        world.mei.all().reversed().stream()
            .map(Phone.Shown::text)
            .filter(t -> t.startsWith("🧾"))
            .findFirst()
            .orElseThrow();
    receipt = text.substring(text.indexOf('R'), text.indexOf('\n'));
    assertEquals(List.of(), world.gate.verifyLedger().faults());
    assertTrue(world.gate.verifyReceipt(receipt));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  @DisplayName("F4: one byte changed anywhere is found")
  void one_byte() {
    for (String table : TABLES) one_byte(table);
  }

  private void one_byte(String table) {
    tried = 0;
    var random = new SplittableRandom(7);
    for (var row : rows(table)) {
      for (String column : row.keySet()) {
        if (column.equals("rowid") || row.get(column) == null) continue;
        for (int i = 0; i < PLACES; i++) {
          Object other = Thief.another(row.get(column), random);
          found(
              table + "." + column + " of " + row + " becomes " + other,
              h -> Thief.set(h, table, row, Map.of(column, other)));
        }
      }
    }
    assertTrue(tried > 15, "not a byte was touched");
  }

  @Test
  @DisplayName("F4: a row that is gone is found")
  void one_row_deleted() {
    for (String table : TABLES) one_row_deleted(table);
  }

  private void one_row_deleted(String table) {
    tried = 0;
    for (var row : rows(table)) {
      found(
          table + " without " + row,
          h -> h.execute("DELETE FROM " + table + " WHERE rowid = ?", row.get("rowid")));
    }
    assertTrue(tried > 2);
  }

  @Test
  @DisplayName("F4: two rows that changed their places are found")
  void two_rows_swapped() {
    for (String table : TABLES) two_rows_swapped(table);
  }

  private void two_rows_swapped(String table) {
    tried = 0;
    var rows = rows(table);
    List<String> place =
        switch (table) {
          case "gate_audit" -> List.of("seq");
          case "gate_receipts" -> List.of("code");
          case "gate_ledger" -> List.of("entry");
          case "spend_docs" -> List.of("intent");
          default -> List.of("intent", "person", "step", "doc_hash");
        };
    for (int i = 0; i + 1 < rows.size(); i++) {
      var one = rows.get(i);
      var two = rows.get(i + 1);
      found(
          table + ": " + one + " and " + two,
          h -> {
            h.execute(
                "DELETE FROM " + table + " WHERE rowid IN (?, ?)",
                one.get("rowid"),
                two.get("rowid"));
            Thief.insert(h, table, one, place, two);
            Thief.insert(h, table, two, place, one);
          });
    }
    assertTrue(tried > 1);
  }

  @Test
  @DisplayName("F4: a tail that was cut off is found, given one receipt")
  void the_tail_cut() {
    for (String table : TABLES) the_tail_cut(table);
  }

  private void the_tail_cut(String table) {
    tried = 0;
    var rows = rows(table);
    for (var row : rows) {
      found(
          table + " cut at " + row,
          h -> h.execute("DELETE FROM " + table + " WHERE rowid >= ?", row.get("rowid")));
    }
    assertTrue(tried > 2);
  }

  @Test
  @DisplayName("F4: who cuts everything behind one moment out of every table still owes a receipt")
  void the_tail_of_everything_cut() {
    found(
        "all of the last spend",
        h -> {
          long from = Long.parseLong(receipt.substring(1, receipt.indexOf('-')));
          h.execute("DELETE FROM gate_receipts WHERE seq >= ?", from);
          h.execute("DELETE FROM gate_audit WHERE seq >= ?", from);
          assertFalse(world.gate.verifyReceipt(receipt), "the chat knows better");
        });
    found("a spend", h -> h.execute("DELETE FROM spend_intents WHERE kind = 'ad_budget'"));
  }

  private static final List<String> COUNTERS =
      List.of(
          "UPDATE cap_windows SET posted = posted + 1",
          "UPDATE cap_windows SET overrun = 1",
          "UPDATE cap_windows SET running = 1",
          "UPDATE mandates SET drawn = drawn + 1",
          "UPDATE mandate_days SET drawn = drawn + 1",
          "UPDATE mandate_draws SET amount = amount + 1",
          "UPDATE spend_intents SET charged = charged + 1 WHERE state = 'SETTLED'",
          "UPDATE spend_intents SET state = 'VOIDED' WHERE state = 'SETTLED'",
          "UPDATE gate_ledger SET credit = 'BUDGET', debit = 'SPENT/other' WHERE kind = 'POST'",
          "INSERT INTO running_costs SELECT shop, mandate, starts, 1, 1 FROM mandates");

  @Test
  @DisplayName("C4 C5 C6 C7: a counter that was moved is found")
  void a_counter_is_moved() {
    for (String change : COUNTERS) {
      found(change, h -> assertTrue(h.execute(change) > 0, change));
    }
  }

  @Test
  @DisplayName("C5: within the hour nothing is spent any more, and both are told once")
  void the_hourly_look_stops_everything() {
    bare(h -> h.execute(COUNTERS.getFirst()));
    world.gate.sweep();
    assertFalse(world.gate.frozen(), "looked at once in an hour");
    world.time.pass(Duration.ofHours(1));
    world.gate.sweep();
    assertTrue(world.gate.frozen());
    world.mei.sees("账本对不上，已经全部停下，没有花钱");
    world.jun.sees("The books do not add up");
    world.time.pass(Duration.ofHours(1));
    world.gate.sweep();
    assertEquals(1, world.mei.times("账本对不上"));
  }

  @Test
  @DisplayName("every kind of fault has its words")
  void faults_are_explained() {
    for (String language : List.of("zh", "en")) {
      assertTrue(world.gate.explain("chain 17", language).contains("17"));
      assertTrue(
          world.gate.explain("cap total D2026-11-20", language).contains("total D2026-11-20"));
    }
  }

  private interface Theft {
    void on(Handle handle);
  }

  /// Done, looked at, and undone.
  private void found(String what, Theft theft) {
    tried++;
    assertThrows(
        Undo.class,
        () ->
            bare(
                h -> {
                  theft.on(h);
                  boolean good =
                      world.gate.verifyLedger().good() && world.gate.verifyReceipt(receipt);
                  assertFalse(good, "F4: " + what);
                  throw new Undo();
                }));
  }

  private void bare(Theft theft) {
    try {
      world.db.writing(
          h -> {
            h.execute("PRAGMA defer_foreign_keys = ON");
            h.execute("PRAGMA ignore_check_constraints = ON");
            for (String trigger :
                h.createQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                    .mapTo(String.class)
                    .list()) {
              h.execute("DROP TRIGGER " + trigger);
            }
            h.execute("DROP INDEX gate_ledger_once");
            theft.on(h);
          });
    } finally {
      world.db.writing(h -> h.execute("PRAGMA ignore_check_constraints = OFF"));
    }
  }

  private List<Map<String, Object>> rows(String table) {
    return world.db.read(
        h ->
            h.createQuery("SELECT rowid AS rowid, * FROM " + table + " ORDER BY rowid")
                .mapToMap()
                .list());
  }

  private static final class Undo extends RuntimeException {}
}
