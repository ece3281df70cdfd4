package shopcrew.bot.gate;

import org.jspecify.annotations.Nullable;

/// A button as it was shown: to whom, where, for what, when.
final class SimButton {
  enum Action {
    LOOK,
    NO,
    CONFIRM,
    UNDO,
    SMALLER,
    STOP,
    RESUME,
    PAID,
    NOT_DONE,
    AGAIN,
    WENT_OUT,
    NOT_OUT,
    REVOKE,
    SET_PIN,
    SETTING,
    KEY
  }

  final String person;
  final String conversation;
  final @Nullable String intent;
  final Action action;
  final String label;
  final String token;
  final long line;
  final long epoch;
  final long at;

  /// A4: it has had its effect.
  boolean spent;

  SimButton(
      String person,
      String conversation,
      @Nullable String intent,
      Action action,
      String label,
      String token,
      long line,
      long epoch,
      long at) {
    this.person = person;
    this.conversation = conversation;
    this.intent = intent;
    this.action = action;
    this.label = label;
    this.token = token;
    this.line = line;
    this.epoch = epoch;
    this.at = at;
  }
}
