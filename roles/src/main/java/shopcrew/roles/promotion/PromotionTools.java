package shopcrew.roles.promotion;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// What the promotion specialist can do.
public final class PromotionTools {
  private final Store store;
  private final Words words;

  public PromotionTools(Store store, Words words) {
    this.store = store;
    this.words = words;
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P("the message as it was said") String message, InvocationParameters with) {
    return Told.of(words.say(Turn.of(with).language(), "introduce"));
  }
}
