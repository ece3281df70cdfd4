package shopcrew.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model that may fail before one that does not. What is not an answer is not taken: words out of
/// the blue before any tool was asked, a tool that does not exist, arguments that are not JSON,
// tools
/// without an end. The house model takes over there.
final class WithFallback implements ChatModel {
  private static final Logger LOG = LoggerFactory.getLogger(WithFallback.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROUNDS = 3;
  private final AtomicLong failures = new AtomicLong();
  private final ChatModel first;
  private final ChatModel house;

  WithFallback(ChatModel first, ChatModel house) {
    this.first = first;
    this.house = house;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    long rounds = rounds(request.messages());
    if (rounds >= MOST_ROUNDS) return house.doChat(request);
    try {
      ChatResponse answer = first.chat(request);
      if (answers(answer.aiMessage(), request, rounds > 0)) return answer;
      failed("gave nothing that can be used");
    } catch (RuntimeException e) {
      failed(e.toString());
    }
    return house.doChat(request);
  }

  /// Said at the first time, the tenth, the hundredth: a model that always fails fills no disk.
  private void failed(String why) {
    long times = failures.incrementAndGet();
    long step = times;
    while (step % 10 == 0) step /= 10;
    if (step == 1) LOG.warn("The house model answers, for the {}. time: the other {}", times, why);
  }

  /// How often tools were asked since the user spoke.
  private static long rounds(List<ChatMessage> messages) {
    long rounds = 0;
    for (ChatMessage message : messages.reversed()) {
      if (message instanceof UserMessage) break;
      if (message instanceof AiMessage) rounds++;
    }
    return rounds;
  }

  private static boolean answers(AiMessage said, ChatRequest request, boolean told) {
    if (!said.hasToolExecutionRequests()) {
      boolean last = request.messages().getLast() instanceof ToolExecutionResultMessage;
      return told && last && said.text() != null && !said.text().isBlank();
    }
    return said.toolExecutionRequests().stream().allMatch(call -> possible(call, request));
  }

  private static boolean possible(ToolExecutionRequest call, ChatRequest request) {
    if (request.toolSpecifications().stream()
        .map(ToolSpecification::name)
        .noneMatch(name -> name.equals(call.name()))) {
      return false;
    }
    try {
      return call.arguments() == null || JSON.readTree(call.arguments()).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
