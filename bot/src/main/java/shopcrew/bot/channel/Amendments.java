package shopcrew.bot.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.db.Conversations;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Sent;

/// Cards whose time is over lose their buttons and say what is true now, where a channel can do
/// that. It is a courtesy: an old button does nothing anyway.
public final class Amendments {
  private static final Logger LOG = LoggerFactory.getLogger(Amendments.class);
  private static final int A_ROUND = 40;

  private final Sent sent;
  private final Conversations conversations;
  private final Map<String, Channel> channels;
  private final BiFunction<List<String>, String, Optional<String>> truth;
  private final Postman.Rounds rounds;

  /// @param truth what is to stand under such a card, by its tokens and the reader's language
  public Amendments(
      Sent sent,
      Conversations conversations,
      List<Channel> channels,
      BiFunction<List<String>, String, Optional<String>> truth,
      Postman.Rounds rounds) {
    this.sent = sent;
    this.conversations = conversations;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    this.truth = truth;
    this.rounds = rounds;
  }

  public void look() {
    for (Sent.Shown shown : sent.standing(A_ROUND)) {
      Conversation in = conversations.find(shown.conversation()).orElseThrow();
      truth
          .apply(shown.line().buttons().stream().map(Button::token).toList(), in.language())
          .ifPresent(now -> rounds.add(in.id(), () -> amend(in, shown, now)));
    }
  }

  private void amend(Conversation in, Sent.Shown shown, String now) {
    Channel channel = channels.get(in.channel());
    sent.faded(shown.line().seq()); // before it is tried: it is tried once
    if (channel == null) return;
    try {
      channel.amend(in, shown.outer(), Reply.words(shown.line().text() + "\n" + now));
    } catch (RuntimeException e) {
      LOG.warn("A card keeps its old buttons in {}: {}", in.channel(), e.toString());
    }
  }
}
