package shopcrew.bot.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.Allowance;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox;

/// Takes the lines from the outbox to their channels: each conversation in its order, many at once.
/// What could not be sent now is tried again; what may have arrived is not.
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration TOO_OLD = Duration.ofHours(24);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  /// Where the work is done, one of a conversation at a time.
  public interface Rounds {
    void add(String conversation, Runnable round);
  }

  /// How something is done after a while.
  public interface Later {
    void after(Duration wait, Runnable work);
  }

  /// Who is told that a line has not gone, or may not have gone.
  public interface Complaints {
    void about(Conversation to, Outbox.Waiting line, String why);
  }

  private static final int AT_ONCE = 10;

  private final Outbox outbox;
  private final Conversations conversations;
  private final Map<String, Channel> channels;
  private final InstantSource clock;
  private final Rounds rounds;
  private final Later later;
  private final Complaints complaints;
  private final Allowance allowance;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  public Postman(
      Outbox outbox,
      Conversations conversations,
      List<Channel> channels,
      InstantSource clock,
      Rounds rounds,
      Later later,
      Complaints complaints,
      Allowance allowance) {
    this.outbox = outbox;
    this.conversations = conversations;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    this.clock = clock;
    this.rounds = rounds;
    this.later = later;
    this.complaints = complaints;
    this.allowance = allowance;
  }

  /// Sends what waits, everywhere.
  public void deliver() {
    outbox.conversations().forEach(this::deliver);
  }

  /// Sends what was just written.
  public void fresh() {
    outbox.fresh().forEach(this::deliver);
  }

  /// Sends what waits there.
  public void deliver(String conversation) {
    if (!asked.add(conversation)) return;
    rounds.add(
        conversation,
        () -> {
          asked.remove(conversation);
          round(conversation);
        });
  }

  /// Whoever writes a line asks for another round: what comes meanwhile is not looked for here.
  private void round(String id) {
    List<Outbox.Waiting> lines;
    do {
      lines = outbox.waiting(id, AT_ONCE);
      for (Outbox.Waiting line : lines) if (!sends(id, line)) return;
    } while (lines.size() == AT_ONCE);
  }

  /// False: what waits there has to wait longer.
  private boolean sends(String id, Outbox.Waiting line) {
    Duration early = Duration.between(clock.instant(), line.notBefore());
    if (early.isPositive()) {
      later.after(early, () -> deliver(id));
      return false;
    }
    Conversation to = conversations.find(id).orElseThrow();
    switch (send(to, line)) {
      case Delivery.Sent(String outer, boolean numbered) ->
          outbox.sent(line.seq(), outer, numbered);
      case Delivery.Maybe() -> {
        outbox.maybeSent(line.seq());
        complaints.about(to, line, "maybe");
        fresh();
      }
      case Delivery.Refused(String why) -> refused(to, line, why);
      case Delivery.Later(Duration after, int pieces) -> {
        if (line.line().at().plus(TOO_OLD).isBefore(clock.instant())) {
          refused(to, line, "too_late");
        } else {
          Duration wait = after.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : after;
          outbox.later(line.seq(), pieces, clock.instant().plus(wait));
          later.after(wait, () -> deliver(id));
          return false;
        }
      }
    }
    return true;
  }

  private void refused(Conversation to, Outbox.Waiting line, String why) {
    outbox.refused(line.seq(), why);
    complaints.about(to, line, why);
    fresh();
  }

  private Delivery send(Conversation to, Outbox.Waiting line) {
    Channel channel = channels.get(to.channel());
    // A channel that is not open in this run shows the transcript when it is opened again.
    if (channel == null) return Delivery.Sent.PLAIN;
    return switch (channel.cost(to, line.line(), line.pieces())) {
      case Channel.Cost.Unknown(String why) -> new Delivery.Refused(why);
      case Channel.Cost.Known(long worst) when worst == 0 -> said(channel, to, line);
      case Channel.Cost.Known(long worst) when !allowance.may(worst) ->
          new Delivery.Refused("allowance");
      case Channel.Cost.Known(long worst) -> {
        Delivery delivery = said(channel, to, line);
        allowance.ran(worst, cost(delivery, worst));
        yield delivery;
      }
    };
  }

  /// What may have arrived may have been charged; of what waits, nobody knows which piece was.
  private static long cost(Delivery delivery, long worst) {
    return switch (delivery) {
      case Delivery.Sent _, Delivery.Maybe _ -> worst;
      case Delivery.Later(var _, int done) -> done == 0 ? 0 : worst;
      case Delivery.Refused _ -> 0;
    };
  }

  private Delivery said(Channel channel, Conversation to, Outbox.Waiting line) {
    if (!channel.seenOnce()) outbox.leaves(line.seq());
    try {
      return channel.send(to, line.line(), line.pieces());
    } catch (RuntimeException e) {
      LOG.warn("The {} channel could not send", to.channel(), e);
      return new Delivery.Maybe();
    }
  }
}
