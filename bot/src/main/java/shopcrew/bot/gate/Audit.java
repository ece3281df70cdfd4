package shopcrew.bot.gate;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Database;

/// What happened, each event chained to the one before.
final class Audit {
  private static final String DOMAIN = "gate-event/1";

  private final Database db;
  private final String shop;

  Audit(Database db, String shop) {
    this.db = db;
    this.shop = shop;
  }

  record Entry(
      long seq,
      long at,
      String event,
      @Nullable String intent,
      byte[] body,
      String prev,
      String hash) {

    /// What the event says of itself.
    SpendDoc said() {
      return new SpendDoc(Encoding.decode(DOMAIN, body));
    }

    String about() {
      return intent == null ? "" : intent;
    }
  }

  /// A place in the chain, as receipts print it.
  record Link(long seq, String hash) {
    String code() {
      return seq == 0 ? "" : "R" + seq + "-" + hash.substring(0, 8);
    }
  }

  /// @param pairs name and value, in turn
  Link add(Instant at, String event, @Nullable String intent, String... pairs) {
    var fields = new TreeMap<String, Value>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      fields.put(pairs[i], new Value.Text(pairs[i + 1]));
    }
    return add(at, event, intent, fields);
  }

  Link add(Instant at, String event, @Nullable String intent, SortedMap<String, Value> fields) {
    return db.write(
        h -> {
          Link head = head();
          byte[] body = Encoding.encode(DOMAIN, fields);
          long seq = head.seq() + 1;
          String hash = hash(seq, at.toEpochMilli(), event, intent, body, head.hash());
          h.execute(
              """
              INSERT INTO gate_audit (shop, seq, at, event, intent, body, prev, hash)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
              """,
              shop,
              seq,
              at.toEpochMilli(),
              event,
              intent,
              body,
              head.hash(),
              hash);
          return new Link(seq, hash);
        });
  }

  Link head() {
    return db.read(
        h ->
            h.select(
                    "SELECT seq, hash FROM gate_audit WHERE shop = ? ORDER BY seq DESC LIMIT 1",
                    shop)
                .map((row, context) -> new Link(row.getLong(1), row.getString(2)))
                .findOne()
                .orElse(new Link(0, "")));
  }

  /// The first place where the chain does not hold, or 0; every entry before it is handed on.
  long firstBreak(Consumer<Entry> sound) {
    return db.read(
        h -> {
          try (var entries =
              h
                  .select("SELECT * FROM gate_audit WHERE shop = ? ORDER BY seq", shop)
                  .map(
                      (row, context) ->
                          new Entry(
                              row.getLong("seq"),
                              row.getLong("at"),
                              row.getString("event"),
                              row.getString("intent"),
                              row.getBytes("body"),
                              row.getString("prev"),
                              row.getString("hash")))
                  .stream()) {
            String prev = "";
            long expected = 1;
            for (var e : (Iterable<Entry>) entries::iterator) {
              boolean holds =
                  e.seq() == expected
                      && e.prev().equals(prev)
                      && e.hash()
                          .equals(hash(e.seq(), e.at(), e.event(), e.intent(), e.body(), prev));
              if (!holds) return expected;
              sound.accept(e);
              prev = e.hash();
              expected++;
            }
            return 0L;
          }
        });
  }

  /// Whether the chain still holds what that receipt printed.
  boolean holds(String code) {
    int dash = code.indexOf('-');
    if (!code.matches("R\\d{1,18}-[0-9a-f]{8}")) return false;
    long seq = Long.parseLong(code.substring(1, dash));
    return db.read(
        h ->
            h.select("SELECT hash FROM gate_audit WHERE shop = ? AND seq = ?", shop, seq)
                .mapTo(String.class)
                .findOne()
                .filter(hash -> hash.startsWith(code.substring(dash + 1)))
                .isPresent());
  }

  private String hash(
      long seq, long at, String event, @Nullable String intent, byte[] body, String prev) {
    var fields = new TreeMap<String, Value>();
    fields.put("shop", new Value.Text(shop));
    fields.put("seq", new Value.Whole(seq));
    fields.put("at", new Value.Whole(at));
    fields.put("event", new Value.Text(event));
    fields.put("intent", new Value.Text(intent == null ? "" : intent));
    fields.put("prev", new Value.Text(prev));
    fields.put("body", new Value.Text(Encoding.sha256(body)));
    return Encoding.hash("gate-chain/1", fields);
  }
}
