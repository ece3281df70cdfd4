package shopcrew.bot.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.gate.Keypads.Purpose;
import shopcrew.bot.gate.Keypads.Session;
import shopcrew.bot.gate.Tokens.Action;

/// Puts a keypad into somebody's chat.
final class Pad {
  private final Desk desk;

  Pad(Desk desk) {
    this.desk = desk;
  }

  /// Whether this person can enter a PIN now; if not, they are told what to do.
  boolean ready(Notices.Reader reader, Instant now) {
    var kept = desk.pins().of(reader.person());
    if (kept.isEmpty()) {
      String token = setting(reader, "pin", now);
      var button = desk.notices().button(reader, "button.set_pin", token);
      desk.notices().answer(reader, List.of(button), "pin.none");
      return false;
    }
    if (kept.get().locked(now)) {
      desk.notices().answer(reader, "pin.locked", "at", later(kept.get().lockedUntil()));
      return false;
    }
    if (!kept.get().counts(now)) {
      desk.notices().answer(reader, "pin.soon", "at", later(kept.get().countsFrom()));
      return false;
    }
    return true;
  }

  void step(Intent intent, Notices.Reader reader, Instant now) {
    String text = desk.cards().pin(intent.doc(), reader.language());
    open(Purpose.STEP, intent, reader, "", "", text, now);
  }

  void again(Intent intent, Notices.Reader reader, Instant now) {
    String text = desk.cards().pin(intent.doc(), reader.language());
    open(Purpose.AGAIN, intent, reader, "", "", text, now);
  }

  /// @param key the sentence that says what the digits are for
  void ask(
      Purpose purpose,
      @Nullable Intent intent,
      Notices.Reader reader,
      String note,
      String first,
      String key,
      Instant now) {
    String text =
        desk.words().say(reader.language(), "header")
            + "\n"
            + desk.notices().text(reader.language(), key);
    open(purpose, intent, reader, note, first, text, now);
  }

  private void open(
      Purpose purpose,
      @Nullable Intent intent,
      Notices.Reader reader,
      String note,
      String first,
      String text,
      Instant now) {
    var session =
        new Session(
            purpose,
            reader.person(),
            reader.conversation(),
            intent == null ? null : intent.id(),
            intent == null ? null : intent.docHash(),
            note,
            desk.state().epoch(),
            now.plus(Keypads.OPEN),
            new StringBuilder(),
            first);
    var buttons =
        desk.keypads()
            .open(
                session,
                desk.words().say(reader.language(), "button.cancel"),
                desk.words().say(reader.language(), "button.back"));
    desk.notices().send(reader, "keypad", text, buttons, "gate/keypad/" + UUID.randomUUID());
  }

  String setting(Notices.Reader reader, String note, Instant now) {
    return desk.tokens()
        .issue(
            Action.SETTING,
            null,
            reader.person(),
            reader.conversation(),
            desk.state().epoch(),
            now,
            now.plus(Menu.OPEN),
            note);
  }

  private java.util.function.UnaryOperator<String> later(Instant at) {
    return language -> desk.cards().time(at, language);
  }
}
