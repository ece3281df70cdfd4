package shopcrew.db.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What is not settled between the shop and a customer: who is forgotten now could not be paid, or
/// asked, afterwards.
final class OpenMoney {
  private OpenMoney() {}

  static List<Privacy.Reason> of(Handle handle, Subject subject) {
    var reasons = new ArrayList<Privacy.Reason>();
    handle
        .select(
            """
            SELECT id FROM orders WHERE shop = ? AND customer_id = ?
              AND state IN ('UNPAID', 'TO_SHIP', 'SHIPPED') ORDER BY id\
            """,
            subject.shop(),
            subject.customer())
        .mapTo(String.class)
        .forEach(order -> reasons.add(new Privacy.Reason("order", order)));
    subject
        .bound(
            handle.createQuery(
                """
                SELECT number FROM tasks WHERE shop = :shop AND state = 'open' AND kind = 'refund'
                  AND (conversation IN (<conversations>) OR customer = :customer) ORDER BY number\
                """))
        .mapTo(String.class)
        .forEach(number -> reasons.add(new Privacy.Reason("task", number)));
    for (String order : subject.orders()) {
      if (refunding(handle, subject.shop(), order)) {
        reasons.add(new Privacy.Reason("refund", order));
      }
    }
    return reasons;
  }

  /// The gate's rows are only read: a refund that is not at its end names the order.
  private static boolean refunding(Handle handle, String shop, String order) {
    return handle
            .select(
                """
                SELECT COUNT(*) FROM spend_intents i
                JOIN spend_docs d ON d.shop = i.shop AND d.intent = i.intent
                WHERE i.shop = ? AND i.kind = 'refund'
                  AND i.state IN ('AWAITING', 'ARMED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN', 'ACTIVE')
                  AND instr(d.body, CAST(? AS BLOB)) > 0\
                """,
                shop,
                order)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
