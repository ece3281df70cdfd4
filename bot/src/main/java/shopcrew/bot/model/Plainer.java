package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import java.util.stream.Stream;

/// Some models refuse to be told how they choose their words, know the limit of an answer under
/// another name, or cannot be told that they must call a tool. Such a one is asked without that
/// from then on; words instead of a call are not taken later.
final class Plainer implements ChatModel {
  private static final Set<Integer> REFUSED = Set.of(400, 422);

  private final ChatModel exact;
  private final ChatModel plain;
  private volatile Without without;

  /// What is left out.
  private record Without(boolean measures, boolean must) {
    Without after(Failed failed) {
      if (!REFUSED.contains(failed.status())) return this;
      boolean choice = failed.said().contains("tool_choice");
      boolean measure =
          Stream.of("temperature", "seed", "max_tokens").anyMatch(failed.said()::contains);
      return new Without(measures || measure && !choice, must || choice);
    }
  }

  private Plainer(ChatModel exact, ChatModel plain, boolean must) {
    this.exact = exact;
    this.plain = plain;
    without = new Without(false, !must);
  }

  /// @param plain the same model, not told how it chooses its words
  static Plainer of(ChatModel exact, ChatModel plain) {
    return new Plainer(exact, plain, true);
  }

  /// A model that knows no must.
  static Plainer unforced(ChatModel model) {
    return new Plainer(model, model, false);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    Without now = without;
    while (true) {
      try {
        ChatResponse answer = ask(request, now);
        without = now;
        return answer;
      } catch (RuntimeException e) {
        Without less = now.after(Failed.of(e));
        if (less.equals(now)) throw e;
        now = less;
      }
    }
  }

  private ChatResponse ask(ChatRequest request, Without now) {
    boolean must = request.toolChoice() == ToolChoice.REQUIRED && !now.must();
    if (!now.measures() && must == (request.toolChoice() == ToolChoice.REQUIRED)) {
      return exact.chat(request);
    }
    var less =
        ChatRequest.builder()
            .messages(request.messages())
            .toolSpecifications(request.toolSpecifications())
            .responseFormat(request.responseFormat());
    if (must) less.toolChoice(ToolChoice.REQUIRED);
    if (now.measures()) return plain.chat(less.build());
    return exact.chat(less.maxOutputTokens(request.maxOutputTokens()).build());
  }
}
