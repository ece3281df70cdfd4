package shopcrew.roles;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.Objects;
import shopcrew.roles.model.Billed;

/// Asks models and writes down what that took.
final class Steps {
  private static final long NANOS = 1_000_000;

  private Steps() {}

  /// A model that fails is the house model's to answer for.
  static ChatResponse asked(
      String task,
      ChatModel model,
      ChatModel house,
      ChatRequest.Builder request,
      List<Trace.Step> steps) {
    long began = System.nanoTime();
    ChatRequest asked = request.build();
    ChatResponse answer;
    String failed = "";
    try {
      answer = model.chat(asked);
    } catch (RuntimeException e) {
      failed = e.getClass().getSimpleName();
      answer = house.chat(asked);
    }
    var usage = answer.metadata() == null ? null : answer.metadata().tokenUsage();
    Billed bill = answer.metadata() instanceof Billed billed ? billed : null;
    steps.add(
        new Trace.Asked(
            task,
            bill == null ? Trace.HOUSE : Objects.requireNonNullElse(bill.modelName(), Trace.HOUSE),
            usage == null ? 0 : Objects.requireNonNullElse(usage.inputTokenCount(), 0),
            usage == null ? 0 : Objects.requireNonNullElse(usage.outputTokenCount(), 0),
            bill == null ? 0 : bill.cost(),
            (System.nanoTime() - began) / NANOS,
            bill == null ? failed : bill.instead()));
    return answer;
  }
}
