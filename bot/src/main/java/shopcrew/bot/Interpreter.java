package shopcrew.bot;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.model.Translator;
import shopcrew.bot.model.Unchanged;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Tasks.Task;
import shopcrew.roles.Quota;
import shopcrew.roles.model.FactGuard;

/// Stands between an owner and a customer who share no language. What a customer writes is shown
/// with a translation under it; what an owner answers is shown translated before it is sent. A
/// model's translation is marked as one, and never sent unseen.
final class Interpreter {
  /// No translation of anything.
  static final Lines NOTHING = new Lines(Map.of());

  private static final int LONGEST = 800;

  private final Rooms rooms;
  private final Translator translator;
  private final Unchanged unchanged;
  private final InstantSource clock;
  private final Quota quota = new Quota();
  private final Bundle words = new Bundle("bot");

  Interpreter(Rooms rooms, Translator translator, Unchanged unchanged, InstantSource clock) {
    this.clock = clock;
    this.rooms = rooms;
    this.translator = translator;
    this.unchanged = unchanged;
  }

  /// A text in the languages of those who read it.
  record Lines(Map<String, String> byLanguage) {
    /// A line of its own, or nothing.
    String under(String language) {
      String line = byLanguage.get(language);
      return line == null ? "" : "\n" + line;
    }
  }

  /// A customer's words for the owners. It asks a model: never within a transaction, and not
  /// without end for one conversation.
  Lines beside(String conversation, String text) {
    if (!quota.takes(conversation, clock.instant())) return NOTHING;
    var lines = new TreeMap<String, String>();
    rooms.owners().stream()
        .map(Conversation::language)
        .distinct()
        .forEach(to -> translated(to, text).ifPresent(line -> lines.put(to, line)));
    return new Lines(lines);
  }

  /// With another figure in it, no translation is better than that one.
  private Optional<String> translated(String language, String text) {
    return translator
        .into(language, text)
        .filter(said -> unchanged.holds(text, said))
        .map(said -> words.say(language, "beside", "text", shown(said)));
  }

  /// Shows an owner the answer to a customer translated before anything is sent; false: it goes out
  /// as it is, for the customer reads it or no model is there. Never within a transaction.
  boolean offers(Conversation owner, Arrived arrived, int number, String text) {
    Task task = rooms.tasks().find(number).orElse(null);
    String to = task == null || !task.open() ? null : task.conversation();
    if (to == null) return false;
    String language = rooms.conversations().find(to).orElseThrow().language();
    String said = translator.into(language, text).map(Gate::unmarked).orElse("");
    if (said.isEmpty()) return false;
    boolean same = unchanged.holds(text, said) && means(owner.language(), said, text);
    rooms
        .database()
        .writing(
            _ -> {
              Optional<String> translation = same ? Optional.of(said) : Optional.empty();
              int put = rooms.replies().offer(number, translation, text);
              offer(owner, arrived, number, put, language, text, same ? said : "");
              rooms.inbox().done(arrived.seq());
            });
    return true;
  }

  /// Whether it still says the same when it is translated back: no figure, no yes or no, and no
  /// promise of its own.
  private boolean means(String language, String said, String text) {
    String back = translator.into(language, said).orElse("");
    return unchanged.holds(text, back) && FactGuard.faithful(text, back);
  }

  private void offer(
      Conversation owner,
      Arrived arrived,
      int number,
      int put,
      String to,
      String text,
      String said) {
    String language = owner.language();
    String send = "task:" + number + ":send:";
    var own = new Button(words.say(language, "translated.own"), send + (put + 1));
    var translation = new Button(words.say(language, "translated.send"), send + put);
    String name = Locale.of(to).getDisplayLanguage(Locale.of(language));
    String shown =
        said.isEmpty()
            ? words.say(language, "translated.not", "number", number, "text", text)
            : words.say(
                language,
                "translated",
                "to",
                name,
                "number",
                number,
                "text",
                text,
                "translation",
                said);
    var buttons = said.isEmpty() ? List.of(own) : List.of(translation, own);
    rooms.outbox().add(owner.id(), "service", shown, buttons, "in:" + arrived.seq());
  }

  private static String shown(String text) {
    String plain = Gate.unmarked(text).strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
