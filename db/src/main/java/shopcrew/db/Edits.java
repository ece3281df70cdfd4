package shopcrew.db;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Knowledge.Line;

/// How the shop's knowledge changes while it is open: each change is one edit, which waits for an
/// owner's tap or counts at once, and can be taken back as a whole.
public final class Edits {

  /// For how long a tap on a edit still does something.
  public static final Duration IN_REACH = Duration.ofHours(24);

  public enum State {
    ASKED,
    COUNTS,
    UNDONE
  }

  /// What is to be added. In a file it stands under its heading.
  public record Statement(
      String title,
      String text,
      String other,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /// What a contradicted line still says beside what replaces it, and for which days.
  public record Rest(Line of, String text, @Nullable LocalDate from, @Nullable LocalDate until) {}

  /// A change that somebody wants.
  ///
  /// @param source "file" or "owner", `origin` its name
  /// @param drops lines that go with it, `clashes` lines that it contradicts
  public record Change(
      String source,
      String origin,
      List<Statement> adds,
      List<Line> drops,
      List<Line> clashes,
      List<Rest> rests) {

    /// What an owner adds, and nothing else.
    public static Change said(String owner, Statement statement) {
      return new Change("owner", owner, List.of(statement), List.of(), List.of(), List.of());
    }
  }

  public record Edit(
      int number,
      String source,
      String origin,
      State state,
      Instant saidAt,
      List<Line> adds,
      List<Line> drops,
      List<Line> clashes) {}

  private final Database database;
  private final String shop;

  Edits(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// @param counts at once; else nothing changes before a tap
  public int open(Change change, boolean counts, LocalDate day, Instant now) {
    return database.write(
        h -> {
          forgetAsked(h, now.minus(IN_REACH));
          var rows = new KnowledgeRows(h, shop);
          int number =
              1
                  + rows.most(
                      "SELECT COALESCE(MAX(number), 0) FROM knowledge_edits WHERE shop = ?", shop);
          h.execute(
              "INSERT INTO knowledge_edits (shop, number, source, origin, state, said_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?)",
              shop,
              number,
              change.source(),
              change.origin(),
              counts ? "counts" : "asked",
              now.toEpochMilli());
          for (var add : change.adds()) {
            int section =
                change.source().equals("owner")
                    ? rows.owners()
                    : rows.ofFile(change.origin(), add.title());
            rows.insert(number, section, add, change.source(), change.origin(), day);
          }
          for (var rest : change.rests()) {
            Line of = rest.of();
            var kept = new Statement("", rest.text(), "", rest.from(), rest.until());
            rows.insert(-number, rows.owners(), kept, of.source(), of.origin(), day);
          }
          change.drops().forEach(line -> drop(h, number, line, false));
          change.clashes().forEach(line -> drop(h, number, line, true));
          new Search(database, shop).relearn(h);
          return number;
        });
  }

  public Optional<Edit> find(int number) {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM knowledge_edits WHERE shop = :shop AND number = :number")
                .bind("shop", shop)
                .bind("number", number)
                .map(
                    Row.to(
                        row ->
                            new Edit(
                                number,
                                row.text("source"),
                                row.text("origin"),
                                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                                Instant.ofEpochMilli(row.number("said_at")),
                                adds(h, number),
                                dropped(h, number, false),
                                dropped(h, number, true))))
                .findOne());
  }

  /// Takes the edit in.
  ///
  /// @param both whether the lines that it contradicts stay; else it replaces them
  public void count(int number, boolean both) {
    settle(
        number,
        "counts",
        h -> {
          if (both) {
            h.execute(
                "DELETE FROM knowledge_drops WHERE shop = ? AND edit = ? AND clash = 1",
                shop,
                number);
            h.execute("DELETE FROM knowledge_lines WHERE shop = ? AND edit = ?", shop, -number);
          } else {
            h.execute(
                "UPDATE knowledge_lines SET edit = ? WHERE shop = ? AND edit = ?",
                number,
                shop,
                -number);
          }
        });
  }

  /// Everything is again as it was before the edit.
  public void undo(int number) {
    settle(number, "undone", _ -> {});
  }

  /// What was asked and not wanted leaves no trace.
  public void refuse(int number) {
    database.writing(h -> remove(h, number));
  }

  private void settle(int number, String state, java.util.function.Consumer<Handle> more) {
    database.writing(
        h -> {
          more.accept(h);
          h.execute(
              "UPDATE knowledge_edits SET state = ? WHERE shop = ? AND number = ?",
              state,
              shop,
              number);
          new Search(database, shop).relearn(h);
        });
  }

  private void forgetAsked(Handle h, Instant before) {
    h.createQuery(
            "SELECT number FROM knowledge_edits WHERE shop = :shop AND state = 'asked' AND said_at"
                + " < :before")
        .bind("shop", shop)
        .bind("before", before.toEpochMilli())
        .mapTo(Integer.class)
        .list()
        .forEach(number -> remove(h, number));
  }

  private void remove(Handle h, int number) {
    h.execute(
        "DELETE FROM knowledge_lines WHERE shop = ? AND edit IN (?, ?)", shop, number, -number);
    h.execute("DELETE FROM knowledge_drops WHERE shop = ? AND edit = ?", shop, number);
    h.execute("DELETE FROM knowledge_edits WHERE shop = ? AND number = ?", shop, number);
  }

  private void drop(Handle h, int edit, Line line, boolean clash) {
    h.execute(
        "INSERT INTO knowledge_drops (shop, edit, section, position, clash) VALUES (?, ?, ?, ?, ?)",
        shop,
        edit,
        line.section(),
        line.position(),
        clash ? 1 : 0);
  }

  private List<Line> adds(Handle h, int number) {
    return h.createQuery(
            "SELECT * FROM knowledge_lines WHERE shop = :shop AND edit = :number"
                + " ORDER BY section, position")
        .bind("shop", shop)
        .bind("number", number)
        .map(Row.to(Knowledge::line))
        .list();
  }

  private List<Line> dropped(Handle h, int number, boolean clash) {
    return new ArrayList<>(
        h.createQuery(
                """
                SELECT l.* FROM knowledge_lines l JOIN knowledge_drops d ON d.shop = l.shop
                  AND d.section = l.section AND d.position = l.position
                WHERE d.shop = :shop AND d.edit = :number AND d.clash = :clash
                ORDER BY l.section, l.position
                """)
            .bind("shop", shop)
            .bind("number", number)
            .bind("clash", clash ? 1 : 0)
            .map(Row.to(Knowledge::line))
            .list());
  }
}
