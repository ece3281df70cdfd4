package shopcrew.db.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Who is meant, by whatever somebody knows of a customer.
final class Subjects {
  private static final int LEAST_DIGITS = 7;
  private static final String DIGITS =
      "replace(replace(replace(replace(%s,'-',''),' ',''),'+',''),'.','')";
  private final Handle handle;
  private final String shop;

  Subjects(Handle handle, String shop) {
    this.handle = handle;
    this.shop = shop;
  }

  /// By a part of the name, an id, a phone number, a mail address, an order, or a chat's address.
  List<Privacy.Match> find(String words) {
    String digits = words.replaceAll("\\D", "");
    return handle
        .createQuery(
            """
            SELECT id, name, phone, city AS more FROM customers c WHERE shop = :shop AND (
              UPPER(id) = UPPER(:words) OR name LIKE :part OR company LIKE :part
              OR (email <> '' AND LOWER(email) = LOWER(:words))
              OR (:digits <> '' AND <phone> LIKE :number)
              OR id IN (SELECT customer_id FROM orders o WHERE o.shop = :shop AND (
                    UPPER(o.id) = UPPER(:words) OR o.receiver_name = :words
                    OR (:digits <> '' AND <receiver> LIKE :number))))
            UNION ALL
            SELECT id, name, COALESCE(phone, ''), channel FROM conversations
            WHERE shop = :shop AND person IS NULL AND customer IS NULL AND (
              id = :words OR address = :words OR name LIKE :part
              OR (:digits <> '' AND phone LIKE :number))
            ORDER BY 1 LIMIT 50\
            """)
        .define("phone", DIGITS.formatted("phone"))
        .define("receiver", DIGITS.formatted("o.receiver_phone"))
        .bind("shop", shop)
        .bind("words", words.strip())
        .bind("part", "%" + words.strip().replaceAll("[%_]", "") + "%")
        .bind("digits", digits.length() < LEAST_DIGITS ? "" : digits)
        .bind("number", "%" + digits + "%")
        .map(
            (row, _) ->
                new Privacy.Match(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("phone"),
                    row.getString("more")))
        .list();
  }

  /// By the id that [#find] gives.
  Optional<Subject> of(String id) {
    String customer =
        one("SELECT id FROM customers WHERE shop = ? AND UPPER(id) = UPPER(?)", id)
            .or(() -> one("SELECT customer_id FROM orders WHERE shop = ? AND customer_id = ?", id))
            .or(() -> one("SELECT customer FROM conversations WHERE shop = ? AND id = ?", id))
            .orElse("");
    Set<String> conversations =
        new LinkedHashSet<>(
            many(
                """
                SELECT id FROM conversations WHERE shop = ? AND person IS NULL
                  AND (id = ? OR (customer <> '' AND customer = ?))\
                """,
                id,
                customer));
    if (customer.isEmpty() && conversations.isEmpty()) return Optional.empty();
    List<String> phones = phones(customer);
    phones.forEach(phone -> conversations.addAll(written(phone)));
    List<String> traces = traces(customer, conversations);
    List<String> leads = leads(customer, phones);
    List<String> orders =
        many("SELECT id FROM orders WHERE shop = ? AND customer_id = ?", customer);
    return Optional.of(
        new Subject(shop, customer, List.copyOf(conversations), leads, orders, traces));
  }

  private List<String> phones(String customer) {
    return many(
            """
            SELECT phone FROM customers WHERE shop = ? AND id = ?\
            """,
            customer)
        .stream()
        .map(phone -> phone.replaceAll("\\D", ""))
        .filter(phone -> phone.length() >= LEAST_DIGITS)
        .toList();
  }

  /// A number that the platform vouches for ends like the one in the address book, which often has
  /// no country in front.
  private List<String> written(String phone) {
    return many(
        "SELECT id FROM conversations WHERE shop = ? AND person IS NULL AND phone LIKE ?",
        "%" + phone);
  }

  private List<String> leads(String customer, List<String> phones) {
    var found = new LinkedHashSet<String>();
    for (String phone : phones) {
      found.addAll(
          many(
              "SELECT id FROM leads WHERE shop = ? AND " + DIGITS.formatted("contact") + " LIKE ?",
              "%" + phone + "%"));
    }
    found.addAll(
        many(
            """
            SELECT l.id FROM leads l JOIN customers c ON c.shop = l.shop AND c.email <> ''
              AND instr(LOWER(l.contact), LOWER(c.email)) > 0
            WHERE l.shop = ? AND c.id = ?\
            """,
            customer));
    return List.copyOf(found);
  }

  private List<String> traces(String customer, Set<String> conversations) {
    var found = new ArrayList<String>();
    handle
        .select(
            "SELECT name, company, phone, email, address FROM customers WHERE shop = ? AND id = ?",
            shop,
            customer)
        .map(
            (row, _) ->
                Stream.of("name", "company", "phone", "email", "address")
                    .map(c -> text(row, c))
                    .toList())
        .forEach(found::addAll);
    handle
        .select(
            "SELECT DISTINCT receiver_name, receiver_phone, receiver_address, tracking_no"
                + " FROM orders WHERE shop = ? AND customer_id = ?",
            shop,
            customer)
        .map(
            (row, _) ->
                Stream.of("receiver_name", "receiver_phone", "receiver_address", "tracking_no")
                    .map(c -> text(row, c))
                    .toList())
        .forEach(found::addAll);
    for (String conversation : conversations) {
      handle
          .select(
              "SELECT name, phone FROM conversations WHERE shop = ? AND id = ?", shop, conversation)
          .map((row, _) -> Stream.of("name", "phone").map(c -> text(row, c)).toList())
          .forEach(found::addAll);
    }
    return found.stream().map(String::strip).filter(Subjects::telling).distinct().toList();
  }

  /// Two Han characters can be a name; two letters are any word.
  private static boolean telling(String trace) {
    if (trace.equals(Holding.NOBODY)) return false;
    boolean han =
        trace
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return trace.length() >= (han ? 2 : 4);
  }

  private static String text(java.sql.ResultSet row, String column) {
    try {
      return Objects.requireNonNullElse(row.getString(column), "");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> one(String query, String value) {
    return many(query, value).stream().filter(found -> !found.isEmpty()).findFirst();
  }

  private List<String> many(String query, String... values) {
    var all = new ArrayList<Object>();
    all.add(shop);
    all.addAll(List.of(values));
    return handle.select(query, all.toArray()).mapTo(String.class).stream()
        .filter(Objects::nonNull)
        .toList();
  }
}
