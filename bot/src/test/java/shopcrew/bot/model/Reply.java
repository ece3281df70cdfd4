package shopcrew.bot.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;

/// What a stand-in does with a question.
public sealed interface Reply {
  /// Words, calls, or both.
  record Said(String text, List<Call> calls) implements Reply {}

  /// An answer of that status.
  ///
  /// @param retryAfter in seconds, or empty
  record Refused(int status, String retryAfter, String complaint) implements Reply {}

  /// A good answer of which only the first half arrives.
  record CutOff(Said said) implements Reply {}

  /// Status 200 and this, whatever it is.
  record Raw(String body) implements Reply {}

  /// Takes the question and never answers.
  record Silence() implements Reply {}

  static Reply says(String text) {
    return new Said(text, List.of());
  }

  static Reply calls(Call... calls) {
    return new Said("", List.of(calls));
  }

  static Reply calls(String tool) {
    return calls(Call.of(tool));
  }

  static Reply error(int status) {
    return new Refused(status, "", "out of order");
  }

  /// What a model in process answered.
  static Reply of(ChatResponse answer) {
    var said = answer.aiMessage();
    var calls =
        said.toolExecutionRequests().stream()
            .map(call -> new Call(call.name(), call.arguments()))
            .toList();
    return new Said(said.text() == null ? "" : said.text(), calls);
  }
}
