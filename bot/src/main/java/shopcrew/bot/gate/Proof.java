package shopcrew.bot.gate;

import java.util.List;
import shopcrew.db.Database;

/// Whether the books hold: the chain from its beginning, every hold where it belongs, the caps
/// equal to the ledger, every approval sealed.
final class Proof {
  private final Desk desk;
  private final Database db;

  Proof(Desk desk) {
    this.desk = desk;
    this.db = desk.db();
  }

  /// The first thing that does not hold, or nothing.
  List<String> faults() {
    return db.read(
        h -> {
          var faults = new java.util.ArrayList<String>();
          long broken = desk.audit().firstBreak();
          if (broken > 0) faults.add("chain broken at " + broken);
          for (String receipt : texts("SELECT code FROM gate_receipts WHERE shop = ?")) {
            if (!desk.audit().holds(receipt))
              faults.add("receipt " + receipt + " is not in the chain");
          }
          for (String intent : texts(WRONG_HOLD)) faults.add("wrong hold of " + intent);
          for (String window : texts(WRONG_CAP)) faults.add("cap differs from ledger: " + window);
          for (String intent : texts(WRONG_CHARGE)) faults.add("wrong charge of " + intent);
          for (var intent : desk.intents().in(State.values())) {
            if (!intent.doc().hash().equals(intent.docHash()))
              faults.add("document " + intent.id());
            for (var approval : desk.approvals().of(intent.id())) {
              if (!desk.approvals().genuine(approval)) faults.add("approval of " + intent.id());
            }
          }
          return List.copyOf(faults);
        });
  }

  private List<String> texts(String sql) {
    return db.read(
        h ->
            h.createQuery(sql.replace("shop = ?", "shop = :shop"))
                .bind("shop", desk.shop())
                .mapTo(String.class)
                .list());
  }

  private static final String HELD =
      """
      COALESCE((SELECT SUM(CASE WHEN l.kind = 'HOLD' THEN l.amount
                                WHEN l.kind IN ('POST', 'RELEASE') THEN -l.amount ELSE 0 END)
                FROM gate_ledger l WHERE l.shop = i.shop AND l.intent = i.intent), 0)\
      """;

  private static final String POSTED =
      """
      COALESCE((SELECT SUM(l.amount) FROM gate_ledger l
                WHERE l.shop = i.shop AND l.intent = i.intent AND l.kind = 'POST'), 0)\
      """;

  private static final String OVERRUN = POSTED.replace("'POST'", "'OVERRUN'");

  private static final String WRONG_HOLD =
      "SELECT i.intent FROM spend_intents i WHERE i.shop = ? AND "
          + HELD
          + " <> CASE WHEN i.state IN ('ARMED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN') THEN i.amount"
          + " WHEN i.state = 'ACTIVE' THEN i.amount - "
          + POSTED
          + " ELSE 0 END";

  private static final String WRONG_CHARGE =
      "SELECT i.intent FROM spend_intents i WHERE i.shop = ? AND i.charged <> "
          + POSTED
          + " + "
          + OVERRUN
          + " + "
          + POSTED.replace("'POST'", "'RUNNING'");

  private static final String WRONG_CAP =
      """
      SELECT w.category || ' ' || w.slot FROM cap_windows w WHERE w.shop = ? AND (
        w.reserved <> (SELECT COALESCE(SUM(%s), 0) FROM cap_draws d
                       JOIN spend_intents i ON i.shop = d.shop AND i.intent = d.intent
                       WHERE d.shop = w.shop AND d.category = w.category AND d.slot = w.slot)
        OR w.posted <> (SELECT COALESCE(SUM(%s), 0) FROM cap_draws d
                       JOIN spend_intents i ON i.shop = d.shop AND i.intent = d.intent
                       WHERE d.shop = w.shop AND d.category = w.category AND d.slot = w.slot))\
      """
          .formatted(HELD, POSTED);
}
