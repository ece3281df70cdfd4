package shopcrew.bot.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.look.ModelLook;
import shopcrew.bot.look.Seen;

/// Finds out by five short questions what a model can do. It ends at the first question to which
/// nobody answers, so that a model that is down is not waited for five times.
final class ModelTrial {
  /// In the order in which it is asked for them.
  enum Skill {
    ANSWERS,
    CALLS,
    JSON,
    SEES,
    HEARS
  }

  private static final ObjectMapper READER = new ObjectMapper();

  /// In tokens.
  private static final int SHORT = 100;

  private static final String CODE = "BN-1017";
  private static final ToolSpecification STOCK =
      ToolSpecification.builder()
          .name("stock")
          .description("How many of a product are left.")
          .parameters(JsonObjectSchema.builder().addStringProperty("code").required("code").build())
          .build();

  private final ChatModel client;
  private final InstantSource clock;
  private final Set<Skill> can = EnumSet.noneOf(Skill.class);
  private long in;
  private long out;
  private boolean counted = true;
  private boolean thinks;

  private ModelTrial(ChatModel client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /// @param trouble why it could not be tried to the end, if so
  /// @param counted whether the model told how many tokens each answer took
  /// @param thinks whether it thinks before it answers
  record Found(
      Set<Skill> can,
      @Nullable Seen<ChatResponse> trouble,
      long in,
      long out,
      boolean counted,
      boolean thinks,
      Duration took) {}

  static Found of(ChatModel client, InstantSource clock) {
    return new ModelTrial(client, clock).asked();
  }

  private Found asked() {
    Instant begun = clock.instant();
    Seen<ChatResponse> trouble = null;
    for (Skill skill : Skill.values()) {
      Seen<ChatResponse> seen = tried(skill);
      if (seen instanceof Seen.Good<ChatResponse>(var answer, _)) {
        count(answer);
        if (shows(skill, answer)) can.add(skill);
      } else if (skill == Skill.ANSWERS || ends(seen)) {
        trouble = seen;
        break;
      }
    }
    Duration took = Duration.between(begun, clock.instant());
    return new Found(can, trouble, in, out, counted, thinks, took);
  }

  /// The answers are kept short, unless the model thinks first: that counts as well.
  private Seen<ChatResponse> tried(Skill skill) {
    ChatRequest.Builder question = question(skill);
    if (thinks) return ModelLook.ask(client, question.build());
    Seen<ChatResponse> seen = ModelLook.ask(client, question.maxOutputTokens(SHORT).build());
    if (!(seen instanceof Seen.Good<ChatResponse>(var answer, _)) || !cutOff(answer)) return seen;
    count(answer);
    thinks = true;
    return ModelLook.ask(client, question(skill).build());
  }

  private static boolean cutOff(ChatResponse answer) {
    AiMessage said = answer.aiMessage();
    boolean nothing = text(said).isEmpty() && !said.hasToolExecutionRequests();
    return nothing && answer.finishReason() == FinishReason.LENGTH;
  }

  private static String text(AiMessage said) {
    return said.text() == null ? "" : said.text().strip();
  }

  /// A refusal of a picture says something of the model, a line that broke does not.
  private static boolean ends(Seen<ChatResponse> seen) {
    return switch (seen) {
      case Seen.Unreached<ChatResponse> _ -> true;
      case Seen.Wrong<ChatResponse>(String why, _) -> List.of("key", "credit").contains(why);
      case Seen.Good<ChatResponse> _ -> false;
    };
  }

  private void count(ChatResponse answer) {
    var usage = answer.tokenUsage();
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
      counted = false;
      return;
    }
    in += usage.inputTokenCount();
    out += usage.outputTokenCount();
  }

  private static ChatRequest.Builder question(Skill skill) {
    return switch (skill) {
      case ANSWERS -> asks("Say OK.");
      case CALLS ->
          asks("How many of " + CODE + " are left?")
              .toolSpecifications(STOCK)
              .toolChoice(ToolChoice.REQUIRED);
      case JSON ->
          asks("Answer with this JSON object and nothing else: {\"code\":\"" + CODE + "\"}");
      case SEES ->
          asks(
              "Which number is in the picture? Only its digits.",
              ImageContent.from(Samples.png(), "image/png", ImageContent.DetailLevel.LOW));
      case HEARS ->
          asks("What do you hear? One word.", AudioContent.from(Samples.wav(), "audio/wav"));
    };
  }

  private static ChatRequest.Builder asks(String words, Content... beside) {
    var contents = new ArrayList<Content>(List.of(beside));
    contents.add(TextContent.from(words));
    return ChatRequest.builder().messages(UserMessage.from(contents));
  }

  /// Whether the answer is what was asked for. Of a sound it is enough that it was taken.
  private static boolean shows(Skill skill, ChatResponse answer) {
    AiMessage said = answer.aiMessage();
    String text = text(said);
    return switch (skill) {
      case ANSWERS, HEARS -> !text.isEmpty();
      case CALLS -> said.toolExecutionRequests().stream().anyMatch(ModelTrial::asWanted);
      case JSON -> CODE.equals(code(text));
      case SEES -> text.contains(Samples.NUMBER);
    };
  }

  private static boolean asWanted(ToolExecutionRequest call) {
    return call.name().equals(STOCK.name()) && CODE.equals(code(call.arguments()));
  }

  private static String code(@Nullable String json) {
    try {
      return READER.readTree(json == null ? "" : json).path("code").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
