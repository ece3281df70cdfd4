package shopcrew.bot.model;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model that may fail before one that does not. An answer that came out of the blue, with no
// tool
/// called in a turn that has not asked any, is not taken either: the house model asks the tool.
final class WithFallback implements ChatModel {
  private static final Logger LOG = LoggerFactory.getLogger(WithFallback.class);
  private final ChatModel first;
  private final ChatModel house;

  WithFallback(ChatModel first, ChatModel house) {
    this.first = first;
    this.house = house;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    try {
      ChatResponse answer = first.doChat(request);
      boolean asked = request.messages().getLast() instanceof ToolExecutionResultMessage;
      if (asked || answer.aiMessage().hasToolExecutionRequests()) return answer;
    } catch (RuntimeException e) {
      LOG.warn("The model did not answer; the house model does: {}", e.toString());
    }
    return house.doChat(request);
  }
}
