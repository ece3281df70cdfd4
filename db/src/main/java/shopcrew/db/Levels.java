package shopcrew.db;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far the team may speak to customers by itself, subject by subject.
public final class Levels {
  /// In the place of a subject: all of them, while the team only looks on.
  private static final String EVERYTHING = "*";

  private final Database database;
  private final String shop;

  public Levels(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  /// From the strictest to the freest.
  public enum Level {
    /// An owner sees it first.
    DRAFT,
    /// It is sent, and an owner may call it back for a while.
    RECALL,
    SEND
  }

  /// @param streak how many went out as they were written since the level was set
  public record Standing(String topic, Level level, int streak) {}

  /// Whether everything is sent: nobody has set anything stricter.
  public boolean free() {
    return database.read(
        h ->
            h.select("SELECT COUNT(*) FROM topic_levels WHERE shop = ? AND level <> 'send'", shop)
                    .mapTo(Integer.class)
                    .one()
                == 0);
  }

  /// What nobody has set is sent.
  public Standing of(String topic) {
    return find(topic).orElse(new Standing(topic, Level.SEND, 0));
  }

  public void set(String topic, Level level) {
    put(topic, level.name().toLowerCase(Locale.ROOT));
  }

  /// One more went out as it was written; how many there are now.
  public int unedited(String topic) {
    return database.write(
        h ->
            h.createQuery(
                    """
                    UPDATE topic_levels SET streak = streak + 1 WHERE shop = ? AND topic = ?
                    RETURNING streak\
                    """)
                .bind(0, shop)
                .bind(1, topic)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
  }

  /// It is counted anew.
  public void edited(String topic) {
    database.writing(
        h ->
            h.execute(
                "UPDATE topic_levels SET streak = 0 WHERE shop = ? AND topic = ?", shop, topic));
  }

  /// Whether the team only looks on: customers hear nothing but people.
  public boolean shadow() {
    return database.read(
        h ->
            h.select(
                    "SELECT 1 FROM topic_levels WHERE shop = ? AND topic = ? AND level ="
                        + " 'shadow'",
                    shop,
                    EVERYTHING)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  public void setShadow(boolean on) {
    put(EVERYTHING, on ? "shadow" : "send");
  }

  private Optional<Standing> find(String topic) {
    return database.read(
        h ->
            h.select("SELECT * FROM topic_levels WHERE shop = ? AND topic = ?", shop, topic)
                .map(
                    (row, _) ->
                        new Standing(
                            row.getString("topic"),
                            Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                            row.getInt("streak")))
                .findOne());
  }

  private void put(String topic, String level) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO topic_levels (shop, topic, level, streak) VALUES (?, ?, ?, 0)
                ON CONFLICT (shop, topic) DO UPDATE SET level = excluded.level, streak = 0\
                """,
                shop,
                topic,
                level));
  }

  /// What the team would have said, beside the task in which a person says it.
  ///
  /// @param shadow whether it was written to be compared, not to be sent
  /// @param answer what a person wrote, or empty
  public record Draft(
      int task,
      String topic,
      boolean shadow,
      String text,
      String sources,
      String prompt,
      String answer) {}

  public void draft(Draft draft) {
    database.writing(
        h ->
            h.execute(
                """
                INSERT INTO drafts (shop, task, topic, shadow, text, sources, prompt)
                VALUES (?, ?, ?, ?, ?, ?, ?)\
                """,
                shop,
                draft.task,
                draft.topic,
                draft.shadow ? 1 : 0,
                draft.text,
                draft.sources,
                draft.prompt));
  }

  public Optional<Draft> draft(int task) {
    return drafts("AND d.task = ?", task).stream().findFirst();
  }

  /// The drafts of the shadow whose customers wrote since then.
  public List<Draft> shadowed(Instant since) {
    return drafts("AND d.shadow = 1 AND t.created_at >= ?", since.toEpochMilli());
  }

  private List<Draft> drafts(String which, long value) {
    return database.read(
        h ->
            h.select(
                    """
                    SELECT d.*, COALESCE(t.answer, '') AS answer FROM drafts d
                    JOIN tasks t ON t.shop = d.shop AND t.number = d.task
                    WHERE d.shop = ?
                    """
                        + which
                        + " ORDER BY d.task",
                    shop,
                    value)
                .map(
                    (row, _) ->
                        new Draft(
                            row.getInt("task"),
                            row.getString("topic"),
                            row.getInt("shadow") == 1,
                            row.getString("text"),
                            row.getString("sources"),
                            row.getString("prompt"),
                            row.getString("answer")))
                .list());
  }
}
