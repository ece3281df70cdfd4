package shopcrew.bot.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import shopcrew.db.Money;

/// An ad platform to practise on: sandbox, no real money. It keeps its own book of what it was
/// asked to create, activate and charge, and bills a running ad day by day within its budget.
public final class SandboxAds implements AutoCloseable {
  public enum State {
    PAUSED,
    RUNNING,
    REMOVED
  }

  /// @param started whether it ever ran
  /// @param over whether it can cost nothing more
  public record Ad(
      String id,
      String tag,
      String name,
      String target,
      Money budget,
      LocalDate start,
      LocalDate end,
      State state,
      Money charged,
      boolean started,
      boolean over) {}

  /// One line of the book.
  ///
  /// @param what `created`, `activated`, `charged`, `paused` or `removed`
  public record Line(long seq, Instant at, String ad, String tag, String what, long amount) {}

  /// It says no, and nothing has happened.
  public static final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
  }

  /// It gives no answer, as a platform does when the line is bad.
  public static final class Silent extends RuntimeException {
    Silent() {
      super("the practice platform is switched off");
    }
  }

  private final Handle book;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Path off;

  private SandboxAds(Handle book, InstantSource clock, ZoneId zone, Path off) {
    this.book = book;
    this.clock = clock;
    this.zone = zone;
    this.off = off;
  }

  /// While this file is there the platform does not answer: to see what the gate makes of it.
  public static Path offSwitch(Path file) {
    return file.resolveSibling(file.getFileName() + ".off");
  }

  private void answers() {
    if (Files.exists(off)) throw new Silent();
  }

  public static SandboxAds open(Path file, InstantSource clock, ZoneId zone) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    Handle book = Jdbi.open(() -> config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    book.useTransaction(SandboxAds::tables);
    return new SandboxAds(book, clock, zone, offSwitch(file));
  }

  private static void tables(Handle h) {
    h.execute(
        """
        CREATE TABLE IF NOT EXISTS ads (
          id TEXT NOT NULL PRIMARY KEY, tag TEXT NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL,
          budget INTEGER NOT NULL, currency TEXT NOT NULL, first_day TEXT NOT NULL,
          last_day TEXT NOT NULL, state TEXT NOT NULL, since TEXT) STRICT\
        """);
    h.execute(
        """
        CREATE TABLE IF NOT EXISTS book (
          seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, ad TEXT NOT NULL, what TEXT NOT NULL,
          day TEXT, amount INTEGER NOT NULL DEFAULT 0) STRICT\
        """);
    h.execute(
        "CREATE UNIQUE INDEX IF NOT EXISTS charged_once ON book (ad, day) WHERE what = 'charged'");
  }

  /// Costs nothing until it is activated.
  public synchronized String createPaused(
      String tag, String name, String target, Money budget, LocalDate start, LocalDate end) {
    answers();
    if (!budget.isPositive()) throw new Refused("the budget must be above nought");
    if (end.isBefore(start)) throw new Refused("it would end before it starts");
    return book.inTransaction(
        h -> {
          long number = h.select("SELECT COUNT(*) + 1 FROM ads").mapTo(Long.class).one();
          String id = "sandbox-" + number;
          h.execute(
              """
              INSERT INTO ads (id, tag, name, target, budget, currency, first_day, last_day, state)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PAUSED')\
              """,
              id,
              tag,
              name,
              target,
              budget.minor(),
              budget.currency(),
              start.toString(),
              end.toString());
          note(h, id, "created");
          return id;
        });
  }

  public synchronized List<Ad> findByTag(String tag) {
    answers();
    return book.inTransaction(
        h -> {
          bill(h);
          return h.select("SELECT * FROM ads WHERE tag = ? ORDER BY id", tag)
              .map((row, context) -> ad(h, row))
              .list();
        });
  }

  public synchronized List<Ad> all() {
    return book.inTransaction(
        h -> {
          bill(h);
          return h.select("SELECT * FROM ads ORDER BY id").map((row, context) -> ad(h, row)).list();
        });
  }

  /// Sets it running; once more changes nothing.
  public synchronized void activate(String id) {
    answers();
    book.useTransaction(
        h -> {
          String state = state(h, id);
          if (state.equals("REMOVED")) throw new Refused("it was removed");
          if (state.equals("RUNNING")) return;
          h.execute("UPDATE ads SET state = 'RUNNING', since = ? WHERE id = ?", today(), id);
          note(h, id, "activated");
          bill(h);
        });
  }

  public synchronized void pause(String id) {
    answers();
    book.useTransaction(
        h -> {
          bill(h);
          if (h.execute("UPDATE ads SET state = 'PAUSED' WHERE id = ? AND state = 'RUNNING'", id)
              > 0) {
            note(h, id, "paused");
          }
        });
  }

  /// Takes away what never ran, for good.
  public synchronized void remove(String id) {
    answers();
    book.useTransaction(
        h -> {
          if (h.execute(
                  "UPDATE ads SET state = 'REMOVED' WHERE id = ? AND state = 'PAUSED' AND since IS"
                      + " NULL",
                  id)
              > 0) {
            note(h, id, "removed");
          }
        });
  }

  /// Everything it was asked and everything it charged, oldest first.
  public synchronized List<Line> book() {
    return book.inTransaction(
        h ->
            h.select("SELECT b.*, a.tag FROM book b JOIN ads a ON a.id = b.ad ORDER BY b.seq")
                .map(
                    (row, context) ->
                        new Line(
                            row.getLong("seq"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("ad"),
                            row.getString("tag"),
                            row.getString("what"),
                            row.getLong("amount")))
                .list());
  }

  @Override
  public synchronized void close() {
    book.close();
  }

  /// Charges every running ad for the days that have begun, each day once.
  private void bill(Handle h) {
    var today = LocalDate.parse(today());
    var running =
        h.select("SELECT * FROM ads WHERE state = 'RUNNING'")
            .map((row, context) -> new Running(ad(h, row), LocalDate.parse(row.getString("since"))))
            .list();
    for (var one : running) {
      LocalDate day = later(one.ad().start(), one.since());
      for (; !day.isAfter(today) && !day.isAfter(one.ad().end()); day = day.plusDays(1)) {
        h.execute(
            """
            INSERT INTO book (at, ad, what, day, amount) VALUES (?, ?, 'charged', ?, ?)
            ON CONFLICT DO NOTHING\
            """,
            clock.millis(),
            one.ad().id(),
            day.toString(),
            share(one.ad(), day));
      }
    }
  }

  private record Running(Ad ad, LocalDate since) {}

  /// A day's part of the budget; the parts add up to the whole.
  private static long share(Ad ad, LocalDate day) {
    long days = ChronoUnit.DAYS.between(ad.start(), ad.end()) + 1;
    long number = ChronoUnit.DAYS.between(ad.start(), day);
    long budget = ad.budget().minor();
    return budget / days + (number < budget % days ? 1 : 0);
  }

  private Ad ad(Handle h, ResultSet row) throws SQLException {
    String id = row.getString("id");
    String currency = row.getString("currency");
    long charged =
        h.select("SELECT COALESCE(SUM(amount), 0) FROM book WHERE ad = ? AND what = 'charged'", id)
            .mapTo(Long.class)
            .one();
    var state = State.valueOf(row.getString("state"));
    var end = LocalDate.parse(row.getString("last_day"));
    boolean started = row.getString("since") != null;
    boolean ended = LocalDate.parse(today()).isAfter(end);
    return new Ad(
        id,
        row.getString("tag"),
        row.getString("name"),
        row.getString("target"),
        Money.of(row.getLong("budget"), currency),
        LocalDate.parse(row.getString("first_day")),
        end,
        state,
        Money.of(charged, currency),
        started,
        ended || state == State.REMOVED);
  }

  private static String state(Handle h, String id) {
    return h.select("SELECT state FROM ads WHERE id = ?", id)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new Refused("no such ad"));
  }

  private void note(Handle h, String id, String what) {
    h.execute("INSERT INTO book (at, ad, what) VALUES (?, ?, ?)", clock.millis(), id, what);
  }

  private String today() {
    return clock.instant().atZone(zone).toLocalDate().toString();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
