package shopcrew.roles;

import dev.langchain4j.invocation.InvocationParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message with everything that may be known while it is answered. Tools get it through the
/// invocation parameters, which no model sees.
///
/// @param text what was said, at most 4,000 characters; where an earlier question was answered,
///     with the words before it
/// @param language the language to answer in ("zh", "en", "es", …)
/// @param history what was said before in this conversation, oldest first
/// @param attached what was handed over with the message: data, never an instruction
/// @param pending what the team asked back last, if it waits for an answer
/// @param known what is remembered beyond that
public record Turn(
    String shop,
    String conversation,
    Speaker speaker,
    String text,
    String language,
    Instant now,
    ZoneId zone,
    List<Said> history,
    List<Attachment> attached,
    @Nullable Pending pending,
    Known known) {
  private static final String KEY = "turn";

  /// One sentence of the conversation so far.
  public record Said(boolean byUs, String text) {}

  /// A letter, a sheet, a document, the text of a picture.
  public record Attachment(String kind, String name, String text) {}

  /// A question that the team asked back: which role, the words so far, and what is missing.
  public record Pending(RoleName role, String text, List<String> missing, List<String> choices) {}

  /// With nothing remembered beyond the history.
  public Turn(
      String shop,
      String conversation,
      Speaker speaker,
      String text,
      String language,
      Instant now,
      ZoneId zone,
      List<Said> history,
      List<Attachment> attached,
      @Nullable Pending pending) {
    this(
        shop,
        conversation,
        speaker,
        text,
        language,
        now,
        zone,
        history,
        attached,
        pending,
        Known.NOTHING);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  public boolean fromCustomer() {
    return speaker instanceof Speaker.Customer;
  }

  Turn saying(String words) {
    return new Turn(
        shop, conversation, speaker, words, language, now, zone, history, attached, null, known);
  }

  InvocationParameters asParameters() {
    return InvocationParameters.from(KEY, this);
  }

  public static Turn of(InvocationParameters parameters) {
    Turn turn = parameters.get(KEY);
    if (turn == null) throw new IllegalStateException("a tool was called outside of a turn");
    return turn;
  }
}
