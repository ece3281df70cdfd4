package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import java.util.stream.Stream;

/// Some models refuse to be told how they choose their words, or know the limit of an answer under
/// another name. Such a one is asked without that from then on.
final class Plainer implements ChatModel {
  private static final Set<Integer> REFUSED = Set.of(400, 422);

  private final ChatModel exact;
  private final ChatModel plain;
  private volatile boolean refused;

  Plainer(ChatModel exact, ChatModel plain) {
    this.exact = exact;
    this.plain = plain;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    if (refused) return plain.chat(bare(request));
    try {
      return exact.chat(request);
    } catch (RuntimeException e) {
      if (!named(Failed.of(e))) throw e;
    }
    ChatResponse answer = plain.chat(bare(request));
    refused = true;
    return answer;
  }

  private static boolean named(Failed failed) {
    return REFUSED.contains(failed.status())
        && Stream.of("temperature", "seed", "max_tokens").anyMatch(failed.said()::contains);
  }

  private static ChatRequest bare(ChatRequest request) {
    return ChatRequest.builder()
        .messages(request.messages())
        .toolSpecifications(request.toolSpecifications())
        .toolChoice(request.toolChoice())
        .responseFormat(request.responseFormat())
        .build();
  }
}
