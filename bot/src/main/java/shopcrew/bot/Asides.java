package shopcrew.bot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.learning.Learning;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.People.Person;
import shopcrew.db.ReadyReplies.Reply;
import shopcrew.db.Tasks.Task;

/// What an owner says beside the talk with the team: the answer to a customer who waits.
final class Asides {
  private static final Duration TO_TYPE = Duration.ofMinutes(30);
  private static final Pattern TAP =
      Pattern.compile("task:(\\d{1,9}):(reply|done|send:(\\d{1,4}))");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?:回复|答复|reply(?: to)?)\\s*#?\\s*(\\d{1,9})\\s*号?\\s*[:：,，]\\s*(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Rooms rooms;
  private final InstantSource clock;
  private final Holds holds;
  private final Doubts doubts;
  private final OrderBook orders;
  private final PromiseBook promises;
  private final Learning learning;
  private final Notebook notebook;
  private final Interpreter interpreter;
  private final Bundle words = new Bundle("bot");

  Asides(
      Rooms rooms,
      InstantSource clock,
      Holds holds,
      Doubts doubts,
      OrderBook orders,
      PromiseBook promises,
      Learning learning,
      Notebook notebook,
      Interpreter interpreter) {
    this.rooms = rooms;
    this.clock = clock;
    this.holds = holds;
    this.doubts = doubts;
    this.orders = orders;
    this.promises = promises;
    this.learning = learning;
    this.notebook = notebook;
    this.interpreter = interpreter;
  }

  /// True if the tapped button was one of a task, of a conversation that is handed back, of a line
  /// that may not have arrived, of an order, or of a lesson.
  boolean tap(Conversation in, String person, Inbox.Arrived arrived) {
    String token = arrived.item().token();
    return rooms
        .database()
        .write(
            _ -> {
              boolean ours =
                  task(in, person, arrived)
                      || holds.tap(in, person, token, arrived.seq())
                      || promises.tap(in, token, arrived.seq())
                      || doubts.tap(in, token, arrived.seq())
                      || orders.tap(in, person, token, arrived.seq())
                      || notebook.tap(in, person, token, arrived.seq());
              if (ours) rooms.inbox().done(arrived.seq());
              return ours;
            });
  }

  private boolean task(Conversation conversation, String person, Inbox.Arrived arrived) {
    Matcher tap = TAP.matcher(arrived.item().token());
    if (!tap.matches()) return false;
    int number = Integer.parseInt(tap.group(1));
    Task task = rooms.tasks().find(number).orElse(null);
    if (task == null || !task.open() || task.conversation() == null) {
      say(conversation, "task.closed", number, arrived);
    } else if (tap.group(2).equals("done")) {
      rooms.tasks().done(number, "", person, clock.instant());
      say(conversation, "task.ticked", number, arrived);
    } else if (tap.group(3) != null) {
      rooms
          .replies()
          .find(number, Integer.parseInt(tap.group(3)))
          .ifPresentOrElse(
              reply -> answer(conversation, person, arrived, number, reply),
              () -> say(conversation, "task.closed", number, arrived));
    } else {
      rooms
          .conversations()
          .waitsFor(conversation.id(), Pendings.task(number, clock.instant().plus(TO_TYPE)));
      say(conversation, "task.type", number, arrived);
    }
    return true;
  }

  /// True if the words were an answer to a customer.
  boolean takes(Conversation conversation, String person, Inbox.Arrived arrived) {
    Matcher reply = REPLY.matcher(arrived.item().text().strip());
    int number = Pendings.task(conversation.pending(), clock.instant());
    String text = arrived.item().text().strip();
    if (reply.matches()) {
      number = Integer.parseInt(reply.group(1));
      text = reply.group(2).strip();
    }
    if (number == 0) return false;
    int answered = number;
    String words = text;
    if (interpreter.offers(conversation, arrived, answered, words)) return true;
    rooms
        .database()
        .writing(
            _ -> {
              answer(conversation, person, arrived, answered, new Reply(words, "", words));
              rooms.inbox().done(arrived.seq());
            });
    return true;
  }

  /// In one transaction: a customer's answer is never ticked off without being on its way. What is
  /// learned from it, told to others and kept as a promise are the person's own words.
  private void answer(
      Conversation conversation, String person, Inbox.Arrived arrived, int number, Reply reply) {
    String text = reply.own();
    rooms.conversations().waitsFor(conversation.id(), null);
    Task task = rooms.tasks().find(number).orElse(null);
    String to = task == null ? null : task.conversation();
    if (task == null || to == null || !rooms.tasks().done(number, text, person, clock.instant())) {
      say(conversation, "task.closed", number, arrived);
      return;
    }
    Conversation customer = rooms.conversations().find(to).orElseThrow();
    rooms
        .outbox()
        .add(
            to,
            "owner",
            "text",
            words.say(customer.language(), "owner_says", "text", reply.text()),
            List.of(),
            "answer:" + number,
            reply.sources(),
            "");
    holds.taken(to, person);
    learning.answered(task, text);
    String sent = words.say(conversation.language(), "task.sent", "number", number);
    var back = List.of(holds.backButton(conversation.language(), number));
    rooms.outbox().add(conversation.id(), "service", sent, back, "in:" + arrived.seq());
    tellOthers(person, number, text);
    promises.hear(customer, person, text);
  }

  private void tellOthers(String person, int number, String text) {
    String name = rooms.people().find(person).map(Person::name).orElse(person);
    for (Person other : rooms.people().approvers()) {
      if (other.id().equals(person)) continue;
      for (String to : rooms.people().conversations(other.id())) {
        String language = rooms.conversations().find(to).orElseThrow().language();
        String notice =
            words.say(language, "task.answered", "name", name, "number", number, "text", text);
        rooms.outbox().add(to, "service", notice, List.of(), "answered:" + number);
      }
    }
  }

  private void say(Conversation conversation, String key, int number, Inbox.Arrived arrived) {
    String text = words.say(conversation.language(), key, "number", number);
    rooms.outbox().add(conversation.id(), "service", text, List.of(), "in:" + arrived.seq());
  }
}
