package shopcrew.roles.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
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
  /// How the name of a tool begins that stands for a colleague.
  public static final String COLLEAGUE = "colleague_";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SURE = 0.6;
  private static final double LIKELY = 0.30;

  private final Phrases phrases;

  public HouseModel(Phrases phrases) {
    this.phrases = phrases;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    String text =
        request.messages().stream()
            .filter(UserMessage.class::isInstance)
            .map(message -> ((UserMessage) message).singleText())
            .collect(Collectors.joining("\n"));
    List<String> told = Fence.in(text, Fence.TOLD);
    AiMessage answer;
    if (!told.isEmpty()) {
      answer = AiMessage.from(String.join("\n", told));
    } else if (request.toolSpecifications().isEmpty()) {
      answer = AiMessage.from(""); // a text to translate, a picture: not its trade
    } else {
      String said = Fence.in(text, Fence.MESSAGE).stream().findFirst().orElse(text);
      answer = call(said, request.toolSpecifications());
    }
    return ChatResponse.builder().aiMessage(answer).build();
  }

  /// Whether it needs nobody's help to choose among these tools.
  public boolean sure(String text, Set<String> tools) {
    return phrases.bestTool(text, tools::contains).score() >= SURE;
  }

  /// Whether the words may well mean that tool.
  public boolean likely(String text, String tool) {
    return phrases.bestTool(text, tool::equals).score() >= LIKELY;
  }

  /// The folder of the role whose work it is; the store manager's where nobody's is likely.
  public String colleague(String text) {
    Phrases.Fit best = phrases.bestRole(text);
    return best.score() < LIKELY ? "storemanager" : best.name();
  }

  private AiMessage call(String text, List<ToolSpecification> tools) {
    Map<String, ToolSpecification> byName =
        tools.stream().collect(Collectors.toMap(ToolSpecification::name, tool -> tool));
    boolean colleagues = byName.keySet().stream().allMatch(name -> name.startsWith(COLLEAGUE));
    String tool =
        colleagues
            ? COLLEAGUE + colleague(text)
            : phrases.bestTool(text, byName::containsKey).name();
    ToolSpecification chosen = byName.get(tool);
    Map<String, JsonSchemaElement> parameters =
        chosen == null || chosen.parameters() == null ? Map.of() : chosen.parameters().properties();
    var arguments = new LinkedHashMap<String, String>();
    for (String parameter : parameters.keySet()) arguments.put(parameter, text);
    return AiMessage.from(
        ToolExecutionRequest.builder().id("house").name(tool).arguments(json(arguments)).build());
  }

  private static String json(Map<String, String> arguments) {
    try {
      return JSON.writeValueAsString(arguments);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
