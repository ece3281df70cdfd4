package shopcrew.bot.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopcrew.db.Database;

/// Every counter against the entries that made it.
final class Balances {
  private final Database db;
  private final String shop;

  Balances(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  List<String> faults() {
    return db.read(
        h -> {
          var faults = new ArrayList<String>();
          for (var check : CHECKS.entrySet()) {
            h.createQuery(check.getValue())
                .bind("shop", shop)
                .mapTo(String.class)
                .forEach(where -> faults.add(check.getKey() + " " + where));
          }
          return faults;
        });
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
  private static final String RUNNING = POSTED.replace("'POST'", "'RUNNING'");

  /// C6: what is held is what the state says.
  private static final String HOLD =
      """
      SELECT i.intent FROM spend_intents i WHERE i.shop = :shop AND %s <>
        CASE WHEN i.state IN ('ARMED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN') THEN i.amount
             WHEN i.state = 'ACTIVE' THEN i.amount - %s ELSE 0 END\
      """
          .formatted(HELD, POSTED);

  private static final String CHARGE =
      "SELECT i.intent FROM spend_intents i WHERE i.shop = :shop AND i.charged <> "
          + String.join(" + ", POSTED, OVERRUN, RUNNING);

  /// C4: every entry moves between the two accounts of its kind, in its spend's currency.
  private static final String ACCOUNTS =
      """
      SELECT l.entry FROM gate_ledger l
      JOIN spend_intents i ON i.shop = l.shop AND i.intent = l.intent
      WHERE l.shop = :shop AND (l.currency <> i.currency OR NOT CASE l.kind
        WHEN 'HOLD' THEN l.debit = 'HOLD/' || l.intent AND l.credit = 'BUDGET'
        WHEN 'POST' THEN l.debit = 'SPENT/' || i.category AND l.credit = 'HOLD/' || l.intent
        WHEN 'RELEASE' THEN l.debit = 'BUDGET' AND l.credit = 'HOLD/' || l.intent
        WHEN 'OVERRUN' THEN l.debit = 'OVERRUN' AND l.credit = 'BUDGET'
        WHEN 'RUNNING' THEN l.debit = 'SPENT/running' AND l.credit = 'BUDGET'
        ELSE l.debit = 'BUDGET' END)\
      """;

  /// C5: what a window counts is what the spends that drew on it hold and posted.
  private static final String CAP =
      """
      SELECT w.category || ' ' || w.slot FROM cap_windows w WHERE w.shop = :shop AND (
        w.reserved <> %s OR w.posted <> %s OR w.overrun <> %s)\
      """
          .formatted(drawn(HELD), drawn(POSTED), drawn(OVERRUN));

  private static String drawn(String sum) {
    return """
    (SELECT COALESCE(SUM(%s), 0) FROM cap_draws d
     JOIN spend_intents i ON i.shop = d.shop AND i.intent = d.intent
     WHERE d.shop = w.shop AND d.category = w.category AND d.slot = w.slot)\
    """
        .formatted(sum);
  }

  /// Running costs stand in the ledger, in their own days, and in the windows of those days.
  private static final String RUN =
      """
      SELECT i.intent FROM spend_intents i WHERE i.shop = :shop AND %s <>
        (SELECT COALESCE(SUM(r.minor), 0) FROM running_costs r
         WHERE r.shop = i.shop AND r.allowance = i.intent)
      UNION ALL
      SELECT w.slot FROM cap_windows w WHERE w.shop = :shop
        AND (w.slot LIKE 'D%%' OR w.slot LIKE 'M%%')
        AND w.running <> CASE WHEN w.category <> 'total' THEN 0 ELSE
          (SELECT COALESCE(SUM(r.minor), 0) FROM running_costs r
           WHERE r.shop = w.shop AND r.day LIKE substr(w.slot, 2) || '%%') END
      UNION ALL
      SELECT 'W' FROM gate_shops g WHERE g.shop = :shop AND
        (SELECT COALESCE(SUM(w.running), 0) FROM cap_windows w
         WHERE w.shop = g.shop AND w.slot LIKE 'W%%') <>
        (SELECT COALESCE(SUM(r.minor), 0) FROM running_costs r WHERE r.shop = g.shop)\
      """
          .formatted(RUNNING);

  /// C7: what is drawn on a mandate is what its draws hold and posted, and never more than it.
  private static final String MANDATE =
      """
      SELECT m.mandate FROM mandates m WHERE m.shop = :shop AND (m.drawn > m.total
        OR m.drawn <> (SELECT COALESCE(SUM(n.drawn), 0) FROM mandate_days n
                       WHERE n.shop = m.shop AND n.mandate = m.mandate)
        OR m.drawn <> (SELECT COALESCE(SUM(%s + %s), 0) FROM spend_intents i
                       WHERE i.shop = m.shop AND i.mandate = m.mandate))
      UNION ALL
      SELECT i.intent FROM spend_intents i
      WHERE i.shop = :shop AND i.mandate IS NOT NULL AND i.state <> 'AWAITING'
        AND i.amount <> (SELECT COALESCE(SUM(d.amount), 0) FROM mandate_draws d
                         WHERE d.shop = i.shop AND d.intent = i.intent)\
      """
          .formatted(HELD, POSTED);

  /// By the kind of fault.
  private static final Map<String, String> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put("hold", HOLD);
    CHECKS.put("charge", CHARGE);
    CHECKS.put("account", ACCOUNTS);
    CHECKS.put("cap", CAP);
    CHECKS.put("running", RUN);
    CHECKS.put("mandate", MANDATE);
  }
}
