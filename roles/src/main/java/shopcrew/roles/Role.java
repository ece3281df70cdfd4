package shopcrew.roles;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopcrew.prompts.Prompt;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.model.HouseModel;

/// One worker: a prompt, tools and models. A model chooses among the tools and words what they
/// told; what the tools return decides the outcome.
public final class Role {
  private static final String QUESTION = "question";

  private final RoleName name;
  private final String edition;
  private final HouseModel house;
  private final ChatModel chooser;
  private final Hands hands;
  private final Script script;
  private final Writer writer;
  private final Function<Turn, Outcome> otherwise;
  private final Quota quota = new Quota();

  /// What came of a turn, and how.
  record Made(Outcome outcome, Trace trace) {}

  /// @param goods the products of the shop on a day, to see which of them are named
  /// @param otherwise what comes of a turn in which no tool could say anything
  Role(
      RoleName name,
      Prompt prompt,
      Minds minds,
      HouseModel house,
      Object tools,
      Function<LocalDate, ProductFinder> goods,
      Function<Turn, Outcome> otherwise) {
    this.name = name;
    this.house = house;
    this.otherwise = otherwise;
    edition = Script.edition(prompt);
    chooser = minds.of(name, Script.task(Script.CHOOSE), house);
    hands = new Hands(tools);
    script = new Script(prompt);
    writer = new Writer(minds.of(name, Script.task(Script.WRITE), house), house, script, goods);
  }

  public RoleName name() {
    return name;
  }

  /// Version and hash of what its models are told.
  String edition() {
    return edition;
  }

  Made answer(Turn turn) {
    var steps = new ArrayList<Trace.Step>();
    boolean helped = quota.takes(turn.conversation(), turn.now());
    List<Object> results = results(turn, helped && chooser != house, steps);
    Outcome outcome = decided(turn, results, helped, steps);
    return new Made(outcome, new Trace(List.copyOf(steps)));
  }

  /// The house model chooses where it is sure. Another is asked where it is not, and where what it
  /// chose found nothing.
  private List<Object> results(Turn turn, boolean helped, List<Trace.Step> steps) {
    boolean sure = house.sure(turn.text(), hands.names());
    List<Object> results = List.of();
    if (helped && !sure) results = hands.take(advised(turn, steps), turn, steps);
    if (results.isEmpty()) results = hands.take(ours(turn, steps), turn, steps);
    if (!helped || !sure || !unanswered(results)) return results;
    List<Object> again = hands.take(advised(turn, steps), turn, steps);
    return !again.isEmpty() && again.stream().allMatch(Outcome.Answer.class::isInstance)
        ? again
        : results;
  }

  /// A question for which nothing was found: put more plainly, it may have an answer.
  private static boolean unanswered(List<Object> results) {
    return results.stream()
        .anyMatch(
            it -> it instanceof Outcome.ToPerson(var _, var wish) && wish.kind().equals(QUESTION));
  }

  /// What the model chooses, of what there is. To call nearly everything is no choice; and what
  /// changes or proposes something is only done on words that may well mean it.
  private List<ToolExecutionRequest> advised(Turn turn, List<Trace.Step> steps) {
    var request =
        ChatRequest.builder()
            .messages(script.choose(turn))
            .toolSpecifications(hands.specifications())
            .toolChoice(ToolChoice.REQUIRED);
    var said = Steps.asked("choose", chooser, house, request, steps).aiMessage();
    List<ToolExecutionRequest> calls = said.toolExecutionRequests();
    if (calls.size() > Script.CHOOSE.limit("calls")) return List.of();
    return calls.stream()
        .filter(call -> !hands.acts(call.name()) || house.likely(turn.text(), call.name()))
        .toList();
  }

  private List<ToolExecutionRequest> ours(Turn turn, List<Trace.Step> steps) {
    var request =
        ChatRequest.builder()
            .messages(UserMessage.from(turn.text()))
            .toolSpecifications(hands.specifications());
    return Steps.asked("choose", house, house, request, steps).aiMessage().toolExecutionRequests();
  }

  private Outcome decided(Turn turn, List<Object> results, boolean helped, List<Trace.Step> steps) {
    var told = new ArrayList<Told>();
    for (Object result : results) {
      switch (result) {
        case Told words -> told.add(words);
        case Outcome.Answer(Told words) -> told.add(words);
        case Outcome.ToPerson(Told words, var wish) -> {
          told.add(words);
          return new Outcome.ToPerson(together(told), wish);
        }
        case Outcome outcome -> {
          return outcome;
        }
        default -> throw new IllegalStateException("a tool gave " + result.getClass());
      }
    }
    if (told.isEmpty()) return otherwise.apply(turn);
    Told ours = together(told);
    return new Outcome.Answer(helped ? writer.written(turn, ours, steps) : ours);
  }

  private static Told together(List<Told> told) {
    return new Told(
        told.stream().map(Told::say).distinct().collect(Collectors.joining("\n")),
        told.stream().flatMap(words -> words.facts().stream()).toList());
  }
}
