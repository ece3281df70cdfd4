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

  /// An owner could have let it go out as the model wrote it: right, nothing held back, and no
  // other
  /// model put in its place.
  boolean sendable() {
    return right() && held().findAny().isEmpty() && !houseStepsIn();
  }

  boolean houseStepsIn() {
    return asked().anyMatch(asked -> !asked.instead().isEmpty());
  }

  Stream<Trace.Asked> asked() {
    return steps.stream().filter(Trace.Asked.class::isInstance).map(Trace.Asked.class::cast);
  }

  Stream<Trace.Held> held() {
    return steps.stream().filter(Trace.Held.class::isInstance).map(Trace.Held.class::cast);
  }
}
