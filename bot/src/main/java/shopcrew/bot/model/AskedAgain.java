package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import shopcrew.roles.model.Billed;

/// A model that is asked again where that may help: after a little while, and not for longer than
/// one answer may take.
final class AskedAgain implements ChatModel {
  private static final int MOST = 3;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final ChatModel model;
  private final Duration patience;
  private final InstantSource time;
  private final Pause pause;

  AskedAgain(ChatModel model, Duration patience, InstantSource time, Pause pause) {
    this.model = model;
    this.patience = patience;
    this.time = time;
    this.pause = pause;
  }

  /// How time is let pass.
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    Instant end = time.instant().plus(patience);
    long spent = 0;
    for (int asked = 1; ; asked++) {
      Duration left = Duration.between(time.instant(), end);
      try {
        ChatResponse answer = ScopedValue.where(Line.LEFT, left).call(() -> model.chat(request));
        return Billed.of(answer, answer.modelName(), Metered.billed(answer) + spent, "");
      } catch (Failed e) {
        spent += e.cost();
        if (asked == MOST || !e.again() || !waited(e, asked, end)) throw e.costing(spent);
      }
    }
  }

  /// Whether it was worth waiting.
  private boolean waited(Failed failed, int asked, Instant end) {
    Duration wanted = failed.after();
    Duration wait = wanted == null ? FIRST.multipliedBy(1L << (asked - 1)) : wanted;
    if (wait.compareTo(LONGEST) > 0) return false;
    if (!time.instant().plus(wait).isBefore(end)) return false;
    try {
      pause.of(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
