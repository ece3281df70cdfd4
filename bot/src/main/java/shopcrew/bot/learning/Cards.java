package shopcrew.bot.learning;

import java.util.List;
import java.util.function.Function;
import shopcrew.bot.Rooms;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox.Button;

/// What the owners are shown, each in their own language and alone.
final class Cards {
  private static final int SHOWN = 300;
  private final Rooms rooms;
  private final Bundle words;

  Cards(Rooms rooms, Bundle words) {
    this.rooms = rooms;
    this.words = words;
  }

  /// @param text in a language
  /// @param buttons in a language
  void tell(String cause, Function<String, String> text, Function<String, List<Button>> buttons) {
    for (Conversation to : rooms.owners()) {
      if (to.shared()) continue;
      String language = to.language();
      rooms
          .outbox()
          .notice(
              to.id(),
              "service",
              Gate.unmarked(text.apply(language)),
              buttons.apply(language),
              cause);
    }
  }

  String name(Conversation of, String language) {
    if (of.person() != null) return words.say(language, "you");
    return of.name().isEmpty() ? words.say(language, "a_customer") : of.name();
  }

  /// The buttons of a task that a person answers.
  List<Button> answers(int task, String language) {
    return List.of(
        new Button(words.say(language, "task.reply"), "task:" + task + ":reply"),
        new Button(words.say(language, "task.done"), "task:" + task + ":done"));
  }

  static String shortened(String text) {
    return text.substring(0, Math.min(SHOWN, text.length())).strip();
  }
}
