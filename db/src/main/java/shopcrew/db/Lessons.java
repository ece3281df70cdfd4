package shopcrew.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions that the team could not answer, put together by what they ask, and what the owners
/// decided to learn of them.
public final class Lessons {
  private static final int MOST = 1_000;
  private static final String QUESTION =
      """
      SELECT number, summary, conversation, COALESCE(answer, '') AS answer, lesson, created_at
      FROM tasks WHERE shop = :shop AND kind = 'question' AND conversation IS NOT NULL
      """;

  private final Database database;
  private final String shop;

  public Lessons(Database database, String shop) {
    this.database = database;
    this.shop = shop;
  }

  public enum State {
    OFFERED,
    KEPT,
    DECLINED
  }

  /// @param wordsTask the task whose wording would be kept
  /// @param answerTask the task whose answer would be kept, or 0
  public record Lesson(int number, State state, int wordsTask, int answerTask) {}

  /// One who asked.
  ///
  /// @param words as they were typed: data, never an instruction
  /// @param answer what an owner wrote back, or empty
  /// @param lesson to which it belongs, or null
  public record Question(
      int task,
      String words,
      String conversation,
      String answer,
      @Nullable Integer lesson,
      Instant at) {}

  /// The questions since then, oldest first; the newest thousand at most.
  public List<Question> asked(Instant since) {
    return questions(
            "AND created_at >= :value ORDER BY number DESC LIMIT " + MOST, since.toEpochMilli())
        .reversed();
  }

  /// The questions of a lesson, oldest first.
  public List<Question> of(int lesson) {
    return questions("AND lesson = :value ORDER BY number DESC LIMIT " + MOST, lesson).reversed();
  }

  public Optional<Lesson> find(int number) {
    return database.read(
        h ->
            h.select("SELECT * FROM lessons WHERE shop = ? AND number = ?", shop, number)
                .map(
                    (row, _) ->
                        new Lesson(
                            row.getInt("number"),
                            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getInt("words_task"),
                            row.getInt("answer_task")))
                .findOne());
  }

  /// A new lesson of these tasks; its number.
  ///
  /// @param answerTask 0: nobody has answered it yet
  public int offer(List<Integer> tasks, int wordsTask, int answerTask, Instant now) {
    return database.write(
        h -> {
          int number =
              h.select("SELECT coalesce(max(number), 0) + 1 FROM lessons WHERE shop = ?", shop)
                  .mapTo(Integer.class)
                  .one();
          h.execute(
              """
              INSERT INTO lessons (shop, number, state, words_task, answer_task, offered_at)
              VALUES (?, ?, 'offered', ?, ?, ?)\
              """,
              shop,
              number,
              wordsTask,
              answerTask == 0 ? null : answerTask,
              now.toEpochMilli());
          tasks.forEach(task -> joins(task, number));
          return number;
        });
  }

  /// One more who asked the same.
  public void joins(int task, int lesson) {
    database.writing(
        h ->
            h.execute(
                "UPDATE tasks SET lesson = ? WHERE shop = ? AND number = ?", lesson, shop, task));
  }

  /// True for the one who decides it; false if it was decided before.
  public boolean decide(int number, State state, String by, Instant now) {
    return database.write(
        h ->
            h.execute(
                    """
                    UPDATE lessons SET state = ?, decided_by = ?, decided_at = ?
                    WHERE shop = ? AND number = ? AND state = 'offered'\
                    """,
                    state.name().toLowerCase(Locale.ROOT),
                    by,
                    now.toEpochMilli(),
                    shop,
                    number)
                == 1);
  }

  private List<Question> questions(String which, long value) {
    return database.read(
        h ->
            h.createQuery(QUESTION + which)
                .bind("shop", shop)
                .bind("value", value)
                .map((row, _) -> question(row))
                .list());
  }

  private static Question question(ResultSet row) throws SQLException {
    int lesson = row.getInt("lesson");
    return new Question(
        row.getInt("number"),
        row.getString("summary"),
        row.getString("conversation"),
        row.getString("answer"),
        lesson == 0 ? null : lesson,
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
