package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The owners' rules. What was read waits for one yes; only what was agreed counts.
public final class Rules {

  private final Database database;
  private final String shop;

  Rules(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// What counts.
  public List<Rule> current() {
    return list("agreed");
  }

  /// What was read from the owners' file and waits for their yes; empty when nothing waits.
  public List<Rule> waiting() {
    return list("read");
  }

  /// The agreed value, if there is one.
  public Optional<String> value(Rule.Kind kind) {
    return value(kind, "");
  }

  public Optional<String> value(Rule.Kind kind, String about) {
    return current().stream()
        .filter(rule -> rule.kind() == kind && rule.about().equals(about))
        .map(Rule::value)
        .findFirst();
  }

  /// An agreed amount, in the shop's currency.
  public Optional<Money> amount(Rule.Kind kind) {
    var currency = new Store(database, shop).card().currency();
    return value(kind).map(minor -> Money.of(Long.parseLong(minor), currency));
  }

  /// Keeps what was read; false when exactly this already waits or counts.
  public boolean read(List<Rule> rules) {
    return database.write(
        h -> {
          if (rules.equals(current()) || rules.equals(waiting())) {
            return false;
          }
          h.execute("DELETE FROM rules WHERE shop = ? AND state = 'read'", shop);
          for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            h.execute(
                "INSERT INTO rules (shop, position, kind, about, value, source, state)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'read')",
                shop,
                i,
                rule.kind().name(),
                rule.about(),
                rule.value(),
                rule.source());
          }
          return true;
        });
  }

  /// The owner's one yes: what waits replaces what counted. False: nothing waits.
  public boolean agree(String by, Instant at) {
    return database.write(
        h -> {
          if (waiting().isEmpty()) {
            return false;
          }
          h.execute("DELETE FROM rules WHERE shop = ? AND state = 'agreed'", shop);
          h.execute(
              "UPDATE rules SET state = 'agreed', agreed_by = ?, agreed_at = ? WHERE shop = ? AND"
                  + " state = 'read'",
              by,
              at.toString(),
              shop);
          return true;
        });
  }

  private List<Rule> list(String state) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM rules WHERE shop = :shop AND state = :state ORDER BY position")
                .bind("shop", shop)
                .bind("state", state)
                .map(
                    Row.to(
                        row ->
                            new Rule(
                                Rule.Kind.valueOf(row.text("kind")),
                                row.text("about"),
                                row.text("value"),
                                row.text("source"))))
                .list());
  }
}
