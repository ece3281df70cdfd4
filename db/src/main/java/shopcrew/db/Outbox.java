package shopcrew.db;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is to be said. A line is written in the transaction of its cause, once for each cause, and
/// sent afterwards in the order of its conversation.
public final class Outbox {
  private final Database database;
  private final String shop;
  private final InstantSource clock;

  public Outbox(Database database, String shop, InstantSource clock) {
    this.database = database;
    this.shop = shop;
    this.clock = clock;
  }

  /// A button: what stands on it, and what stands behind it.
  public record Button(String label, String token) {}

  /// A line that waits to be sent.
  public record Waiting(long seq, String conversation, int attempts) {}

  /// @param author a role's short name, `gate`, `owner` or `shop`
  /// @param cause unique in the conversation: the same cause is said once
  public void add(
      String conversation, String author, String text, List<Button> buttons, String cause) {
    add(conversation, author, "text", text, buttons, cause, "", "");
  }

  /// @param kind `text`, `card`, `receipt`, `notice` or `task`
  /// @param sources where the facts stand
  /// @param prompt version and hash of the prompt that was used
  /// @return the line's number, or 0 if the same cause was said before
  public long add(
      String conversation,
      String author,
      String kind,
      String text,
      List<Button> buttons,
      String cause,
      String sources,
      String prompt) {
    return database.write(
        handle -> {
          int added =
              handle
                  .createUpdate(
                      """
                      INSERT INTO messages
                        (shop, conversation, direction, key, kind, author, text, buttons, sources,
                         prompt, at, state)
                      VALUES (:shop, :conversation, 'out', :cause, :kind, :author, :text, :buttons,
                         :sources, :prompt, :now, 'new')
                      ON CONFLICT (shop, conversation, direction, key) DO NOTHING\
                      """)
                  .bind("shop", shop)
                  .bind("conversation", conversation)
                  .bind("cause", cause)
                  .bind("kind", kind)
                  .bind("author", author)
                  .bind("text", text)
                  .bind("buttons", written(buttons))
                  .bind("sources", sources)
                  .bind("prompt", prompt)
                  .bind("now", clock.millis())
                  .execute();
          if (added == 0) return 0L;
          return handle
              .createQuery(
                  """
                  SELECT seq FROM messages WHERE shop = :shop AND conversation = :conversation
                    AND direction = 'out' AND key = :cause\
                  """)
              .bind("shop", shop)
              .bind("conversation", conversation)
              .bind("cause", cause)
              .mapTo(Long.class)
              .one();
        });
  }

  public List<Waiting> waiting(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT seq, conversation, attempts FROM messages
                    WHERE shop = :shop AND direction = 'out' AND state = 'new'
                    ORDER BY seq LIMIT :limit\
                    """)
                .bind("shop", shop)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Waiting(
                            row.getLong("seq"),
                            row.getString("conversation"),
                            row.getInt("attempts")))
                .list());
  }

  public void sent(long seq) {
    state(seq, "done");
  }

  /// It may have arrived or not, and is not said again.
  public void maybeSent(long seq) {
    state(seq, "maybe");
  }

  /// Nothing left; it waits for the next round.
  public void later(long seq) {
    state(seq, "new");
  }

  public void refused(long seq) {
    state(seq, "failed");
  }

  private void state(long seq, String state) {
    database.writing(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE messages SET state = :state, attempts = attempts + 1
                    WHERE shop = :shop AND seq = :seq AND direction = 'out' AND state = 'new'\
                    """)
                .bind("state", state)
                .bind("shop", shop)
                .bind("seq", seq)
                .execute());
  }

  private static String written(List<Button> buttons) {
    return buttons.stream()
        .map(button -> onOneLine(button.label()) + "\t" + onOneLine(button.token()))
        .collect(Collectors.joining("\n"));
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\t\n]", " ");
  }

  static List<Button> buttons(String written) {
    if (written.indexOf('\t') < 0) return List.of();
    return Arrays.stream(written.split("\n"))
        .map(line -> line.split("\t", 2))
        .map(parts -> new Button(parts[0], parts[1]))
        .toList();
  }
}
