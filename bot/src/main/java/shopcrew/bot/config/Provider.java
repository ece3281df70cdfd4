package shopcrew.bot.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whose way of speaking a model understands.
public enum Provider {
  /// The way that most others speak as well: DeepSeek, Qwen, vLLM, llama.cpp and many more.
  OPENAI,
  ANTHROPIC,
  GEMINI,
  OLLAMA;

  /// How they may be called in the settings.
  public static List<String> words() {
    return Arrays.stream(values()).map(Provider::word).toList();
  }

  /// OpenAI's, if that word names none.
  public static Provider of(String word) {
    return values()[Math.max(0, words().indexOf(word))];
  }

  /// As it stands in the settings.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether everybody finds it at the same address.
  public boolean hasUsualAddress() {
    return this == ANTHROPIC || this == GEMINI;
  }

  /// Whether it only lets in whoever has a key.
  public boolean asksForKey() {
    return this != OLLAMA;
  }
}
