package shopcrew.roles;

import dev.langchain4j.model.chat.ChatModel;

/// Which model does which work of which role. The house model stands behind every one of them.
@FunctionalInterface
public interface Minds {
  /// The house model does everything.
  Minds HOUSE = (_, _, house) -> house;

  /// What a model is asked for: to choose a tool, which a cheap one can, or to write.
  enum Task {
    CHOOSE,
    WRITE
  }

  /// @param house the role's own model, which answers where no other does
  ChatModel of(RoleName role, Task task, ChatModel house);
}
