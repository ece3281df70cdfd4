package shopcrew.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shopcrew.roles.Turn;

/// What a conversation waits for, as it stands in its row: the answer to a question that was asked
/// back, or an owner's words for a task.
public final class Pendings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TASK = "task:";

  private Pendings() {}

  static String question(Turn.Pending question) {
    try {
      return JSON.writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Turn.@Nullable Pending question(@Nullable String written) {
    if (written == null || written.startsWith(TASK)) return null;
    try {
      return JSON.readValue(written, Turn.Pending.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /// @param until after it, what is typed is talk with the team again
  public static String task(int number, Instant until) {
    return TASK + number + ":" + until.toEpochMilli();
  }

  /// The task's number, or 0.
  static int task(@Nullable String written, Instant now) {
    if (written == null || !written.startsWith(TASK)) return 0;
    String[] parts = written.substring(TASK.length()).split(":", 2);
    boolean inTime = now.toEpochMilli() <= Long.parseLong(parts[1]);
    return inTime ? Integer.parseInt(parts[0]) : 0;
  }
}
