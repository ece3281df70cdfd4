package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import shopcrew.bot.Allowance;

/// A model whose tokens cost money. It is only asked while its worst case fits into what the owners
/// allowed; a call that fails is counted as if it had cost that much, since nobody knows better.
final class Metered implements ChatModel {
  private static final int TOKENS_A_CHARACTER = 2;

  private final ChatModel model;
  private final Allowance allowance;
  private final BigDecimal price;

  /// @param price of a million tokens, in the shop's currency
  Metered(ChatModel model, Allowance allowance, BigDecimal price) {
    this.model = model;
    this.allowance = allowance;
    this.price = price;
  }

  /// There is no allowance, or it is used up.
  static final class Unpaid extends RuntimeException {
    Unpaid() {
      super("the allowance for running costs does not cover this call");
    }
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    if (price.signum() == 0) return model.chat(request);
    long worst = cost(characters(request) * TOKENS_A_CHARACTER + Models.LONGEST_ANSWER);
    if (!allowance.may(worst)) throw new Unpaid();
    long cost = worst;
    try {
      ChatResponse answer = model.chat(request);
      var usage = answer.metadata() == null ? null : answer.metadata().tokenUsage();
      Integer tokens = usage == null ? null : usage.totalTokenCount();
      if (tokens != null) cost = cost(tokens);
      return answer;
    } finally {
      if (worst > 0) allowance.ran(worst, cost);
    }
  }

  private static long characters(ChatRequest request) {
    long count = request.messages().toString().length();
    return count + String.valueOf(request.toolSpecifications()).length();
  }

  /// The price of a million tokens in units is that of one token in millionths.
  private long cost(long tokens) {
    return price
        .multiply(BigDecimal.valueOf(tokens))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
