package shopcrew.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The owner's address book. Never for a customer's conversation.
public final class Customers {

  private final Database database;
  private final String shop;

  Customers(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Customer> all() {
    return list("TRUE", "");
  }

  public List<Customer> ofType(String type) {
    return list("type = :value", type);
  }

  public Optional<Customer> byId(String id) {
    return list("UPPER(id) = UPPER(:value)", id).stream().findFirst();
  }

  public List<Customer> byPhone(String phone) {
    return list("phone = :value", phone);
  }

  /// Whose name or company is, or holds, `name`; the exact ones first.
  public List<Customer> named(String name) {
    var exact = list("name = :value OR company = :value", name);
    return exact.isEmpty()
        ? list(
            "name LIKE :value OR company LIKE :value",
            "%" + name.replace("%", "").replace("_", "") + "%")
        : exact;
  }

  /// False: no such customer.
  public boolean setOptedOut(String id, boolean optedOut) {
    return database.write(
        h ->
            h.createUpdate("UPDATE customers SET opted_out = :out WHERE shop = :shop AND id = :id")
                    .bind("out", optedOut ? 1 : 0)
                    .bind("shop", shop)
                    .bind("id", id)
                    .execute()
                > 0);
  }

  private List<Customer> list(String condition, String value) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM customers WHERE shop = :shop AND (:value = :value) AND ("
                        + condition
                        + ") ORDER BY id")
                .bind("shop", shop)
                .bind("value", value)
                .map(Row.to(Customers::customer))
                .list());
  }

  private static Customer customer(Row row) throws SQLException {
    return new Customer(
        row.text("id"),
        row.text("name"),
        row.text("company"),
        row.text("type"),
        row.text("phone"),
        row.text("email"),
        row.text("country"),
        row.text("province"),
        row.text("city"),
        row.text("address"),
        row.text("language"),
        row.text("source"),
        row.dayOrNull("registered_on"),
        row.text("note"),
        row.flag("opted_out"));
  }
}
