package shopcrew.db.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shopcrew.db.Database;

/// Words and pictures that are older than the shop wants to keep them. Cards, receipts and whatever
/// else the gate said stay: they prove what was agreed to.
final class Retention {
  private static final int AT_ONCE = 500;
  private final Database database;
  private final String shop;

  Retention(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// How many texts were blanked.
  int texts(Instant before) {
    int all = 0;
    for (int some = AT_ONCE; some == AT_ONCE; all += some) {
      some =
          database.write(
              h ->
                  h.execute(
                      """
                      UPDATE messages SET text = ?, buttons = '', sources = ''
                      WHERE shop = ? AND seq IN (
                        SELECT seq FROM messages
                        WHERE shop = ? AND at < ? AND state <> 'new' AND author <> 'gate'
                          AND kind NOT IN ('card', 'receipt') AND text <> ? LIMIT ?)\
                      """,
                      Holding.GONE,
                      shop,
                      shop,
                      before.toEpochMilli(),
                      Holding.GONE,
                      AT_ONCE));
    }
    ofTasks(before);
    return all + tasks(before);
  }

  /// What lay ready for a task that is done, the words of promises that are over, and of the ways
  /// to answers.
  private void ofTasks(Instant before) {
    database.writing(
        h -> {
          h.execute(
              """
              UPDATE ready_replies SET text = ?, sources = '' WHERE shop = ? AND task IN (
                SELECT number FROM tasks WHERE shop = ? AND state = 'done' AND done_at < ?)\
              """,
              Holding.GONE,
              shop,
              shop,
              before.toEpochMilli());
          h.execute(
              "UPDATE promises SET words = ? WHERE shop = ? AND state <> 'open' AND due_at < ?",
              Holding.GONE,
              shop,
              before.toEpochMilli());
          h.execute(
              "UPDATE turns SET steps = '[]' WHERE shop = ? AND at < ? AND steps <> '[]'",
              shop,
              before.toEpochMilli());
        });
  }

  /// Done ones only, and not those of the gate, which say what was bought.
  private int tasks(Instant before) {
    return database.write(
        h -> {
          h.execute(
              """
              UPDATE drafts SET text = ?, sources = '' WHERE shop = ? AND text <> ?
                AND task IN (SELECT number FROM tasks
                  WHERE shop = ? AND state = 'done' AND done_at < ?)\
              """,
              Holding.GONE,
              shop,
              Holding.GONE,
              shop,
              before.toEpochMilli());
          return h.execute(
              """
              UPDATE tasks SET summary = ?, answer = CASE WHEN answer IS NULL THEN NULL ELSE ? END
              WHERE shop = ? AND state = 'done' AND done_at < ? AND kind <> 'by_hand'
                AND summary <> ?\
              """,
              Holding.GONE,
              Holding.GONE,
              shop,
              before.toEpochMilli(),
              Holding.GONE);
        });
  }

  /// Of those files, by the numbers of the messages that brought them, the ones that are too old.
  List<Long> old(List<Long> seqs, Instant before) {
    if (seqs.isEmpty()) return List.of();
    return database.read(
        h ->
            h.createQuery(
                    "SELECT seq FROM messages WHERE shop = :shop AND at < :before AND seq IN"
                        + " (<seqs>)")
                .bind("shop", shop)
                .bind("before", before.toEpochMilli())
                .bindList("seqs", seqs)
                .mapTo(Long.class)
                .list());
  }

  /// The file is no longer there.
  void without(List<Long> seqs) {
    database.writing(h -> seqs.forEach(seq -> without(h, seq)));
  }

  private void without(Handle handle, long seq) {
    handle.execute(
        "UPDATE messages SET file = '' WHERE shop = ? AND file LIKE ?",
        shop,
        "media/" + seq + ".%");
    handle.execute(
        "UPDATE messages SET text = ?, buttons = '', sources = '' WHERE shop = ? AND seq = ?",
        Holding.GONE,
        shop,
        seq);
  }

  static Instant before(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }
}
