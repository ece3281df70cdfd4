package shopcrew.db.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Takes a person out of the store. Orders and sums stay, without the person; the gate's rows are
/// not touched. There is no way back.
final class Erasure {
  private final Handle handle;
  private final Subject subject;

  Erasure(Handle handle, Subject subject) {
    this.handle = handle;
    this.subject = subject;
  }

  /// The files that nobody needs any more, by their path in the shop's folder.
  Set<String> run() {
    handle.execute("PRAGMA defer_foreign_keys = ON");
    handle.execute("PRAGMA secure_delete = ON");
    Set<String> files = files();
    ofOwners(files);
    traces();
    reviews();
    for (Holding holding : Holding.ALL.reversed()) {
      if (!holding.erased().isEmpty()) blank(holding);
    }
    subject.conversations().forEach(this::unlink);
    return files;
  }

  private void blank(Holding holding) {
    String values =
        holding.erased().entrySet().stream()
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(Collectors.joining(", "));
    subject
        .bound(
            handle.createUpdate(
                "UPDATE "
                    + holding.table()
                    + " SET "
                    + values
                    + " WHERE shop = :shop AND "
                    + holding.whose()))
        .execute();
  }

  private Set<String> files() {
    var files = new LinkedHashSet<String>();
    for (String seq : seqs()) files.add("media/" + seq + ".");
    return files;
  }

  private List<String> seqs() {
    return subject
        .bound(
            handle.createQuery(
                "SELECT seq FROM messages WHERE shop = :shop AND conversation IN"
                    + " (<conversations>)"))
        .mapTo(String.class)
        .list();
  }

  /// What was passed on to the owners: their tasks, the pictures, lines that may not have arrived.
  private void ofOwners(Set<String> files) {
    List<String> tasks =
        subject
            .bound(
                handle.createQuery(
                    "SELECT number FROM tasks WHERE shop = :shop"
                        + " AND (conversation IN (<conversations>) OR customer = :customer)"))
            .mapTo(String.class)
            .list();
    for (String number : tasks) {
      for (String cause : List.of("task:", "answered:")) gone("key = ?", cause + number);
      gone("buttons LIKE ?", "%task:" + number + ":%");
    }
    List<String> promises =
        subject
            .bound(
                handle.createQuery(
                    "SELECT number FROM promises WHERE shop = :shop"
                        + " AND (conversation IN (<conversations>) OR customer = :customer)"))
            .mapTo(String.class)
            .list();
    for (String number : promises) gone("buttons LIKE ?", "%promise:" + number + ":%");
    for (String lesson : lessons()) gone("key = ?", "lesson:" + lesson);
    for (String seq : seqs()) {
      for (String cause : List.of("file:", "doubt:", "recall:")) gone("key = ?", cause + seq);
      gone("key LIKE ?", "why:" + seq + ":%");
    }
    for (String file : files) gone("file LIKE ?", file + "%");
  }

  /// In whose offer the customer's words were quoted.
  private List<String> lessons() {
    return subject
        .bound(
            handle.createQuery(
                "SELECT DISTINCT lesson FROM tasks WHERE shop = :shop AND lesson IS NOT NULL"
                    + " AND (conversation IN (<conversations>) OR customer = :customer)"))
        .mapTo(String.class)
        .list();
  }

  private void gone(String which, String value) {
    handle.execute(
        "UPDATE messages SET text = '"
            + Holding.GONE
            + "', buttons = '', sources = '', file = '' WHERE shop = ? AND author <> 'gate' AND "
            + which,
        subject.shop(),
        value);
  }

  /// Where the owners' conversations name the customer; not in what the gate said.
  private void traces() {
    for (String trace : subject.traces()) {
      handle.execute(
          """
          UPDATE messages SET text = replace(text, ?, ?)
          WHERE shop = ? AND author <> 'gate' AND instr(text, ?) > 0
            AND conversation IN (SELECT id FROM conversations WHERE shop = ? AND person IS NOT NULL)\
          """,
          trace,
          Holding.GONE,
          subject.shop(),
          trace,
          subject.shop());
      handle.execute(
          "UPDATE tasks SET summary = replace(summary, ?, ?) WHERE shop = ? AND kind <> 'by_hand'",
          trace,
          Holding.GONE,
          subject.shop());
      // As it stands between the quotes of JSON.
      String quoted = trace.replace("\\", "\\\\").replace("\"", "\\\"");
      handle.execute(
          "UPDATE turns SET steps = replace(steps, ?, ?) WHERE shop = ? AND instr(steps, ?) > 0",
          quoted,
          Holding.GONE,
          subject.shop(),
          quoted);
      handle.execute(
          "UPDATE tastes SET said = replace(said, ?, ?) WHERE shop = ?",
          trace,
          Holding.GONE,
          subject.shop());
    }
  }

  private void reviews() {
    handle.execute(
        """
        DELETE FROM search_index WHERE shop = ? AND kind = 'REVIEW'
          AND ref IN (SELECT id FROM reviews WHERE shop = ? AND customer_id = ?)\
        """,
        subject.shop(),
        subject.shop(),
        subject.customer());
  }

  /// A conversation's id is made of its address: whoever knows the phone number could find it
  /// again, and somebody who writes again later would meet his old one.
  private void unlink(String id) {
    if (id.startsWith("erased:")) return;
    String fresh = "erased:" + UUID.randomUUID();
    handle.execute(
        "UPDATE conversations SET id = ? WHERE shop = ? AND id = ?", fresh, subject.shop(), id);
    for (String table : List.of("messages", "tasks", "draft_orders", "promises", "turns")) {
      handle.execute(
          "UPDATE " + table + " SET conversation = ? WHERE shop = ? AND conversation = ?",
          fresh,
          subject.shop(),
          id);
    }
    for (String column : List.of("key", "buttons", "sources")) {
      handle.execute(
          "UPDATE messages SET "
              + column
              + " = replace("
              + column
              + ", ?, ?) WHERE shop = ? AND instr("
              + column
              + ", ?) > 0",
          id,
          fresh,
          subject.shop(),
          id);
    }
  }
}
