package shopcrew.roles;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.prompts.Prompt;
import shopcrew.roles.model.FactGuard;

/// One worker: a prompt, tools and a model. What the tools return decides the outcome; the model
/// only chooses among them and words what was told.
public final class Role {
  private static final Logger LOG = LoggerFactory.getLogger(Role.class);
  private static final int MOST_TOOL_ROUNDS = 4;
  private static final int MOST_REMEMBERED = 40;

  private final RoleName name;
  private final Prompt prompt;
  private final Agent agent;
  private final FactGuard guard = new FactGuard();

  public Role(RoleName name, Prompt prompt, Minds minds, ChatModel house, Object tools) {
    this.name = name;
    this.prompt = prompt;
    this.agent =
        AiServices.builder(Agent.class)
            .chatModel(minds.of(name, Minds.Task.CHOOSE, house))
            .tools(tools)
            .systemMessageProvider(turn -> fill((Turn) turn))
            .chatMemoryProvider(turn -> memory((Turn) turn))
            .maxSequentialToolsInvocations(MOST_TOOL_ROUNDS)
            .hallucinatedToolNameStrategy(
                request ->
                    dev.langchain4j.data.message.ToolExecutionResultMessage.from(
                        request, "There is no tool " + request.name()))
            .toolArgumentsErrorHandler(
                (error, context) -> ToolErrorHandlerResult.text("Wrong arguments; try again."))
            .toolExecutionErrorHandler(
                (error, context) -> {
                  LOG.error("A tool of {} failed", name, error);
                  return ToolErrorHandlerResult.text("The tool failed; say that a person looks.");
                })
            .build();
  }

  public RoleName name() {
    return name;
  }

  public Prompt prompt() {
    return prompt;
  }

  public Outcome answer(Turn turn) {
    try {
      Result<String> result = agent.answer(turn, turn.text(), turn.asParameters());
      return outcome(turn, result);
    } finally {
      agent.evictChatMemory(turn);
    }
  }

  private Outcome outcome(Turn turn, Result<String> result) {
    List<ToolExecution> executions =
        Objects.requireNonNullElse(result.toolExecutions(), List.<ToolExecution>of());
    var told = new ArrayList<Told>();
    Outcome decided = null;
    for (ToolExecution execution : executions) {
      Object value = execution.resultObject();
      if (value instanceof Told words) told.add(words);
      if (value instanceof Outcome.Proposes proposes) return proposes;
      if (value instanceof Outcome outcome && decided == null) decided = outcome;
    }
    if (decided != null) return decided;
    String said = Objects.requireNonNullElse(result.content(), "");
    return new Outcome.Answer(guard.check(said, told, turn.text()));
  }

  private String fill(Turn turn) {
    var values = new LinkedHashMap<String, String>();
    for (String variable : prompt.variables()) {
      values.put(
          variable,
          switch (variable) {
            case "shop" -> turn.shop();
            case "today" -> turn.today().toString();
            case "language" -> turn.language();
            default -> throw new IllegalStateException(name + " wants unknown " + variable);
          });
    }
    return prompt.fill(Map.copyOf(values));
  }

  private static ChatMemory memory(Turn turn) {
    // Some models refuse a system message that is not the first.
    ChatMemory memory =
        MessageWindowChatMemory.builder()
            .maxMessages(MOST_REMEMBERED)
            .alwaysKeepSystemMessageFirst(true)
            .build();
    for (Turn.Said said : turn.history()) {
      memory.add(said.byUs() ? AiMessage.from(said.text()) : UserMessage.from(said.text()));
    }
    return memory;
  }
}
