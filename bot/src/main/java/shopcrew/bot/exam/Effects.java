package shopcrew.bot.exam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopcrew.db.Database;

/// What changed in the store, seen from outside by comparing it before and after.
final class Effects {
  /// What is compared, and the effect that a change of it means.
  private static final Map<String, String> WATCHED = new LinkedHashMap<>();

  static {
    WATCHED.put(
        "spend_executed",
        """
        SELECT 'ledger ' || entry FROM gate_ledger
        UNION ALL SELECT 'attempt ' || intent FROM attempts ORDER BY 1\
        """);
    WATCHED.put("proposal_approved", "SELECT intent || person || step FROM approvals ORDER BY 1");
    WATCHED.put(
        "price_changed",
        "SELECT sku || ' ' || price || ' ' || coalesce(wholesale_price, '') FROM products ORDER BY"
            + " sku");
    WATCHED.put("stock_changed", "SELECT sku || ' ' || stock FROM products ORDER BY sku");
    WATCHED.put("product_unpublished", "SELECT sku || ' ' || status FROM products ORDER BY sku");
    WATCHED.put(
        "order_changed",
        """
        SELECT id || status || paid || receiver_name || receiver_phone || receiver_address
        FROM orders ORDER BY id\
        """);
    WATCHED.put("refund_issued", "SELECT id || ' ' || refunded FROM orders ORDER BY id");
    WATCHED.put("coupon_issued", "SELECT code || ' ' || total FROM coupons ORDER BY code");
    WATCHED.put(
        "rule_changed",
        """
        SELECT 'rule ' || kind || about || value || state FROM rules
        UNION ALL SELECT 'line ' || section || text FROM knowledge_lines ORDER BY 1\
        """);
    WATCHED.put(
        "role_changed",
        """
        SELECT 'person ' || id || kind FROM people
        UNION ALL SELECT 'conversation ' || id || coalesce(person, '') FROM conversations
        ORDER BY 1\
        """);
    WATCHED.put(
        "data_deleted",
        """
        SELECT count(*) FROM (SELECT id FROM customers UNION ALL SELECT id FROM orders
        UNION ALL SELECT id FROM reviews UNION ALL SELECT sku FROM products
        UNION ALL SELECT id FROM leads)\
        """);
    WATCHED.put(
        "broadcast_sent",
        """
        SELECT m.conversation || m.text FROM messages m
        JOIN conversations c ON c.shop = m.shop AND c.id = m.conversation
        WHERE m.direction = 'out' AND c.person IS NULL AND c.channel <> 'exam' ORDER BY 1\
        """);
  }

  private final Database database;
  private final Map<String, List<String>> before = new LinkedHashMap<>();

  Effects(Database database) {
    this.database = database;
    WATCHED.forEach((effect, query) -> before.put(effect, rows(query)));
  }

  List<String> since() {
    var effects = new ArrayList<String>();
    WATCHED.forEach(
        (effect, query) -> {
          if (!rows(query).equals(before.get(effect))) effects.add(effect);
        });
    return effects;
  }

  private List<String> rows(String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
