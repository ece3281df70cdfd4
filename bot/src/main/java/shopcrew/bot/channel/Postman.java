package shopcrew.bot.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox;

/// Takes the lines from the outbox to their channels, each conversation in its order. What
/// could not be sent now waits for the next round.
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int A_ROUND = 200;
  private static final int MOST_TRIES = 20;

  private final Outbox outbox;
  private final Conversations conversations;
  private final Map<String, Channel> channels;
  private final ReentrantLock round = new ReentrantLock();

  public Postman(Outbox outbox, Conversations conversations, List<Channel> channels) {
    this.outbox = outbox;
    this.conversations = conversations;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
  }

  /// Sends what waits.
  public void deliver() {
    round.lock();
    try {
      Set<String> held = new HashSet<>();
      for (Outbox.Waiting waiting : outbox.waiting(A_ROUND)) {
        if (held.contains(waiting.conversation())) continue;
        switch (send(waiting)) {
          case Delivery.Sent _ -> outbox.sent(waiting.seq());
          case Delivery.Maybe() -> outbox.maybeSent(waiting.seq());
          case Delivery.Refused _ -> outbox.refused(waiting.seq());
          case Delivery.Later _ -> {
            held.add(waiting.conversation());
            if (waiting.attempts() >= MOST_TRIES) outbox.refused(waiting.seq());
            else outbox.later(waiting.seq());
          }
        }
      }
    } finally {
      round.unlock();
    }
  }

  private Delivery send(Outbox.Waiting waiting) {
    Conversation to = conversations.find(waiting.conversation()).orElseThrow();
    Channel channel = channels.get(to.channel());
    // A channel that is not open in this run shows the transcript when it is opened again.
    if (channel == null) return Delivery.Sent.PLAIN;
    try {
      var line = conversations.since(to.id(), waiting.seq() - 1, 1).getFirst();
      return channel.send(to, line, 0);
    } catch (RuntimeException e) {
      LOG.warn("The {} channel could not send", to.channel(), e);
      return new Delivery.Maybe();
    }
  }
}
