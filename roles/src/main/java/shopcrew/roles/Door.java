package shopcrew.roles;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import java.util.stream.Stream;
import shopcrew.roles.model.HouseModel;

/// Leads an owner's message to the colleague whose work it is. A model is asked where the words
/// alone do not tell.
final class Door {
  private static final List<ToolSpecification> COLLEAGUES =
      Stream.of(RoleName.values())
          .map(
              role ->
                  ToolSpecification.builder()
                      .name(HouseModel.COLLEAGUE + role.folder())
                      .parameters(JsonObjectSchema.builder().build())
                      .build())
          .toList();

  private final ChatModel model;
  private final HouseModel house;

  Door(Minds minds, HouseModel house) {
    this.model = minds.of(RoleName.STORE_MANAGER, Script.task(Script.COLLEAGUES), house);
    this.house = house;
  }

  /// @param clear whether the words alone tell
  RoleName leads(String text, boolean clear, List<Trace.Step> steps) {
    RoleName ours = RoleName.ofFolder(house.colleague(text));
    if (clear || model == house) return ours;
    var request =
        ChatRequest.builder()
            .messages(Script.colleagues(text))
            .toolSpecifications(COLLEAGUES)
            .toolChoice(ToolChoice.REQUIRED);
    var said = Steps.asked("choose", model, house, request, steps).aiMessage();
    List<ToolExecutionRequest> calls = said.toolExecutionRequests();
    if (calls.isEmpty() || calls.size() > Script.COLLEAGUES.limit("calls")) return ours;
    ToolExecutionRequest called = calls.getFirst();
    return Stream.of(RoleName.values())
        .filter(role -> called.name().equals(HouseModel.COLLEAGUE + role.folder()))
        .findFirst()
        .orElse(ours);
  }
}
