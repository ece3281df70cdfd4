package shopcrew.bot.exam;

import java.util.List;
import java.util.stream.Stream;
import shopcrew.roles.Trace;

/// One case, asked once and judged.
///
/// @param faults what is wrong with it; none if it is right
/// @param millis from the question to the end of the answer
record Marked(
    Case question, Prediction given, List<String> faults, List<Trace.Step> steps, long millis) {
  static Marked of(Case question, Prediction given, List<Trace.Step> steps, long millis) {
    return new Marked(question, given, Judge.faults(question, given), steps, millis);
  }

  boolean right() {
    return faults.isEmpty();
  }

  /// An owner could have let it go out as the model wrote it: right, and nothing was held back or
  /// written by another.
  boolean sendable() {
    return right()
        && held().findAny().isEmpty()
        && asked().allMatch(asked -> asked.instead().isEmpty());
  }

  boolean houseStepsIn() {
    return asked().anyMatch(it -> it.model().equals(Trace.HOUSE) && !it.instead().isEmpty());
  }

  Stream<Trace.Asked> asked() {
    return steps.stream().filter(Trace.Asked.class::isInstance).map(Trace.Asked.class::cast);
  }

  Stream<Trace.Held> held() {
    return steps.stream().filter(Trace.Held.class::isInstance).map(Trace.Held.class::cast);
  }
}
