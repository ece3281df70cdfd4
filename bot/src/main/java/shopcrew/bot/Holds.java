package shopcrew.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Contacts;
import shopcrew.db.Contacts.Holding;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Person;
import shopcrew.db.Tasks.Task;

/// Conversations in which a person of the shop has taken over. There the team is silent until it is
/// handed back, by a tap or after a quiet while.
final class Holds {
  private static final Pattern TAP = Pattern.compile("back:(\\d{1,9})");

  private final Rooms rooms;
  private final InstantSource clock;
  private final Duration quiet;
  private final Interpreter interpreter;
  private final Bundle words = new Bundle("bot");

  Holds(Rooms rooms, InstantSource clock, Duration quiet, Interpreter interpreter) {
    this.rooms = rooms;
    this.clock = clock;
    this.quiet = quiet;
    this.interpreter = interpreter;
  }

  /// A person of the shop has answered there.
  void taken(String conversation, String by) {
    if (rooms.levels().shadow()) return; // nobody else speaks there anyway
    rooms.contacts().take(conversation, by, clock.instant().plus(quiet));
  }

  /// Who answers there instead of the team, or empty.
  Optional<Holding> in(Conversation conversation) {
    if (conversation.person() != null) return Optional.empty();
    Instant now = clock.instant();
    return rooms
        .contacts()
        .holding(conversation.id())
        .filter(held -> now.isBefore(held.until()))
        .filter(_ -> !rooms.levels().shadow());
  }

  /// The customer has said something more. Who writes in the platform's own app has seen it there;
  /// anybody else gets it as something to answer.
  ///
  /// @param all what it came with
  void pass(Conversation from, Holding held, List<Arrived> all, String text) {
    var beside =
        held.by().equals(Contacts.APP) ? Interpreter.NOTHING : interpreter.beside(from.id(), text);
    rooms
        .database()
        .writing(
            _ -> {
              pass(from, held, text, from.id() + "/" + all.getLast().seq(), beside);
              rooms.inbox().done(all.stream().map(Arrived::seq).toList());
            });
  }

  private void pass(
      Conversation from, Holding held, String text, String cause, Interpreter.Lines beside) {
    if (held.by().equals(Contacts.APP)) return;
    if (rooms.tasks().ofSubject(cause).isPresent()) return;
    int number =
        rooms.tasks().add("talk", text, from.id(), from.customer(), cause, false, clock.instant());
    for (String to : rooms.people().conversations(held.by())) {
      String language = rooms.conversations().find(to).orElseThrow().language();
      String name = from.name().isEmpty() ? words.say(language, "a_customer") : from.name();
      rooms
          .outbox()
          .add(
              to,
              "service",
              "task",
              words.say(
                  language,
                  "held.more",
                  "number",
                  number,
                  "name",
                  name,
                  "text",
                  text,
                  "beside",
                  beside.under(language)),
              List.of(
                  new Button(words.say(language, "task.reply"), "task:" + number + ":reply"),
                  backButton(language, number)),
              "task:" + number,
              "",
              "");
    }
  }

  Button backButton(String language, int task) {
    return new Button(words.say(language, "held.back"), "back:" + task);
  }

  /// True if the tapped button gives a conversation back.
  boolean tap(Conversation in, String person, String token, long seq) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return false;
    Task task = rooms.tasks().find(Integer.parseInt(tap.group(1))).orElse(null);
    String held = task == null ? null : task.conversation();
    String key = held != null && rooms.contacts().handBack(held) ? "held.over" : "held.was";
    if (task != null && task.kind().equals("talk")) {
      rooms.tasks().done(task.number(), "", person, clock.instant());
    }
    rooms.outbox().add(in.id(), "service", words.say(in.language(), key), List.of(), "in:" + seq);
    return true;
  }

  /// What has been quiet for long enough is handed back.
  void tick() {
    for (Holding held : rooms.contacts().over(clock.instant())) {
      rooms
          .database()
          .writing(
              _ -> {
                if (!rooms.contacts().handBack(held.conversation())) return;
                tell(held);
              });
    }
  }

  private void tell(Holding held) {
    var of = rooms.conversations().find(held.conversation()).orElseThrow();
    var readers =
        held.by().equals(Contacts.APP)
            ? rooms.people().approvers().stream().map(Person::id).toList()
            : List.of(held.by());
    for (String person : readers) {
      for (String to : rooms.people().conversations(person)) {
        String language = rooms.conversations().find(to).orElseThrow().language();
        String name = of.name().isEmpty() ? words.say(language, "a_customer") : of.name();
        rooms
            .outbox()
            .add(
                to,
                "service",
                words.say(language, "held.quiet", "name", name),
                List.of(),
                "quiet:" + held.conversation() + ":" + held.until().toEpochMilli());
      }
    }
  }
}
