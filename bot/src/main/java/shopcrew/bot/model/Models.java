package shopcrew.bot.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Allowance;
import shopcrew.bot.Config;
import shopcrew.roles.Minds;

/// Puts any OpenAI-compatible model before the house model of a role.
public final class Models {
  static final int LONGEST_ANSWER = 1_000;

  private Models() {}

  /// How a role's model is made, once it is known what pays for it.
  @FunctionalInterface
  public interface Way {
    Minds metered(Allowance allowance);
  }

  /// Every role keeps its house model, which costs nothing.
  public static Way house() {
    return _ -> Minds.HOUSE;
  }

  /// Without settings every role keeps its house model.
  public static Way of(Config.@Nullable Models settings) {
    if (settings == null) return house();
    Config.Model first = settings.order().getFirst();
    return of(first, first.timeout());
  }

  static Way of(Config.Model settings, Duration patience) {
    ChatModel outside =
        OpenAiChatModel.builder()
            .httpClientBuilder(Line.within(patience))
            .baseUrl(settings.url())
            .apiKey(settings.key())
            .modelName(settings.name())
            .timeout(patience)
            .maxRetries(1)
            .temperature(0.0)
            .maxTokens(LONGEST_ANSWER)
            .build();
    return allowance ->
        (_, _, house) ->
            new WithFallback(
                new Metered(outside, allowance, settings.prices(), InstantSource.system()), house);
  }
}
