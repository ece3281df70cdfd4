package shopcrew.bot.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shopcrew.bot.gate.Statement.Line;
import shopcrew.bot.gate.Statement.Moves;
import shopcrew.bot.gate.Statement.Room;
import shopcrew.db.Database;
import shopcrew.db.Money;

/// Draws up what a month cost, from the ledger, the documents and the receipts.
final class Statements {
  private final Desk desk;
  private final Database db;

  Statements(Desk desk) {
    this.desk = desk;
    this.db = desk.db();
  }

  private record Moved(String intent, Moves moves) {}

  /// Read as one, while nobody writes: the sums are those of one moment.
  Statement of(YearMonth month, String language) {
    return db.write(
        h -> {
          long from = start(month);
          long to = start(month.plusMonths(1));
          var lines = new ArrayList<Line>();
          for (Moved moved : moved(from, to)) lines.add(line(moved, to, language));
          lines.sort(Comparator.comparing(Line::agreed).thenComparing(Line::receipt));
          Instant now = desk.clock().look();
          String head = desk.audit().head().code();
          return new Statement(
              month, now, desk.currency(), List.copyOf(lines), rooms(month, now), head);
        });
  }

  private long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(desk.clock().zone()).toInstant().toEpochMilli();
  }

  private List<Moved> moved(long from, long to) {
    return db.read(
        h ->
            h.createQuery(
                    """
                    SELECT intent,
                      SUM(CASE WHEN at >= :from THEN 0 WHEN kind = 'HOLD' THEN amount
                               WHEN kind IN ('POST', 'RELEASE') THEN -amount ELSE 0 END) opening,
                      SUM(CASE WHEN at >= :from AND kind = 'HOLD' THEN amount ELSE 0 END) taken,
                      SUM(CASE WHEN at >= :from AND kind = 'POST' THEN amount ELSE 0 END) within,
                      SUM(CASE WHEN at >= :from AND kind IN ('OVERRUN', 'RUNNING')
                               THEN amount ELSE 0 END) beyond,
                      SUM(CASE WHEN at >= :from AND kind = 'RELEASE' THEN amount
                               ELSE 0 END) returned
                    FROM gate_ledger WHERE shop = :shop AND at < :to
                    GROUP BY intent HAVING opening <> 0 OR MAX(at) >= :from\
                    """)
                .bind("shop", desk.shop())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Moved(row.getString("intent"), moves(row)))
                .list());
  }

  private Moves moves(ResultSet row) throws SQLException {
    return new Moves(
        money(row.getLong("opening")),
        money(row.getLong("taken")),
        money(row.getLong("within")),
        money(row.getLong("beyond")),
        money(row.getLong("returned")));
  }

  private Money money(long minor) {
    return Money.of(minor, desk.currency());
  }

  private Line line(Moved moved, long to, String language) {
    var intent = desk.intents().find(moved.intent()).orElseThrow();
    var doc = intent.doc();
    Instant agreed = intent.approvedAt();
    return new Line(
        desk.clock().day(agreed == null ? intent.createdAt() : agreed),
        doc.category().word(),
        desk.cards().what(doc, language),
        desk.cards().pays(doc, language),
        doc.max(),
        moved.moves(),
        desk.notices().names(intent.agreed()),
        receipt(intent.id(), to),
        intent.provider() == ProviderClass.SANDBOX);
  }

  private String receipt(String intent, long to) {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT r.code FROM gate_receipts r
                    JOIN gate_audit a ON a.shop = r.shop AND a.seq = r.seq
                    WHERE r.shop = ? AND r.intent = ? AND a.at < ?
                    ORDER BY r.seq DESC LIMIT 1\
                    """,
                    desk.shop(),
                    intent,
                    to)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /// The month that runs has the limits of now; one that is over has those it ended with.
  private List<Room> rooms(YearMonth month, Instant now) {
    LocalDate today = desk.clock().day(now);
    if (!YearMonth.from(today).equals(month)) return ended(month);
    var rooms = new ArrayList<Room>();
    for (var category : List.of(Category.ADS, Category.RESTOCK)) {
      for (var window : desk.caps().windows(category, today)) {
        if (!window.slot().equals("M" + month)) continue;
        long left = Math.max(0, window.limit() - used(window));
        rooms.add(new Room(window.category(), money(window.limit()), money(left)));
      }
    }
    return List.copyOf(rooms);
  }

  private long used(Caps.Window window) {
    return db.read(
        h ->
            h.select(
                    "SELECT reserved + posted + running + overrun FROM cap_windows"
                        + " WHERE shop = ? AND category = ? AND slot = ?",
                    desk.shop(),
                    window.category(),
                    window.slot())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  private List<Room> ended(YearMonth month) {
    return db.read(
        h ->
            h.select(
                    """
                    SELECT category, cap, reserved + posted + running + overrun used
                    FROM cap_windows WHERE shop = ? AND slot = ? ORDER BY category DESC\
                    """,
                    desk.shop(),
                    "M" + month)
                .map(
                    (row, context) ->
                        new Room(
                            row.getString("category"),
                            money(row.getLong("cap")),
                            money(Math.max(0, row.getLong("cap") - row.getLong("used")))))
                .list());
  }
}
