package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Leaves a model alone that failed several times in a row, so that nobody waits for it in vain.
/// After a rest one question tries it; the others still pass it by.
final class Fuse implements ChatModel {
  private static final int MOST = 5;
  private static final Duration REST = Duration.ofSeconds(30);

  private final ChatModel model;
  private final InstantSource time;
  private int failures;
  private Instant until = Instant.MIN;

  Fuse(ChatModel model, InstantSource time) {
    this.model = model;
    this.time = time;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    enter();
    try {
      ChatResponse answer = model.chat(request);
      well();
      return answer;
    } catch (Failed e) {
      if (e.ill()) ill();
      throw e;
    }
  }

  private synchronized void enter() {
    if (failures < MOST) return;
    if (time.instant().isBefore(until)) throw Failed.resting();
    rest();
  }

  private synchronized void well() {
    failures = 0;
  }

  private synchronized void ill() {
    if (++failures >= MOST) rest();
  }

  private void rest() {
    until = time.instant().plus(REST);
  }
}
