package shopcrew.bot.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Config;

/// Builds the client that a model's settings ask for. The same question is to get the same answer:
/// no chance in the choice of words, and the same seed where there is one and it is taken.
public final class Clients {
  /// In tokens. An answer is much shorter; some models think before it, and that counts.
  static final int LONGEST_ANSWER = 4_000;

  private static final double NO_CHANCE = 0.0;
  private static final int SEED = 7;

  /// A local server would cut off the beginning of what is longer than its own usual room.
  private static final int ROOM = 16_384;

  /// Who answers in pieces begins soon; then there is time left to ask once more.
  private static final int PATIENCE_WITH_SILENCE = 3;

  private static final String ANTHROPIC = "https://api.anthropic.com/v1";
  private static final String GEMINI = "https://generativelanguage.googleapis.com/v1beta";

  private Clients() {}

  /// Asks once: what fails is told, not tried again.
  public static ChatModel of(Config.Model model) {
    HttpClientBuilder line = line(model);
    return switch (model.provider()) {
      case OPENAI -> Plainer.of(openAi(model, line, false), openAi(model, line, true));
      case ANTHROPIC -> Plainer.of(anthropic(model, line, false), anthropic(model, line, true));
      case GEMINI -> gemini(model, line);
      case OLLAMA -> Plainer.unforced(ollama(model, line));
    };
  }

  private static HttpClientBuilder line(Config.Model model) {
    Duration patience = model.timeout();
    return Line.within(
        patience, model.streams() ? patience.dividedBy(PATIENCE_WITH_SILENCE) : patience);
  }

  private static String url(Config.Model model, String usual) {
    return model.url().isEmpty() ? usual : model.url();
  }

  private static ChatModel openAi(Config.Model model, HttpClientBuilder line, boolean plain) {
    @Nullable Double chance = plain ? null : NO_CHANCE;
    @Nullable Integer seed = plain ? null : SEED;
    @Nullable Integer most = plain ? null : LONGEST_ANSWER;
    @Nullable Integer mostOfAll = plain ? LONGEST_ANSWER : null;
    if (model.streams()) {
      return new Collected(
          OpenAiStreamingChatModel.builder()
              .httpClientBuilder(line)
              .baseUrl(model.url())
              .apiKey(model.key())
              .modelName(model.name())
              .temperature(chance)
              .seed(seed)
              .maxTokens(most)
              .maxCompletionTokens(mostOfAll)
              .build());
    }
    return OpenAiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(model.url())
        .apiKey(model.key())
        .modelName(model.name())
        .maxRetries(0)
        .temperature(chance)
        .seed(seed)
        .maxTokens(most)
        .maxCompletionTokens(mostOfAll)
        .build();
  }

  private static ChatModel anthropic(Config.Model model, HttpClientBuilder line, boolean plain) {
    @Nullable Double chance = plain ? null : NO_CHANCE;
    if (model.streams()) {
      return new Collected(
          AnthropicStreamingChatModel.builder()
              .httpClientBuilder(line)
              .baseUrl(url(model, ANTHROPIC))
              .apiKey(model.key())
              .modelName(model.name())
              .temperature(chance)
              .maxTokens(LONGEST_ANSWER)
              .build());
    }
    return AnthropicChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(url(model, ANTHROPIC))
        .apiKey(model.key())
        .modelName(model.name())
        .maxRetries(0)
        .temperature(chance)
        .maxTokens(LONGEST_ANSWER)
        .build();
  }

  private static ChatModel gemini(Config.Model model, HttpClientBuilder line) {
    if (model.streams()) {
      return new Collected(
          GoogleAiGeminiStreamingChatModel.builder()
              .httpClientBuilder(line)
              .baseUrl(url(model, GEMINI))
              .apiKey(model.key())
              .modelName(model.name())
              .temperature(NO_CHANCE)
              .seed(SEED)
              .maxOutputTokens(LONGEST_ANSWER)
              .build());
    }
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(url(model, GEMINI))
        .apiKey(model.key())
        .modelName(model.name())
        .maxRetries(0)
        .temperature(NO_CHANCE)
        .seed(SEED)
        .maxOutputTokens(LONGEST_ANSWER)
        .build();
  }

  private static ChatModel ollama(Config.Model model, HttpClientBuilder line) {
    if (model.streams()) {
      return new Collected(
          OllamaStreamingChatModel.builder()
              .httpClientBuilder(line)
              .baseUrl(model.url())
              .modelName(model.name())
              .temperature(NO_CHANCE)
              .seed(SEED)
              .numCtx(ROOM)
              .numPredict(LONGEST_ANSWER)
              .build());
    }
    return OllamaChatModel.builder()
        .httpClientBuilder(line)
        .baseUrl(model.url())
        .modelName(model.name())
        .maxRetries(0)
        .temperature(NO_CHANCE)
        .seed(SEED)
        .numCtx(ROOM)
        .numPredict(LONGEST_ANSWER)
        .build();
  }
}
