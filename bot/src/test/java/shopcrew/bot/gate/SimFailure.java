package shopcrew.bot.gate;

/// Something that must never be was seen.
final class SimFailure extends AssertionError {
  /// The rule's number, by which a shorter list of events is known to show the same.
  final String rule;

  SimFailure(String rule, String what) {
    super(rule + ": " + what);
    this.rule = rule;
  }

  static void unless(boolean holds, String rule, String what) {
    if (!holds) throw new SimFailure(rule, what);
  }
}
