package shopcrew.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
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

  /// The agreed value, if there is one; where two rules disagree, the stricter.
  public Optional<String> value(Rule.Kind kind) {
    return value(kind, "");
  }

  public Optional<String> value(Rule.Kind kind, String about) {
    var values =
        current().stream()
            .filter(rule -> rule.kind() == kind && rule.about().equals(about))
            .map(Rule::value);
    return switch (kind) {
      case AD_MONTH_CAP,
          AD_PLAN_DAY_CAP,
          AD_DAY_CAP,
          TOTAL_DAY_CAP,
          TOTAL_MONTH_CAP,
          COUPON_MAX_PERCENT,
          COUPONS_PER_CUSTOMER_MONTH ->
          values.min(Comparator.comparing(BigDecimal::new));
      case FLOOR_PERCENT, MESSAGE_COST -> values.max(Comparator.comparing(BigDecimal::new));
      case OWNER_ACCOUNT, SETTLEMENT_CURRENCY, RESTOCK_ESTIMATE, ALWAYS, NOT_UNDERSTOOD ->
          values.findFirst();
    };
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
