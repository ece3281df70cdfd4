package shopcrew.bot.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import shopcrew.bot.Allowance;
import shopcrew.bot.Config;
import shopcrew.roles.Minds;
import shopcrew.roles.RoleName;
import shopcrew.roles.model.Billed;

/// Models behind a team, with a clock that the story moves and a purse that it looks into.
final class ModelWorld implements InstantSource {
  static final ChatResponse HOUSE =
      ChatResponse.builder()
          .aiMessage(dev.langchain4j.data.message.AiMessage.from("在的，您说。"))
          .build();

  Instant now = Instant.parse("2026-11-21T09:00:00Z");
  final List<Duration> waits = new ArrayList<>();
  final Purse purse = new Purse();

  /// What is left, and what was counted.
  static final class Purse implements Allowance {
    long left = 1_000_000;
    long spent;
    int asked;

    @Override
    public boolean may(long worst) {
      asked++;
      return worst <= left;
    }

    @Override
    public void ran(long worst, long cost) {
      left -= cost;
      spent += cost;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Every protocol, whole and in pieces.
  static Stream<Arguments> ways() {
    return Stream.of(Dialect.values())
        .flatMap(it -> Stream.of(Arguments.of(it, false), Arguments.of(it, true)));
  }

  static StandIn speaking(Dialect dialect, boolean streams) {
    StandIn model = StandIn.speaking(dialect).waitedFor(Duration.ofSeconds(20));
    return streams ? model.streaming() : model;
  }

  /// Who writes for Mei's customers: these in their order, then the house model.
  ChatModel writer(StandIn... models) {
    List<Config.Model> order = Stream.of(models).map(StandIn::settings).toList();
    return minds(new Config.Models(order, List.of(), Map.of()))
        .of(RoleName.CUSTOMER_SERVICE, Minds.Task.WRITE, house());
  }

  Minds minds(Config.Models settings) {
    return Models.of(settings, this, this::waits).metered(purse);
  }

  private void waits(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  static ChatModel house() {
    return new ChatModel() {
      @Override
      public ChatResponse doChat(ChatRequest request) {
        return HOUSE;
      }
    };
  }

  static ChatRequest words(String text) {
    return ChatRequest.builder().messages(messages(text)).build();
  }

  static ChatRequest choice(String text, String... tools) {
    return ChatRequest.builder()
        .messages(messages(text))
        .toolSpecifications(Stream.of(tools).map(ModelWorld::tool).toList())
        .toolChoice(ToolChoice.REQUIRED)
        .build();
  }

  private static List<ChatMessage> messages(String text) {
    return List.of(SystemMessage.from("You work in Mei's shop."), UserMessage.from(text));
  }

  private static ToolSpecification tool(String name) {
    return ToolSpecification.builder()
        .name(name)
        .description("does " + name)
        .parameters(
            JsonObjectSchema.builder().addStringProperty("message").required("message").build())
        .build();
  }

  static Billed bill(ChatResponse answer) {
    if (answer.metadata() instanceof Billed billed) return billed;
    throw new AssertionError("an answer without a bill");
  }
}
