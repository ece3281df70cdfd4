package shopcrew.bot.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Outbox.Button;

/// A line of the transcript as the page reads it.
///
/// @param mine whether the reader said it
/// @param id the page's own number of its message, for what the reader said
@JsonInclude(JsonInclude.Include.NON_NULL)
record Event(
    long seq,
    boolean mine,
    @Nullable String id,
    String author,
    String kind,
    String text,
    List<Button> buttons,
    String at) {

  static Event of(Line line) {
    return new Event(
        line.seq(),
        !line.byUs(),
        line.byUs() ? null : line.key(),
        line.author(),
        line.kind(),
        line.text(),
        line.buttons(),
        line.at().toString());
  }
}
