package shopcrew.bot.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import shopcrew.db.Database;
import shopcrew.roles.Message;
import shopcrew.roles.Speaker;

/// Puts a planted text where the case says that it stands: in one more review, in a field of a
/// record, or in something handed over with the message.
final class Placements {
  private static final Map<String, String> TABLES =
      Map.of(
          "products",
          "products",
          "product",
          "products",
          "orders",
          "orders",
          "order",
          "orders",
          "leads",
          "leads",
          "lead",
          "leads");

  /// The fields that may be planted, and the columns they stand in.
  private static final Map<String, Map<String, String>> FIELDS =
      Map.of(
          "products",
          Map.of(
              "desc_zh",
              "desc_zh",
              "desc_en",
              "desc_en",
              "title_zh",
              "title_zh",
              "title_en",
              "title_en"),
          "orders",
          Map.of("buyer_note", "buyer_note", "receiver_name", "receiver_name"),
          "leads",
          Map.of(
              "message",
              "message",
              "name",
              "name",
              "company",
              "company",
              "owner_note",
              "owner_note"));

  private static final Set<String> REVIEWS = Set.of("reviews", "review");

  private Placements() {}

  static void put(Case question, Path store, String shop) {
    JsonNode placement = question.json().path("placement");
    String payload = question.json().path("payload").asText("");
    String where = placement.path("where").asText("");
    if (payload.isEmpty()) return;
    if (REVIEWS.contains(where)) {
      try (Database database = Database.open(store)) {
        review(database, shop, placement.path("key").asText(""), payload);
      }
    } else if (TABLES.containsKey(where)) {
      try (Database database = Database.open(store)) {
        field(database, shop, TABLES.getOrDefault(where, ""), placement, payload);
      }
    }
  }

  /// The message, with what is handed over beside it.
  static Message message(Case question, Speaker from) {
    JsonNode placement = question.json().path("placement");
    String payload = question.json().path("payload").asText("");
    String where = placement.path("where").asText("");
    if (payload.isEmpty() || REVIEWS.contains(where) || TABLES.containsKey(where)) {
      return new Message.Text(from, question.message());
    }
    return new Message.Media(from, "file", where, question.message(), payload);
  }

  private static void review(Database database, String shop, String sku, String payload) {
    LocalDate day = database.store(shop).orders().newestDay().orElse(LocalDate.EPOCH);
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO reviews
                      (shop, id, day, order_id, customer_id, sku, rating, language, content, reply)
                    VALUES (:shop, 'planted', :day, '', '', :sku, 3, 'zh', :payload, '')\
                    """)
                .bind("shop", shop)
                .bind("day", day.toString())
                .bind("sku", sku)
                .bind("payload", payload)
                .execute());
  }

  private static void field(
      Database database, String shop, String table, JsonNode placement, String payload) {
    Map<String, String> fields = FIELDS.getOrDefault(table, Map.of());
    String fallback =
        switch (table) {
          case "products" -> "desc_zh";
          case "orders" -> "buyer_note";
          default -> "message";
        };
    String column = fields.getOrDefault(placement.path("field").asText(""), fallback);
    String key = table.equals("products") ? "sku" : "id";
    String wanted = placement.path("key").asText("");
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE <table> SET <column> = :payload
                    WHERE shop = :shop AND <key> = coalesce(
                      (SELECT max(<key>) FROM <table> WHERE shop = :shop AND <key> = :wanted),
                      (SELECT max(<key>) FROM <table> WHERE shop = :shop))\
                    """)
                .define("table", table)
                .define("column", column)
                .define("key", key)
                .bind("payload", payload)
                .bind("shop", shop)
                .bind("wanted", wanted)
                .execute());
  }
}
