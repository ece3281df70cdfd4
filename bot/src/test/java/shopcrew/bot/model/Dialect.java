package shopcrew.bot.model;

/// The protocols that a stand-in speaks, named as the settings name them.
public enum Dialect {
  OPENAI(new OpenAiSpeech()),
  ANTHROPIC(new AnthropicSpeech()),
  GEMINI(new GeminiSpeech()),
  OLLAMA(new OllamaSpeech());

  final Speech speech;

  Dialect(Speech speech) {
    this.speech = speech;
  }
}
