package shopcrew.roles.storemanager;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// What the store manager can do.
@SuppressWarnings("UnusedVariable")
public final class StoreManagerTools {
  private final Words words;
  private final Store store;

  public StoreManagerTools(Words words, Store store) {
    this.words = words;
    this.store = store;
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P("the message as it was said") String message, InvocationParameters with) {
    return Told.of(words.say(Turn.of(with).language(), "introduce"));
  }
}
