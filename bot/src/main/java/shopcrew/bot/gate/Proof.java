package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shopcrew.bot.gate.Audit.Entry;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;

/// Whether the books hold: the chain from its beginning, every document, approval, receipt and
// entry
/// as the chain has it, and every counter as the entries make it.
final class Proof {
  private final Desk desk;
  private final Database db;
  private final List<String> faults = new ArrayList<>();

  Proof(Desk desk) {
    this.desk = desk;
    this.db = desk.db();
  }

  /// Each the kind of what does not hold, and where; or none.
  List<String> faults() {
    return db.read(
        h -> {
          faults.clear();
          var proposed = new HashMap<String, String>();
          var agreed = new HashMap<String, Set<String>>();
          var receipts = new ArrayList<Entry>();
          var entries = new HashMap<Long, SpendDoc>();
          var states = new HashMap<String, String>();
          long broken =
              desk.audit()
                  .firstBreak(
                      e -> {
                        switch (e.event()) {
                          case "proposed" -> {
                            proposed.put(e.about(), e.said().text("doc"));
                            states.put(e.about(), State.AWAITING.name());
                          }
                          case "moved" -> states.put(e.about(), e.said().text("to"));
                          case "agreed" ->
                              agreed
                                  .computeIfAbsent(e.about(), _ -> new HashSet<>())
                                  .add(e.said().text("mac"));
                          case "receipt" -> receipts.add(e);
                          case "entry" -> entries.put(e.said().whole("number"), e.said());
                          default -> {}
                        }
                      });
          if (broken > 0) {
            // What stands behind the break proves nothing about the rest.
            faults.add("chain " + broken);
            return List.copyOf(faults);
          }
          documents(h, proposed);
          states(h, states);
          approvals(h, agreed);
          receipts(h, receipts);
          entries(entries);
          faults.addAll(new Balances(db, desk.shop()).faults());
          return List.copyOf(faults);
        });
  }

  static String explain(Bundle words, String fault, String language) {
    int space = fault.indexOf(' ');
    return words.say(
        language, "fault." + fault.substring(0, space), "where", fault.substring(space + 1));
  }

  private record Doc(String intent, String hash, byte[] body) {}

  private void documents(Handle h, Map<String, String> proposed) {
    var docs =
        h.select(
                "SELECT intent, doc_hash, body FROM spend_docs WHERE shop = ? ORDER BY intent",
                desk.shop())
            .map((row, c) -> new Doc(row.getString(1), row.getString(2), row.getBytes(3)))
            .list();
    var missing = new HashSet<>(proposed.keySet());
    for (Doc doc : docs) {
      missing.remove(doc.intent());
      boolean holds =
          Encoding.sha256(doc.body()).equals(doc.hash())
              && doc.hash().equals(proposed.get(doc.intent()))
              && SpendDoc.decode(doc.body()).intent().equals(doc.intent());
      if (!holds) faults.add("document " + doc.intent());
    }
    missing.forEach(intent -> faults.add("document " + intent));
  }

  private record Row(String intent, String docHash, String state) {}

  private void states(Handle h, Map<String, String> states) {
    var rows =
        h.select(
                "SELECT intent, doc_hash, state FROM spend_intents WHERE shop = ? ORDER BY intent",
                desk.shop())
            .map((row, c) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    var missing = new HashSet<>(states.keySet());
    for (Row row : rows) {
      missing.remove(row.intent());
      if (!row.state().equals(states.get(row.intent()))) faults.add("state " + row.intent());
    }
    missing.forEach(intent -> faults.add("state " + intent));
    h.select(
            """
            SELECT i.intent FROM spend_intents i
            JOIN spend_docs d ON d.shop = i.shop AND d.intent = i.intent
            WHERE i.shop = ? AND d.doc_hash <> i.doc_hash\
            """,
            desk.shop())
        .mapTo(String.class)
        .forEach(intent -> faults.add("document " + intent));
  }

  private void approvals(Handle h, Map<String, Set<String>> agreed) {
    var intents = new HashSet<>(agreed.keySet());
    intents.addAll(
        h.select("SELECT DISTINCT intent FROM approvals WHERE shop = ?", desk.shop())
            .mapTo(String.class)
            .list());
    for (String intent : intents) {
      if (!genuine(intent, agreed.getOrDefault(intent, Set.of()))) {
        faults.add("approval " + intent);
      }
    }
  }

  /// Every approval has its seal, and none that the chain knows is gone.
  private boolean genuine(String intent, Set<String> agreed) {
    try {
      var macs = new HashSet<String>();
      for (var approval : desk.approvals().of(intent)) {
        if (!desk.approvals().genuine(approval)) return false;
        macs.add(approval.mac());
      }
      return macs.containsAll(agreed);
    } catch (RuntimeException e) {
      return false; // a row that cannot even be read
    }
  }

  private record Kept(String code, long seq, String intent, byte[] body) {}

  private void receipts(Handle h, List<Entry> known) {
    var rows = new HashMap<String, Kept>();
    h.select("SELECT code, seq, intent, body FROM gate_receipts WHERE shop = ?", desk.shop())
        .map(
            (row, c) ->
                new Kept(
                    row.getString(1),
                    row.getLong(2),
                    Objects.requireNonNullElse(row.getString(3), ""),
                    row.getBytes(4)))
        .forEach(kept -> rows.put(kept.code(), kept));
    for (Entry e : known) {
      String code = new Audit.Link(e.seq(), e.hash()).code();
      Kept kept = rows.remove(code);
      boolean holds =
          kept != null
              && kept.seq() == e.seq()
              && kept.intent().equals(e.about())
              && java.util.Arrays.equals(
                  kept.body(), Encoding.encode(Receipts.DOMAIN, e.said().fields()));
      if (!holds) faults.add("receipt " + code);
    }
    rows.keySet().forEach(code -> faults.add("receipt " + code));
  }

  /// Entries that are older than their copies in the chain stand before the first of these.
  private void entries(Map<Long, SpendDoc> known) {
    long first = known.keySet().stream().mapToLong(number -> number).min().orElse(Long.MAX_VALUE);
    var missing = new HashSet<>(known.keySet());
    long before = 0;
    for (var entry : desk.purse().entries()) {
      SpendDoc copy = known.get(entry.number());
      missing.remove(entry.number());
      boolean holds =
          entry.number() == before + 1
              && (copy == null ? entry.number() < first : copy.fields().equals(entry.fields()));
      if (!holds) faults.add("entry " + entry.number());
      before = entry.number();
    }
    missing.forEach(number -> faults.add("entry " + number));
  }
}
