package shopcrew.bot.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shopcrew.db.Database;

/// The ledger and the caps, always moved together.
final class Purse {
  private static final String BUDGET = "BUDGET";

  /// What the debit account gains, the credit account gives.
  record Entry(
      long number,
      String intent,
      String kind,
      String debit,
      String credit,
      long amount,
      String currency,
      long at) {

    SortedMap<String, Value> fields() {
      var fields = new TreeMap<String, Value>();
      fields.put("number", new Value.Whole(number));
      fields.put("intent", new Value.Text(intent));
      fields.put("kind", new Value.Text(kind));
      fields.put("debit", new Value.Text(debit));
      fields.put("credit", new Value.Text(credit));
      fields.put("amount", new Value.Whole(amount));
      fields.put("currency", new Value.Text(currency));
      fields.put("at", new Value.Whole(at));
      return fields;
    }
  }

  private final Database db;
  private final String shop;
  private final Caps caps;
  private final Intents intents;
  private final Mandates mandates;
  private final History history;
  private final Audit audit;

  Purse(
      Database db,
      String shop,
      Caps caps,
      Intents intents,
      Mandates mandates,
      History history,
      Audit audit) {
    this.db = db;
    this.shop = shop;
    this.caps = caps;
    this.intents = intents;
    this.mandates = mandates;
    this.history = history;
    this.audit = audit;
  }

  /// Puts the whole amount aside; false: a cap has no room, and nothing was put aside.
  boolean hold(Intent intent, LocalDate day, Instant now) {
    return db.write(
        h -> {
          long amount = intent.amount().minor();
          var category = intent.doc().category();
          if (category == Category.HOUSE) return true;
          if (!caps.reserve(intent.id(), category, day, amount)) return false;
          if (amount > 0) enter(intent, "HOLD", hold(intent), BUDGET, amount, now);
          return true;
        });
  }

  /// Records money that has left. What goes beyond the hold is an overrun; its amount is returned.
  long post(Intent intent, long amount, Instant now) {
    return db.write(
        h -> {
          long within = Math.min(amount, held(intent.id()));
          if (within > 0) {
            String spent = "SPENT/" + intent.doc().category().word();
            enter(intent, "POST", spent, hold(intent), within, now);
            caps.post(intent.id(), within);
          }
          long beyond = amount - within;
          if (beyond > 0) {
            enter(intent, "OVERRUN", "OVERRUN", BUDGET, beyond, now);
            caps.overrun(intent.id(), beyond);
          }
          if (intent.doc().has("payee")) history.paid(intent.doc().text("payee"), now);
          long before = intents.find(intent.id()).orElseThrow().charged().minor();
          intents.charged(intent.id(), Math.addExact(before, amount));
          return beyond;
        });
  }

  /// Records running costs, which were never held: they are small, and within their allowance.
  void running(Intent allowance, long amount, LocalDate day, Instant now) {
    db.writing(
        h -> {
          enter(allowance, "RUNNING", "SPENT/running", BUDGET, amount, now);
          caps.running(day, amount);
          long before = intents.find(allowance.id()).orElseThrow().charged().minor();
          intents.charged(allowance.id(), Math.addExact(before, amount));
        });
  }

  /// Gives back what is still held.
  void release(Intent intent, Instant now) {
    db.writing(
        h -> {
          long rest = held(intent.id());
          if (rest == 0) return;
          enter(intent, "RELEASE", BUDGET, hold(intent), rest, now);
          caps.release(intent.id(), rest);
          String mandate = intent.mandate();
          if (mandate != null) mandates.release(intent.id(), mandate, rest);
        });
  }

  long held(String intent) {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT COALESCE(SUM(CASE WHEN kind = 'HOLD' THEN amount
                                             WHEN kind IN ('POST', 'RELEASE') THEN -amount
                                             ELSE 0 END), 0)
                    FROM gate_ledger WHERE shop = ? AND intent = ?\
                    """,
                    shop,
                    intent)
                .mapTo(Long.class)
                .one());
  }

  private static String hold(Intent intent) {
    return "HOLD/" + intent.id();
  }

  /// An entry and its copy in the chain, so that neither can be changed alone.
  private void enter(
      Intent intent, String kind, String debit, String credit, long amount, Instant now) {
    db.writing(
        h -> {
          long number =
              h.select("SELECT COALESCE(MAX(entry), 0) + 1 FROM gate_ledger WHERE shop = ?", shop)
                  .mapTo(Long.class)
                  .one();
          var entry =
              new Entry(
                  number,
                  intent.id(),
                  kind,
                  debit,
                  credit,
                  amount,
                  intent.amount().currency(),
                  now.toEpochMilli());
          h.execute(
              """
              INSERT INTO gate_ledger (shop, entry, intent, kind, debit, credit, amount, currency, at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
              """,
              shop,
              entry.number(),
              entry.intent(),
              entry.kind(),
              entry.debit(),
              entry.credit(),
              entry.amount(),
              entry.currency(),
              entry.at());
          audit.add(now, "entry", intent.id(), entry.fields());
        });
  }

  /// In the order of their making.
  List<Entry> entries() {
    return db.read(
        h ->
            h.select("SELECT * FROM gate_ledger WHERE shop = ? ORDER BY entry", shop)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getLong("entry"),
                            row.getString("intent"),
                            row.getString("kind"),
                            row.getString("debit"),
                            row.getString("credit"),
                            row.getLong("amount"),
                            row.getString("currency"),
                            row.getLong("at")))
                .list());
  }
}
