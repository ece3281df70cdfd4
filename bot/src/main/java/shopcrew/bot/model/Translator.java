package shopcrew.bot.model;

import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopcrew.prompts.Prompt;
import shopcrew.prompts.Prompts;
import shopcrew.roles.model.Fence;
import shopcrew.roles.words.Language;

/// Puts a text into another language, where a model is there for it.
public final class Translator {
  private final List<Aide> aides;
  private final Prompt prompt = Prompts.task("interpret");

  public Translator(List<Aide> aides) {
    this.aides = aides;
  }

  /// Whether somebody who reads that language cannot read the text, and there is help.
  public boolean helps(String text, String language) {
    Language written = Language.of(text);
    return !aides.isEmpty()
        && written != Language.UNKNOWN
        && !written.code().equals(language)
        && text.length() <= prompt.limit("characters");
  }

  /// The text in that language, or empty: then the original stands alone.
  public Optional<String> into(String language, String text) {
    if (!helps(text, language)) return Optional.empty();
    return Aide.ask(
            aides,
            prompt.fill(Map.of("language", language)),
            UserMessage.from(Fence.of(Fence.MESSAGE, text)),
            2 * prompt.limit("characters"))
        .filter(said -> in(language, said));
  }

  private static boolean in(String language, String said) {
    Language written = Language.of(said);
    return written == Language.UNKNOWN || written.code().equals(language);
  }
}
