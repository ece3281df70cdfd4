package shopcrew.bot.model;

import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import shopcrew.prompts.Prompt;
import shopcrew.prompts.Prompts;
import shopcrew.roles.model.Fence;

/// Ears and eyes, where a model has them: a voice note or a picture becomes text. The text is data
/// until its sender has confirmed it.
public final class Senses {
  private static final int LARGEST_PICTURE = 5_000_000;
  private static final int LARGEST_SOUND = 2_000_000;
  private static final int LONGEST_SECONDS = 60;
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");

  /// As a model names it, by what it is called on its way.
  private static final Map<String, String> SOUNDS =
      Map.of("audio/ogg", "ogg", "audio/mpeg", "mp3", "audio/wav", "wav", "audio/mp4", "m4a");
  private static final Pattern NOTHING = Pattern.compile("[\\p{P}\\p{S}\\s]*");

  private final List<Aide> aides;
  private final Prompt hear = Prompts.task("hear");
  private final Prompt see = Prompts.task("see");

  public Senses(List<Aide> aides) {
    this.aides = aides;
  }

  public boolean hears() {
    return aides.stream().anyMatch(Aide::hears);
  }

  public boolean sees() {
    return aides.stream().anyMatch(Aide::sees);
  }

  /// What is said or seen in it; empty where no model can tell or it is too large or too long.
  ///
  /// @param type such as `image/jpeg`
  /// @param beside what the sender wrote to it
  /// @param language in which a picture is told
  public Optional<String> read(String type, byte[] content, String beside, String language) {
    String base64 = Base64.getEncoder().encodeToString(content);
    if (PICTURES.contains(type) && content.length <= LARGEST_PICTURE) {
      ChatMessage shown =
          UserMessage.from(
              TextContent.from(Fence.of(Fence.MESSAGE, beside)), ImageContent.from(base64, type));
      String told = see.fill(Map.of("language", language));
      return text(Aide.ask(which(Aide::sees), told, shown, see.limit("characters")));
    }
    String format = SOUNDS.get(type);
    if (format == null || content.length > LARGEST_SOUND) return Optional.empty();
    if (Sound.seconds(type, content) > LONGEST_SECONDS) return Optional.empty();
    return text(
        Aide.ask(
            which(Aide::hears),
            hear.fill(Map.of()),
            UserMessage.from(AudioContent.from(base64, "audio/" + format)),
            hear.limit("characters")));
  }

  private List<Aide> which(Predicate<Aide> can) {
    return aides.stream().filter(can).toList();
  }

  /// A hyphen alone says that there is nothing.
  private static Optional<String> text(Optional<String> said) {
    return said.filter(words -> !NOTHING.matcher(words).matches());
  }
}
