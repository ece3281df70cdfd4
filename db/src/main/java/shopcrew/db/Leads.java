package shopcrew.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Enquiries, the latest contact first.
public final class Leads {

  private final Database database;
  private final String shop;

  Leads(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public List<Lead> all() {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM leads WHERE shop = :shop ORDER BY COALESCE(last_contact, '')"
                        + " DESC, id")
                .bind("shop", shop)
                .map(Row.to(Leads::lead))
                .list());
  }

  public List<Lead> withStage(String stage) {
    return all().stream().filter(lead -> lead.stage().equals(stage)).toList();
  }

  public Optional<Lead> byId(String id) {
    return all().stream().filter(lead -> lead.id().equalsIgnoreCase(id)).findFirst();
  }

  private static Lead lead(Row row) throws SQLException {
    return new Lead(
        row.text("id"),
        row.text("name"),
        row.text("company"),
        row.text("country"),
        row.text("language"),
        row.text("source"),
        row.text("contact"),
        row.dayOrNull("first_seen"),
        row.dayOrNull("last_contact"),
        row.text("interest_sku"),
        row.countOrNull("est_qty"),
        row.text("stage"),
        row.text("message"),
        row.text("owner_note"));
  }
}
