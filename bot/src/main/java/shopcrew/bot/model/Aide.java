package shopcrew.bot.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An outside model that does for the shop what the house model cannot: it hears, sees or
/// translates. It gets no tools.
public record Aide(ChatModel model, boolean hears, boolean sees) {
  private static final Logger LOG = LoggerFactory.getLogger(Aide.class);

  /// What the first of them says that says something within that length, or empty.
  static Optional<String> ask(List<Aide> aides, String told, ChatMessage shown, int longest) {
    for (Aide aide : aides) {
      try {
        var request = ChatRequest.builder().messages(SystemMessage.from(told), shown).build();
        String said = aide.model.chat(request).aiMessage().text();
        if (said != null && said.length() <= longest && !said.isBlank()) {
          return Optional.of(said.strip());
        }
        LOG.info("A model said nothing that can be used beside the team's talk");
      } catch (RuntimeException e) {
        LOG.info("A model could not help beside the team's talk: {}", e.toString());
      }
    }
    return Optional.empty();
  }
}
