package shopcrew.bot.learning;

import shopcrew.db.Tasks.Task;

/// A task that came of a message is named after it: the conversation, a stroke, its number.
final class Causes {
  private Causes() {}

  /// The number of the message that a task came of, or 0.
  static long message(Task task) {
    String cause = task.subject();
    if (cause == null) return 0;
    String number = cause.substring(cause.lastIndexOf('/') + 1);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }
}
