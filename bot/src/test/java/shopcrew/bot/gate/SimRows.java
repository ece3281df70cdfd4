package shopcrew.bot.gate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the tables of one shop as they are committed, past all production code.
final class SimRows implements AutoCloseable {
  record Shop(boolean frozen, long epoch, long clock) {}

  record Row(
      String id,
      State state,
      int tier,
      int persons,
      boolean typed,
      String mandate,
      String kind,
      boolean blocked,
      long amount,
      String currency,
      long epoch,
      String category,
      String provider,
      String key,
      long createdAt,
      String createdDay,
      long expiresAt,
      long notBefore,
      long useBy,
      long charged) {}

  record Event(
      long seq, long at, String event, String intent, byte[] body, String prev, String hash) {}

  record Step(long row, String intent, String person, String step, long epoch) {}

  record Entry(long entry, String intent, String kind, String debit, String credit, long amount) {}

  record Window(String category, String slot, long cap, long reserved, long posted, long overrun) {}

  record Line(
      long seq, String conversation, String key, String kind, String text, String buttons) {}

  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  SimRows(Path file) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> List<T> all(String sql, Reader<T> reader, Object... values) {
    try {
      var statement = statements.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
      }
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long number(String sql, Object... values) {
    return all(sql, row -> row.getLong(1), values).stream().findFirst().orElse(0L);
  }

  Shop shop(String shop) {
    return all(
            "SELECT frozen, epoch, clock FROM gate_shops WHERE shop = ?",
            row -> new Shop(row.getInt(1) == 1, row.getLong(2), row.getLong(3)),
            shop)
        .getFirst();
  }

  List<Row> spends(String shop) {
    return all(
        """
        SELECT intent, state, tier, persons, typed, COALESCE(mandate, ''), kind, blocked, amount, currency, epoch, category, provider,
          proposal_key, created_at, created_day, expires_at, not_before, use_by, charged
        FROM spend_intents WHERE shop = ? ORDER BY rowid\
        """,
        r ->
            new Row(
                r.getString(1),
                State.valueOf(r.getString(2)),
                r.getInt(3),
                r.getInt(4),
                r.getInt(5) == 1,
                r.getString(6),
                r.getString(7),
                r.getInt(8) == 1,
                r.getLong(9),
                r.getString(10),
                r.getLong(11),
                r.getString(12),
                r.getString(13),
                r.getString(14),
                r.getLong(15),
                r.getString(16),
                r.getLong(17),
                r.getLong(18),
                r.getLong(19),
                r.getLong(20)),
        shop);
  }

  List<Event> events(String shop, long after) {
    return all(
        """
        SELECT seq, at, event, COALESCE(intent, ''), body, prev, hash FROM gate_audit
        WHERE shop = ? AND seq > ? ORDER BY seq\
        """,
        r ->
            new Event(
                r.getLong(1),
                r.getLong(2),
                r.getString(3),
                r.getString(4),
                r.getBytes(5),
                r.getString(6),
                r.getString(7)),
        shop,
        after);
  }

  List<Step> steps(String shop, long after) {
    return all(
        "SELECT rowid, intent, person, step, epoch FROM approvals WHERE shop = ? AND rowid > ?"
            + " ORDER BY rowid",
        r -> new Step(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5)),
        shop,
        after);
  }

  List<Entry> entries(String shop, long after) {
    return all(
        "SELECT entry, intent, kind, debit, credit, amount FROM gate_ledger WHERE shop = ? AND"
            + " entry > ? ORDER BY entry",
        r ->
            new Entry(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getLong(6)),
        shop,
        after);
  }

  List<Window> windows(String shop) {
    return all(
        "SELECT category, slot, cap, reserved, posted, overrun FROM cap_windows WHERE shop = ?",
        r ->
            new Window(
                r.getString(1),
                r.getString(2),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6)),
        shop);
  }

  List<Line> lines(String shop, long after) {
    return all(
        """
        SELECT seq, conversation, key, kind, text, buttons FROM messages
        WHERE shop = ? AND direction = 'out' AND state = 'new' AND seq > ? ORDER BY seq\
        """,
        r ->
            new Line(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6)),
        shop,
        after);
  }

  record Mandate(String id, long total, long drawn) {}

  List<Mandate> mandates(String shop) {
    return all(
        "SELECT mandate, total, drawn FROM mandates WHERE shop = ?",
        r -> new Mandate(r.getString(1), r.getLong(2), r.getLong(3)),
        shop);
  }

  SpendDoc doc(String shop, String intent) {
    return SpendDoc.decode(
        all(
                "SELECT body FROM spend_docs WHERE shop = ? AND intent = ?",
                r -> r.getBytes(1),
                shop,
                intent)
            .getFirst());
  }

  @Override
  public void close() {
    try {
      for (var statement : statements.values()) statement.close();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
