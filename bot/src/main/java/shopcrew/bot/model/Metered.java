package shopcrew.bot.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Allowance;
import shopcrew.bot.Config;
import shopcrew.roles.model.Billed;

/// A model whose tokens cost money. It is only asked while its worst case fits into what the owners
/// allowed; a call that fails is counted as if it had cost that much, unless it was turned away at
/// the door, since nobody knows better.
final class Metered implements ChatModel {
  private static final int TOKENS_A_CHARACTER = 2;

  /// The most that any model counts for one picture, or for a minute of sound.
  private static final int TOKENS_ENCLOSED = 50_000;

  private final ChatModel model;
  private final Config.Model settings;
  private final Allowance allowance;
  private final InstantSource time;

  Metered(ChatModel model, Config.Model settings, Allowance allowance, InstantSource time) {
    this.model = model;
    this.settings = settings;
    this.allowance = allowance;
    this.time = time;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    LocalDate day = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    long in = characters(request) * TOKENS_A_CHARACTER + enclosed(request);
    long worst = settings.prices().worst(day, in, Clients.LONGEST_ANSWER);
    if (worst > 0 && !allowance.may(worst)) throw Failed.unpaid();
    long cost = worst;
    try {
      ChatResponse answer = model.chat(request);
      cost = cost(answer.tokenUsage(), day, worst);
      return Billed.of(answer, settings.name(), cost, "");
    } catch (RuntimeException e) {
      Failed failed = Failed.of(e);
      cost = failed.free() ? 0 : worst;
      throw failed.costing(cost);
    } finally {
      if (worst > 0) allowance.ran(worst, cost);
    }
  }

  /// What an answer has cost by now.
  static long billed(ChatResponse answer) {
    return answer.metadata() instanceof Billed bill ? bill.cost() : 0;
  }

  /// What a model thought in silence is only seen in the sum.
  private long cost(@Nullable TokenUsage usage, LocalDate day, long worst) {
    if (usage == null) return worst;
    Integer in = usage.inputTokenCount();
    Integer out = usage.outputTokenCount();
    if (in == null || out == null || in <= 0 || out < 0) return worst;
    Integer all = usage.totalTokenCount();
    int silent = all == null ? 0 : Math.max(0, all - in - out);
    return Math.min(worst, settings.prices().cost(day, in, (long) out + silent));
  }

  private static long characters(ChatRequest request) {
    long count = 0;
    for (ChatMessage message : request.messages()) count += characters(message);
    return count + String.valueOf(request.toolSpecifications()).length();
  }

  private static long characters(ChatMessage message) {
    if (!(message instanceof UserMessage said) || said.hasSingleText()) {
      return message.toString().length();
    }
    long count = 0;
    for (Content part : said.contents()) {
      if (part instanceof TextContent) count += part.toString().length();
    }
    return count;
  }

  /// Pictures and sounds cost by what they show and how long they last, not by their bytes.
  private static long enclosed(ChatRequest request) {
    long tokens = 0;
    for (ChatMessage message : request.messages()) {
      if (!(message instanceof UserMessage said)) continue;
      for (Content part : said.contents()) {
        if (!(part instanceof TextContent)) tokens += TOKENS_ENCLOSED;
      }
    }
    return tokens;
  }
}
