package shopcrew.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.ArrayList;
import java.util.List;

/// What a model was asked, whatever protocol it came in.
///
/// @param mustCall whether only a call counts as an answer
/// @param body the request as it came
public record Asked(
    String system, List<Message> messages, List<Tool> tools, boolean mustCall, JsonNode body) {

  /// @param role `user`, `assistant` or `tool`
  public record Message(String role, String text, List<Call> calls) {}

  public record Tool(String name, List<String> parameters) {}

  /// What the last message says.
  public String text() {
    return messages.getLast().text();
  }

  public List<String> toolNames() {
    return tools.stream().map(Tool::name).toList();
  }

  /// What tools told.
  public List<String> results() {
    return messages.stream().filter(it -> it.role().equals("tool")).map(Message::text).toList();
  }

  /// The same question for a model in process.
  public ChatRequest request() {
    var all = new ArrayList<ChatMessage>();
    if (!system.isEmpty()) all.add(SystemMessage.from(system));
    for (Message message : messages) all.add(said(message));
    var specifications = tools.stream().map(Asked::specification).toList();
    return ChatRequest.builder().messages(all).toolSpecifications(specifications).build();
  }

  private static ChatMessage said(Message message) {
    return switch (message.role()) {
      case "user" -> UserMessage.from(message.text());
      case "tool" -> ToolExecutionResultMessage.from("call", "tool", message.text());
      default ->
          message.calls().isEmpty()
              ? AiMessage.from(message.text())
              : AiMessage.from(message.text(), message.calls().stream().map(Asked::call).toList());
    };
  }

  private static ToolExecutionRequest call(Call call) {
    return ToolExecutionRequest.builder()
        .id("call")
        .name(call.tool())
        .arguments(call.arguments())
        .build();
  }

  private static ToolSpecification specification(Tool tool) {
    var schema = JsonObjectSchema.builder();
    for (String parameter : tool.parameters()) schema.addStringProperty(parameter);
    return ToolSpecification.builder().name(tool.name()).parameters(schema.build()).build();
  }
}
