package shopcrew.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.Optional;
import java.util.Set;

/// Takes only what is an answer: a call of a tool that there is with arguments that can be read, or
/// words of a length that somebody reads, to their end.
final class Usable implements ChatModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 8 * 1024;
  private static final Set<FinishReason> UNFINISHED =
      Set.of(FinishReason.LENGTH, FinishReason.CONTENT_FILTER);

  private final ChatModel model;

  Usable(ChatModel model) {
    this.model = model;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    ChatResponse answer = model.chat(request);
    String wrong = wrong(answer, request).orElse("");
    if (wrong.isEmpty()) return answer;
    throw Failed.useless(wrong, Metered.billed(answer));
  }

  private static Optional<String> wrong(ChatResponse answer, ChatRequest request) {
    FinishReason end = answer.finishReason();
    if (end != null && UNFINISHED.contains(end)) return Optional.of("an unfinished answer");
    AiMessage said = answer.aiMessage();
    if (said.hasToolExecutionRequests()) {
      return said.toolExecutionRequests().stream()
          .flatMap(call -> wrong(call, request).stream())
          .findFirst();
    }
    if (request.toolChoice() == ToolChoice.REQUIRED && !request.toolSpecifications().isEmpty()) {
      return Optional.of("words instead of a tool");
    }
    String text = said.text();
    if (text == null || text.isBlank()) return Optional.of("an empty answer");
    if (text.length() > LONGEST) return Optional.of("a text that is too long");
    return Optional.empty();
  }

  private static Optional<String> wrong(ToolExecutionRequest call, ChatRequest request) {
    if (request.toolSpecifications().stream()
        .map(ToolSpecification::name)
        .noneMatch(name -> name.equals(call.name()))) {
      return Optional.of("a tool that does not exist");
    }
    String arguments = call.arguments();
    if (arguments == null) return Optional.empty();
    if (arguments.length() > LONGEST) return Optional.of("arguments that are too long");
    try {
      if (JSON.readTree(arguments).isObject()) return Optional.empty();
    } catch (JsonProcessingException e) {
      // No arguments either way.
    }
    return Optional.of("arguments that are none");
  }
}
