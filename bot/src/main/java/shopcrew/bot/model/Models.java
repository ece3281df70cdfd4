package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;

/// Puts any OpenAI-compatible model before the house model of a role.
public final class Models {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_ANSWER = 1_000;

  private Models() {}

  /// Without settings every role keeps its house model.
  public static UnaryOperator<ChatModel> of(Config.@Nullable Model settings) {
    return of(settings, PATIENCE);
  }

  static UnaryOperator<ChatModel> of(Config.@Nullable Model settings, Duration patience) {
    if (settings == null) return UnaryOperator.identity();
    ChatModel outside =
        OpenAiChatModel.builder()
            .baseUrl(settings.url())
            .apiKey(settings.key())
            .modelName(settings.name())
            .timeout(patience)
            .maxRetries(1)
            .temperature(0.0)
            .maxTokens(LONGEST_ANSWER)
            .build();
    return house -> new WithFallback(outside, house);
  }
}
