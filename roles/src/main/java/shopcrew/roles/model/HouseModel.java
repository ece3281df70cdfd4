package shopcrew.roles.model;

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
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The built-in model: no network, no weights file, the same answer every time. It reads the user's
/// message, finds the phrase that fits, calls that phrase's tool with the message as it was said
/// (the tools read sums, dates and products from words), and repeats what the tool says.
public final class HouseModel implements ChatModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Phrases phrases;

  public HouseModel(Phrases phrases) {
    this.phrases = phrases;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<ChatMessage> messages = request.messages();
    ChatMessage last = messages.getLast();
    AiMessage answer =
        switch (last) {
          case ToolExecutionResultMessage _ -> AiMessage.from(said(messages));
          case UserMessage user -> call(user.singleText(), request.toolSpecifications());
          default -> throw new IllegalArgumentException("nothing to answer in " + last.type());
        };
    return ChatResponse.builder().aiMessage(answer).build();
  }

  private AiMessage call(String text, List<ToolSpecification> tools) {
    Map<String, ToolSpecification> byName =
        tools.stream().collect(Collectors.toMap(ToolSpecification::name, tool -> tool));
    Set<String> names = byName.keySet();
    String tool = phrases.bestTool(text, names::contains).name();
    ToolSpecification chosen = byName.get(tool);
    Map<String, JsonSchemaElement> parameters =
        chosen == null || chosen.parameters() == null ? Map.of() : chosen.parameters().properties();
    var arguments = new LinkedHashMap<String, String>();
    for (String parameter : parameters.keySet()) arguments.put(parameter, text);
    return AiMessage.from(
        ToolExecutionRequest.builder().id("house").name(tool).arguments(json(arguments)).build());
  }

  /// The words of the tools that answered since the user spoke.
  private static String said(List<ChatMessage> messages) {
    int from = messages.size();
    while (from > 0 && messages.get(from - 1) instanceof ToolExecutionResultMessage) from--;
    return messages.subList(from, messages.size()).stream()
        .map(message -> say(((ToolExecutionResultMessage) message).text()))
        .collect(Collectors.joining("\n"));
  }

  private static String say(String result) {
    try {
      return JSON.readTree(result).path("say").asText(result);
    } catch (JsonProcessingException e) {
      return result;
    }
  }

  private static String json(Map<String, String> arguments) {
    try {
      return JSON.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
