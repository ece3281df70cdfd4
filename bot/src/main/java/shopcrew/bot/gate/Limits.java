package shopcrew.bot.gate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import shopcrew.db.Database;
import shopcrew.db.Money;

/// What the owners set: the lines between few steps and many, and the caps. Sealed, so that an
/// edited row is not believed; without a row the default counts. No cap is not a setting.
final class Limits {
  /// In whole units of the shop's currency.
  private static final Map<String, Long> STANDARD = standard();

  private static final String LINE = "line.";

  private final Database db;
  private final String shop;
  private final Seal seal;
  private final String currency;
  private final long unit;

  Limits(Database db, String shop, Seal seal, String currency) {
    this.db = db;
    this.shop = shop;
    this.seal = seal;
    this.currency = currency;
    long size = 1;
    for (int i = 0; i < Money.digits(currency); i++) size *= 10;
    this.unit = size;
  }

  /// @param small two taps up to here
  /// @param middle the amount is typed up to here, above it a PIN
  /// @param large above it two persons, or a night's sleep
  /// @param both above it two persons, where the shop has two owners
  record Lines(long small, long middle, long large, long both) {}

  static List<String> lines() {
    return STANDARD.keySet().stream().filter(name -> name.startsWith(LINE)).toList();
  }

  static List<String> caps() {
    return STANDARD.keySet().stream().filter(name -> !name.startsWith(LINE)).toList();
  }

  String currency() {
    return currency;
  }

  Lines now() {
    return new Lines(
        get("line.small").minor(),
        get("line.middle").minor(),
        get("line.large").minor(),
        get("line.both").minor());
  }

  Money get(String name) {
    long standard =
        Math.multiplyExact(Objects.requireNonNull(STANDARD.get(name), name).longValue(), unit);
    return db.read(
        h ->
            h.select(
                    "SELECT amount, since, mac FROM gate_limits WHERE shop = ? AND name = ?"
                        + " AND currency = ?",
                    shop,
                    name,
                    currency)
                .map(
                    (row, context) ->
                        seal.fits(
                                row.getString("mac"),
                                sealed(name, row.getLong("amount"), row.getLong("since")))
                            ? row.getLong("amount")
                            : standard)
                .findOne()
                .map(minor -> Money.of(minor, currency))
                .orElse(Money.of(standard, currency)));
  }

  void set(String name, Money amount, Instant now) {
    if (!STANDARD.containsKey(name) || !amount.currency().equals(currency)) {
      throw new IllegalArgumentException(name + " " + amount);
    }
    db.writing(
        h ->
            h.execute(
                """
                INSERT INTO gate_limits (shop, name, amount, currency, since, mac)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (shop, name) DO UPDATE
                SET amount = excluded.amount, currency = excluded.currency, since = excluded.since,
                  mac = excluded.mac\
                """,
                shop,
                name,
                amount.minor(),
                currency,
                now.toEpochMilli(),
                seal.of(sealed(name, amount.minor(), now.toEpochMilli()))));
  }

  private SortedMap<String, Value> sealed(String name, long amount, long since) {
    var fields = new TreeMap<String, Value>();
    fields.put("shop", new Value.Text(shop));
    fields.put("limit", new Value.Text(name));
    fields.put("amount", new Value.Whole(amount));
    fields.put("currency", new Value.Text(currency));
    fields.put("since", new Value.Whole(since));
    return fields;
  }

  private static Map<String, Long> standard() {
    var units = new LinkedHashMap<String, Long>();
    units.put("line.small", 100L);
    units.put("line.middle", 1_000L);
    units.put("line.large", 10_000L);
    units.put("line.both", 2_000L);
    units.put("total.D", 1_500L);
    units.put("total.W", 3_500L);
    units.put("total.M", 5_000L);
    units.put("total.one", 10_000L);
    units.put("restock.D", 3_000L);
    units.put("restock.W", 7_000L);
    units.put("restock.M", 10_000L);
    return units;
  }
}
