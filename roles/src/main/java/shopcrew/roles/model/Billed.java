package shopcrew.roles.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import java.util.Objects;

/// What an answer of a model cost, and why no better model gave it.
public final class Billed extends ChatResponseMetadata {
  private final long cost;
  private final String instead;

  private Billed(ChatResponseMetadata of, String model, long cost, String instead) {
    super(of.toBuilder().modelName(model));
    this.cost = cost;
    this.instead = instead;
  }

  /// The same answer with its bill.
  ///
  /// @param model the name under which the shop knows the model
  /// @param cost in millionths of the unit of the shop's currency
  /// @param instead why the models before it did not answer, or empty
  public static ChatResponse of(ChatResponse answer, String model, long cost, String instead) {
    ChatResponseMetadata of =
        answer.metadata() == null ? ChatResponseMetadata.builder().build() : answer.metadata();
    return ChatResponse.builder()
        .aiMessage(answer.aiMessage())
        .metadata(new Billed(of, model, cost, instead))
        .build();
  }

  public long cost() {
    return cost;
  }

  public String instead() {
    return instead;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof Billed billed
        && cost == billed.cost
        && instead.equals(billed.instead);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), cost, instead);
  }
}
