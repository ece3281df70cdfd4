package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.roles.Trace;
import shopcrew.roles.model.Billed;

/// Models that may fail, in their order, before one that does not: where none of them answers, the
/// house model does.
final class WithFallback implements ChatModel {
  private static final Logger LOG = LoggerFactory.getLogger(WithFallback.class);

  private final AtomicLong failures = new AtomicLong();
  private final List<Named> order;
  private final ChatModel house;

  record Named(String name, ChatModel model) {}

  WithFallback(List<Named> order, ChatModel house) {
    this.order = order;
    this.house = house;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    var instead = new StringJoiner("; ");
    long spent = 0;
    for (Named named : order) {
      try {
        ChatResponse answer = named.model().chat(request);
        return Billed.of(answer, named.name(), Metered.billed(answer) + spent, instead.toString());
      } catch (Failed e) {
        spent += e.cost();
        instead.add(named.name() + ": " + e.why());
        failed(named, e);
      }
    }
    return Billed.of(house.doChat(request), Trace.HOUSE, spent, instead.toString());
  }

  /// Said at the first time, the tenth, the hundredth: a model that always fails fills no disk.
  private void failed(Named named, Failed failed) {
    long times = failures.incrementAndGet();
    long step = times;
    while (step % 10 == 0) step /= 10;
    if (step == 1) {
      LOG.warn(
          "Another model answers, for the {}. time: {}: {}", times, named.name(), failed.why());
    }
  }
}
