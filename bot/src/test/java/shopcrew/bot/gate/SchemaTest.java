package shopcrew.bot.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopcrew.bot.gate.GateWorld.ad;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database itself refuses, and what is found out when somebody gets round it.
class SchemaTest {
  @TempDir Path folder;
  private GateWorld world;

  @BeforeEach
  void open() {
    world = new GateWorld(folder);
    world.propose(world.mei, ad(300));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void refused(String sql) {
    var e =
        assertThrows(
            RuntimeException.class,
            () -> world.db.writing(h -> h.execute(sql)),
            () -> "let through: " + sql);
    assertTrue(String.valueOf(e.getMessage()).contains("gate:"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE spend_docs SET body = x'00'",
        "DELETE FROM spend_docs",
        "UPDATE approvals SET person = 'jun'",
        "DELETE FROM approvals",
        "UPDATE gate_ledger SET amount = 1",
        "DELETE FROM gate_ledger",
        "UPDATE gate_audit SET event = 'x'",
        "DELETE FROM gate_audit",
        "UPDATE gate_receipts SET seq = 9",
        "DELETE FROM gate_receipts",
        "DELETE FROM spend_intents",
        "DELETE FROM attempts",
        "UPDATE attempts SET request_hash = 'x'",
        "UPDATE spend_intents SET amount = 1",
        "UPDATE spend_intents SET tier = 1",
        "UPDATE spend_intents SET charged = 0",
        "UPDATE gate_shops SET epoch = 0",
        "UPDATE gate_shops SET clock = clock - 1",
        "INSERT INTO gate_audit VALUES ('camp', 99, 1, 'x', NULL, x'00', '', 'h')"
      })
  void what_was_written_stays(String sql) {
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    refused(sql);
  }

  @Test
  void only_the_legal_pairs_of_states() {
    for (State from : State.values()) {
      for (State to : State.values()) {
        boolean legal =
            switch (from) {
              case AWAITING ->
                  switch (to) {
                    case REJECTED, EXPIRED, SUPERSEDED, AWAITING -> true;
                    default -> false;
                  };
              default -> false;
            };
        if (from == State.AWAITING && !legal)
          refused("UPDATE spend_intents SET state = '" + to + "'");
      }
    }
    world.db.writing(h -> h.execute("UPDATE spend_intents SET state = 'REJECTED'"));
    for (State to : State.values()) {
      if (to != State.REJECTED) refused("UPDATE spend_intents SET state = '" + to + "'");
    }
  }

  @Test
  void nothing_is_armed_without_every_step() {
    String arm = "UPDATE spend_intents SET not_before = 1, use_by = 2, state = 'ARMED'";
    refused(arm);
    world.mei.taps("先看清楚");
    refused(arm);
    world.mei.types("300");
    refused(arm);
  }

  @Test
  void nothing_is_sent_while_frozen_or_before_its_time_or_without_its_hold() {
    world.mei.agrees(300);
    refused("UPDATE spend_intents SET state = 'SENDING'");
    world.time.pass(GateWorld.GRACE);
    world.db.writing(h -> h.execute("UPDATE gate_shops SET clock = ?", world.time.millis()));
    world.db.writing(h -> h.execute("UPDATE gate_shops SET frozen = 1"));
    refused("UPDATE spend_intents SET state = 'SENDING'");
    world.db.writing(h -> h.execute("UPDATE gate_shops SET frozen = 0"));
    world.db.writing(
        h ->
            h.execute(
                """
                INSERT INTO gate_ledger SELECT shop, 2, intent, 'POST', 'SPENT/ads', debit, 1,
                  currency, at FROM gate_ledger\
                """));
    refused("UPDATE spend_intents SET state = 'SENDING'");
  }

  @Test
  void no_more_is_posted_than_is_held_and_a_hold_is_the_whole_amount() {
    world.mei.agrees(300);
    String post =
        """
        INSERT INTO gate_ledger SELECT shop, 2, intent, 'POST', 'SPENT/ads', debit, %d, currency, at
        FROM gate_ledger\
        """;
    refused(post.formatted(30_001));
    world.propose(world.mei, ad(50));
    refused(
        """
        INSERT INTO gate_ledger SELECT shop, 3, intent, 'HOLD', 'HOLD/x', 'BUDGET', 1, currency, 1
        FROM spend_intents WHERE state = 'AWAITING'\
        """);
  }

  @Test
  void a_cap_is_never_passed() {
    world.mei.agrees(300);
    assertThrows(
        RuntimeException.class,
        () -> world.db.writing(h -> h.execute("UPDATE cap_windows SET reserved = cap + 1")));
  }

  @Test
  void an_edited_document_is_not_sent_and_freezes_the_shop() {
    world.mei.agrees(300);
    world.db.writing(
        h -> {
          h.execute("DROP TRIGGER spend_docs_keep");
          byte[] body = h.createQuery("SELECT body FROM spend_docs").mapTo(byte[].class).one();
          var doc = new java.util.TreeMap<>(SpendDoc.decode(body).fields());
          doc.put("target", new Value.Text("attacker"));
          h.execute("UPDATE spend_docs SET body = ?", (Object) new SpendDoc(doc).bytes());
        });
    world.time.pass(GateWorld.GRACE);
    world.gate.sweep();
    assertEquals(0, world.faults.asked, "B3: one hash only");
    assertEquals("VOIDED", world.state());
    assertTrue(world.gate.frozen());
    world.mei.sees("确认记录对不上");
    assertFalse(world.gate.verifyLedger().good());
  }

  @Test
  void an_approval_that_nobody_sealed_is_worth_nothing() {
    world.db.writing(
        h -> {
          for (String step : new String[] {"REVIEW", "AMOUNT", "CONFIRM"}) {
            h.execute(
                """
                INSERT INTO approvals
                SELECT shop, intent, 'mei', ?, doc_hash, 'x', 'zh-CN', 'x', epoch, 1, 'forged'
                FROM spend_intents\
                """,
                step);
          }
          h.execute(
              """
              UPDATE spend_intents SET not_before = 0, use_by = 99999999999999, state = 'ARMED',
                approved_by = 'mei', approved_at = 1\
              """);
          h.execute(
              """
              INSERT INTO gate_ledger SELECT shop, 1, intent, 'HOLD', 'HOLD/' || intent, 'BUDGET',
                amount, currency, 1 FROM spend_intents\
              """);
        });
    world.gate.sweep();
    assertEquals(0, world.faults.asked, "A12");
    assertTrue(world.gate.frozen());
  }

  @Test
  void any_change_of_the_audit_is_found_and_a_cut_tail_by_a_receipt() {
    world.mei.agrees(300);
    world.passes(GateWorld.GRACE);
    String text = world.mei.last().text();
    String receipt = text.substring(text.indexOf('R'), text.indexOf('\n'));
    world.db.writing(h -> h.execute("DROP TRIGGER gate_audit_keep"));
    world.db.writing(h -> h.execute("DROP TRIGGER gate_audit_stay"));
    long entries = world.number("SELECT MAX(seq) FROM gate_audit");
    for (String change :
        new String[] {"at = at + 1", "event = event || 'x'", "body = x'00'", "intent = 'y'"}) {
      for (long seq = 1; seq <= entries; seq++) {
        long at = seq;
        assertThrows(
            Undo.class,
            () ->
                world.db.writing(
                    h -> {
                      h.execute("UPDATE gate_audit SET " + change + " WHERE seq = ?", at);
                      assertFalse(world.gate.verifyLedger().good(), "F4: " + change + " at " + at);
                      throw new Undo();
                    }));
      }
    }
    world.db.writing(h -> h.execute("DELETE FROM gate_audit WHERE seq >= ?", entries));
    assertFalse(world.gate.verifyReceipt(receipt), "the owner's chat knows better");
    assertFalse(world.gate.verifyLedger().good());
  }

  private static final class Undo extends RuntimeException {}
}
