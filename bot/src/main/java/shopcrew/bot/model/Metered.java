package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import shopcrew.bot.Allowance;
import shopcrew.bot.config.Prices;

/// A model whose tokens cost money. It is only asked while its worst case fits into what the owners
/// allowed; a call that fails is counted as if it had cost that much, since nobody knows better.
final class Metered implements ChatModel {
  private static final int TOKENS_A_CHARACTER = 2;

  private final ChatModel model;
  private final Allowance allowance;
  private final Prices prices;
  private final InstantSource clock;

  Metered(ChatModel model, Allowance allowance, Prices prices, InstantSource clock) {
    this.model = model;
    this.allowance = allowance;
    this.prices = prices;
    this.clock = clock;
  }

  /// There is no allowance, or it is used up.
  static final class Unpaid extends RuntimeException {
    Unpaid() {
      super("the allowance for running costs does not cover this call");
    }
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    if (prices.free()) return model.chat(request);
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long read = characters(request) * TOKENS_A_CHARACTER;
    long worst = prices.worst(day, read, Models.LONGEST_ANSWER);
    if (!allowance.may(worst)) throw new Unpaid();
    long cost = worst;
    try {
      ChatResponse answer = model.chat(request);
      var usage = answer.metadata() == null ? null : answer.metadata().tokenUsage();
      Integer in = usage == null ? null : usage.inputTokenCount();
      Integer out = usage == null ? null : usage.outputTokenCount();
      if (in != null && out != null) cost = prices.cost(day, in, out);
      return answer;
    } finally {
      if (worst > 0) allowance.ran(worst, cost);
    }
  }

  private static long characters(ChatRequest request) {
    long count = request.messages().toString().length();
    return count + String.valueOf(request.toolSpecifications()).length();
  }
}
