package shopcrew.roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.roles.words.Digits;

/// The tools of a role: all that a model can do. It chooses among them; what they read is what was
/// said, whatever the model says was said.
final class Hands {
  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_QUESTION = 300;
  private static final int SHOWN = 300;

  /// The parameter that always holds the words of the turn.
  private static final String MESSAGE = "message";

  /// The parameter in which a model may put a question more plainly.
  private static final String QUESTION = "question";

  private static final Pattern FIGURE = Pattern.compile("\\d+|[\\p{Alpha}]+[-_]?\\d[\\p{Alnum}-]*");

  private final Object tools;
  private final Map<String, ToolSpecification> byName = new LinkedHashMap<>();

  Hands(Object tools) {
    this.tools = tools;
    // In the same order on every machine: what a model reads is compared, and remembered.
    ToolSpecifications.toolSpecificationsFrom(tools).stream()
        .sorted(Comparator.comparing(ToolSpecification::name))
        .forEach(tool -> byName.put(tool.name(), tool));
  }

  List<ToolSpecification> specifications() {
    return List.copyOf(byName.values());
  }

  Set<String> names() {
    return byName.keySet();
  }

  /// Whether a tool changes or proposes something.
  boolean acts(String name) {
    ToolSpecification tool = byName.get(name);
    return tool != null && Boolean.TRUE.equals(tool.metadata().get("acts"));
  }

  /// What the tools say, each called once; after one that decides, none is called any more.
  List<Object> take(List<ToolExecutionRequest> calls, Turn turn, List<Trace.Step> steps) {
    var results = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (ToolExecutionRequest call : calls) {
      if (!byName.containsKey(call.name())) continue;
      String arguments = arguments(call, turn);
      if (!done.add(call.name() + arguments)) continue;
      Object result = result(call.name(), arguments, turn);
      steps.add(new Trace.Called(call.name(), cut(arguments), cut(shown(result))));
      if (result == null) continue;
      results.add(result);
      if (result instanceof Outcome && !(result instanceof Outcome.Answer)) break;
    }
    return results;
  }

  private @Nullable Object result(String name, String arguments, Turn turn) {
    var call = ToolExecutionRequest.builder().id(name).name(name).arguments(arguments).build();
    var context =
        InvocationContext.builder()
            .chatMemoryId(turn.conversation())
            .invocationParameters(turn.asParameters())
            .build();
    try {
      var result = new DefaultToolExecutor(tools, call).executeWithContext(call, context);
      if (!result.isError() && result.result() != null) return result.result();
      LOG.error("The tool {} failed: {}", name, result.resultText());
    } catch (RuntimeException e) {
      LOG.error("The tool {} failed", name, e);
    }
    return null;
  }

  private String arguments(ToolExecutionRequest call, Turn turn) {
    ToolSpecification tool = byName.get(call.name());
    ObjectNode arguments = JSON.createObjectNode();
    if (tool != null && tool.parameters() != null) {
      for (String parameter : tool.parameters().properties().keySet()) {
        boolean asks = parameter.equals(QUESTION);
        arguments.put(parameter, asks ? question(call.arguments(), turn) : turn.text());
      }
    }
    return arguments.toString();
  }

  /// A question put more plainly is taken if it brings in no figure and no code of its own.
  private static String question(@Nullable String given, Turn turn) {
    if (given == null) return turn.text();
    try {
      JsonNode question = JSON.readTree(given).path(QUESTION);
      String asked = question.asText("").strip();
      if (!question.isTextual() || asked.isEmpty() || asked.length() > LONGEST_QUESTION) {
        return turn.text();
      }
      var said = new StringBuilder(turn.text());
      turn.history().forEach(before -> said.append('\n').append(before.text()));
      return figures(said.toString()).containsAll(figures(asked)) ? asked : turn.text();
    } catch (JsonProcessingException e) {
      return turn.text();
    }
  }

  private static Set<String> figures(String text) {
    var figures = new HashSet<String>();
    for (String line : text.split("\n")) {
      FIGURE.matcher(Digits.of(line)).results().forEach(match -> figures.add(match.group()));
    }
    return figures;
  }

  /// What was told, and where it stands; of a proposal, all of it.
  private static String shown(@Nullable Object result) {
    return switch (result) {
      case null -> "";
      case Told told -> (told.say() + "\n" + told.sources()).strip();
      case Outcome.Answer(Told told) -> shown(told);
      case Outcome.Proposes(Proposal proposal, var _) -> proposal.toString();
      case Outcome outcome -> outcome.getClass().getSimpleName() + ": " + shown(outcome.told());
      default -> result.toString();
    };
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
