package shopcrew.db.privacy;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A table in which something stands about a customer: whose row it is, what of it goes when the
/// customer goes, what stays, and what is the shop's own business. Every column is in one of the
/// three, so that a new one cannot be forgotten.
///
/// @param whose the condition that finds the rows
/// @param erased what is put in place of the column
/// @param stays without the person it says nothing about anybody
/// @param internal stays, and is not given out: the shop's costs, the team's own notes
record Holding(
    String table,
    String whose,
    Map<String, String> erased,
    Set<String> stays,
    Set<String> internal) {
  private static final String NOTHING = "''";

  /// In the place of what was said.
  static final String GONE = "…";

  /// In the place of a name.
  static final String NOBODY = "—";

  private static final String IN_CONVERSATION = "conversation IN (<conversations>)";

  static final List<Holding> ALL =
      List.of(
          new Holding(
              "customers",
              "id = :customer",
              blanked(
                  entry("name", "'" + NOBODY + "'"),
                  entry("company", NOTHING),
                  entry("phone", NOTHING),
                  entry("email", NOTHING),
                  entry("province", NOTHING),
                  entry("city", NOTHING),
                  entry("address", NOTHING),
                  entry("note", NOTHING),
                  entry("opted_out", "1")),
              Set.of("id", "type", "country", "language", "source", "registered_on"),
              Set.of()),
          new Holding(
              "orders",
              "customer_id = :customer",
              blanked(
                  entry("receiver_name", NOTHING),
                  entry("receiver_phone", NOTHING),
                  entry("receiver_address", NOTHING),
                  entry("tracking_no", NOTHING),
                  entry("buyer_note", NOTHING),
                  entry("refund_reason", NOTHING)),
              Set.of(
                  "id",
                  "customer_id",
                  "created_at",
                  "channel",
                  "status",
                  "state",
                  "currency",
                  "items",
                  "discount",
                  "shipping_fee",
                  "paid",
                  "refunded",
                  "refund_type",
                  "goods_returned",
                  "pay_method",
                  "carrier",
                  "shipped_on",
                  "delivered_on"),
              Set.of("ad_campaign", "shipping_cost", "platform_fee")),
          new Holding(
              "order_lines",
              "order_id IN (SELECT id FROM orders WHERE shop = :shop AND customer_id = :customer)",
              blanked(),
              Set.of("order_id", "line_no", "sku", "qty", "unit_price", "line_total"),
              Set.of("unit_cost")),
          new Holding(
              "reviews",
              "customer_id = :customer",
              blanked(entry("content", NOTHING), entry("reply", NOTHING)),
              Set.of("id", "day", "order_id", "customer_id", "sku", "rating", "language"),
              Set.of()),
          new Holding(
              "leads",
              "id IN (<leads>)",
              blanked(
                  entry("name", "'" + NOBODY + "'"),
                  entry("company", NOTHING),
                  entry("contact", NOTHING),
                  entry("message", NOTHING),
                  entry("owner_note", NOTHING)),
              Set.of(
                  "id",
                  "country",
                  "language",
                  "source",
                  "first_seen",
                  "last_contact",
                  "interest_sku",
                  "est_qty",
                  "stage"),
              Set.of()),
          new Holding(
              "conversations",
              "id IN (<conversations>)",
              blanked(
                  entry("address", "'erased:' || lower(hex(randomblob(16)))"),
                  entry("name", NOTHING),
                  entry("phone", "NULL"),
                  entry("pending", "NULL"),
                  entry("held_by", "NULL"),
                  entry("reachable", "0"),
                  entry("marketing", "0")),
              Set.of("id", "channel", "person", "customer", "language", "created_at", "shared"),
              Set.of("free_until", "held_until")),
          new Holding(
              "messages",
              IN_CONVERSATION,
              blanked(
                  entry("text", "'" + GONE + "'"),
                  entry("key", "'erased:' || seq"),
                  entry("outer_id", NOTHING),
                  entry("buttons", NOTHING),
                  entry("sources", NOTHING),
                  entry("file", NOTHING),
                  entry(
                      "state",
                      "CASE WHEN state <> 'new' THEN state WHEN direction = 'in' THEN 'done'"
                          + " ELSE 'failed' END")),
              Set.of("seq", "conversation", "direction", "kind", "author", "at", "progress"),
              Set.of(
                  "prompt",
                  "attempts",
                  "numbered",
                  "pieces",
                  "not_before",
                  "left_at",
                  "why",
                  "faded")),
          new Holding(
              "tasks",
              "(" + IN_CONVERSATION + " OR customer = :customer)",
              blanked(
                  entry("summary", "'" + GONE + "'"),
                  entry("answer", "CASE WHEN answer IS NULL THEN NULL ELSE '" + GONE + "' END"),
                  entry("subject", "NULL"),
                  entry("signs", "''")),
              Set.of(
                  "number",
                  "kind",
                  "conversation",
                  "customer",
                  "urgent",
                  "worth",
                  "state",
                  "created_at",
                  "done_at"),
              Set.of("done_by", "lesson")),
          new Holding(
              "draft_orders",
              "(" + IN_CONVERSATION + " OR customer = :customer)",
              blanked(
                  entry("cause", "'erased:' || number"),
                  entry("state", "CASE WHEN state = 'asked' THEN 'lapsed' ELSE state END")),
              Set.of(
                  "number",
                  "conversation",
                  "customer",
                  "currency",
                  "items",
                  "shipping",
                  "payment",
                  "created_at",
                  "held_until",
                  "decided_at"),
              Set.of("decided_by")),
          new Holding(
              "draft_order_lines",
              "number IN (SELECT number FROM draft_orders WHERE shop = :shop AND ("
                  + IN_CONVERSATION
                  + " OR customer = :customer))",
              blanked(),
              Set.of("number", "line_no", "sku", "variant", "qty", "unit_price"),
              Set.of()),
          new Holding(
              "ready_replies",
              "task IN (SELECT number FROM tasks WHERE shop = :shop AND ("
                  + IN_CONVERSATION
                  + " OR customer = :customer))",
              blanked(entry("text", "'" + GONE + "'"), entry("sources", NOTHING)),
              Set.of("task", "number"),
              Set.of()),
          new Holding(
              "promises",
              "(" + IN_CONVERSATION + " OR customer = :customer)",
              blanked(
                  entry("words", "'" + GONE + "'"),
                  entry("state", "CASE WHEN state = 'open' THEN 'dropped' ELSE state END")),
              Set.of("number", "conversation", "customer", "made_at", "due_at"),
              Set.of("person", "asked")),
          new Holding(
              "drafts",
              "task IN (SELECT number FROM tasks WHERE shop = :shop AND ("
                  + IN_CONVERSATION
                  + " OR customer = :customer))",
              blanked(entry("text", "'" + GONE + "'"), entry("sources", NOTHING)),
              Set.of("task", "topic", "shadow"),
              Set.of("prompt")),
          new Holding(
              "turns",
              IN_CONVERSATION,
              blanked(entry("steps", "'[]'")),
              Set.of("conversation", "cause", "first_message", "last_message", "role", "day", "at"),
              Set.of(
                  "prompt",
                  "millis",
                  "models",
                  "tokens_in",
                  "tokens_out",
                  "cost_millionths",
                  "held",
                  "house_instead")));

  /// Tables without a customer in them: the shop's own things, its people, its jobs.
  static final Set<String> OF_THE_SHOP =
      Set.of(
          "migrations",
          "shops",
          "revisions",
          "products",
          "product_attributes",
          "stock_moves",
          "knowledge_sections",
          "knowledge_lines",
          "knowledge_edits",
          "knowledge_drops",
          "ad_campaigns",
          "ad_days",
          "rules",
          "time_limits",
          "fact_times",
          "coupons",
          "search_index",
          "people",
          "pairings",
          "lessons",
          "topic_levels",
          "tastes",
          "job_runs");

  /// The gate's tables are sealed or frozen: who changed a row there could change a sum. They hold
  /// ids of customers and orders, and what an owner agreed to.
  static final Set<String> OF_THE_GATE =
      Set.of(
          "gate_shops",
          "spend_docs",
          "spend_intents",
          "approvals",
          "gate_ledger",
          "cap_windows",
          "cap_draws",
          "attempts",
          "attempt_items",
          "gate_tokens",
          "challenges",
          "free_actions",
          "gate_audit",
          "gate_receipts",
          "mandates",
          "mandate_days",
          "mandate_draws",
          "gate_limits",
          "gate_pins",
          "running_costs",
          "gate_payees");

  @SafeVarargs
  private static Map<String, String> blanked(Map.Entry<String, String>... columns) {
    var map = new LinkedHashMap<String, String>();
    for (var column : columns) map.put(column.getKey(), column.getValue());
    return map;
  }
}
