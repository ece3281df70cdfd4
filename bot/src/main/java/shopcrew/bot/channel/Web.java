package shopcrew.bot.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// Web chat. The transcript is the message: a line that is in the store is delivered, and whoever
/// listens is told to look.
public final class Web implements Channel {
  private final Map<String, Set<Ear>> listening = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "web";
  }

  @Override
  public Delivery send(Conversation to, Line line, int from) {
    ring(to.id());
    return Delivery.Sent.PLAIN;
  }

  @Override
  public boolean seenOnce() {
    return true;
  }

  /// Something new was said there.
  public void ring(String conversation) {
    listening.getOrDefault(conversation, Set.of()).forEach(ear -> ear.bell.release());
  }

  /// Wakes everybody.
  public void ringAll() {
    listening.keySet().forEach(this::ring);
  }

  public Ear listen(String conversation) {
    var ear = new Ear(conversation);
    listening.computeIfAbsent(conversation, id -> ConcurrentHashMap.newKeySet()).add(ear);
    return ear;
  }

  /// One who listens to a conversation.
  public final class Ear implements AutoCloseable {
    private final String conversation;
    private final Semaphore bell = new Semaphore(0);

    private Ear(String conversation) {
      this.conversation = conversation;
    }

    /// Waits until it rings; false if it stayed quiet for that long.
    public boolean rang(Duration patience) throws InterruptedException {
      boolean rang = bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      bell.drainPermits();
      return rang;
    }

    @Override
    public void close() {
      listening.computeIfPresent(
          conversation,
          (id, ears) -> {
            ears.remove(this);
            return ears.isEmpty() ? null : ears;
          });
    }
  }
}
