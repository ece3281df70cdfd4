package shopcrew.bot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.learning.Learning;
import shopcrew.bot.turns.Diary;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.Outcome;
import shopcrew.roles.Outcome.Wish;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// Turns a role's outcome into what is said, filed or brought to the gate.
final class Answers {
  private static final int SHOWN = 300;
  private final Rooms rooms;
  private final Gate gate;
  private final Handover handover;
  private final OrderBook orders;
  private final Learning learning;
  private final InstantSource clock;
  private final Notebook notebook;
  private final Diary diary;
  private final Interpreter interpreter;
  private final Bundle words = new Bundle("bot");

  Answers(
      Rooms rooms,
      Gate gate,
      Handover handover,
      OrderBook orders,
      Learning learning,
      InstantSource clock,
      Notebook notebook,
      Interpreter interpreter) {
    this.rooms = rooms;
    this.gate = gate;
    this.handover = handover;
    this.orders = orders;
    this.learning = learning;
    this.clock = clock;
    this.notebook = notebook;
    this.diary = new Diary(rooms.database(), rooms.shop(), clock);
    this.interpreter = interpreter;
  }

  /// @param all what is answered by it
  void apply(Turn turn, Conversation conversation, Team.Answered answered, List<Arrived> all) {
    long seq = all.getLast().seq();
    Outcome outcome = answered.outcome();
    if (turn.fromCustomer() && outcome instanceof Outcome.Proposes) {
      throw new IllegalStateException("a customer's words reached a proposal");
    }
    var way = diary.entry(turn, answered, "in:" + seq, all.getFirst().seq(), seq);
    Interpreter.Lines beside = beside(turn, outcome);
    rooms
        .database()
        .writing(
            _ -> {
              diary.keep(way);
              if (conversation.pending() != null) {
                rooms.conversations().waitsFor(conversation.id(), null);
              }
              switch (learning.weighs(turn, conversation, answered, seq)) {
                case Outcome.Answer(Told told) -> {
                  if (told.say().isBlank()) plain(conversation, failed(conversation), seq);
                  else say(conversation, answered, told, List.of(), seq);
                }
                case Outcome.AsksBack(Told told, var missing, var choices) -> {
                  var question =
                      new Turn.Pending(answered.role(), answered.asked(), missing, choices);
                  rooms.conversations().waitsFor(conversation.id(), Pendings.question(question));
                  say(conversation, answered, told, buttons(choices), seq);
                }
                case Outcome.Recognises(Told told, String customer) -> {
                  rooms.conversations().recognise(conversation.id(), customer);
                  say(conversation, answered, told, List.of(), seq);
                }
                case Outcome.Teaches(Told told, int edit) -> {
                  var taps = notebook.buttons(turn.language(), edit);
                  say(conversation, answered, told, taps, seq);
                }
                case Outcome.ToPerson(Told told, Wish wish) -> {
                  Told said = turn.fromCustomer() ? handover.told(turn, told, wish) : told;
                  say(conversation, answered, said, List.of(), seq);
                  String cause = conversation.id() + "/" + seq;
                  file(turn, conversation, wish, told, cause, beside);
                }
                case Outcome.Orders(Told told, Told gone, var draft, String asked) -> {
                  String cause = conversation.id() + "/" + seq;
                  boolean held = orders.ask(conversation, draft, cause);
                  say(conversation, answered, held ? told : gone, List.of(), seq);
                  if (!held) {
                    var wish = new Wish("purchase", asked, false);
                    file(turn, conversation, wish, gone, cause, beside);
                  }
                }
                case Outcome.Proposes(var _, Told told) ->
                    say(conversation, answered, told, List.of(), seq);
                case Outcome.HandsOff _ -> plain(conversation, failed(conversation), seq);
              }
              if (!(outcome instanceof Outcome.Proposes)) done(all);
            });
    String person = conversation.person();
    if (person != null && outcome instanceof Outcome.Proposes(var proposal, var _)) {
      // In a group nobody agrees to anything: the card goes to each owner alone.
      String to = conversation.shared() ? "" : conversation.id();
      gate.propose(proposal, person, to, conversation.id() + "/" + seq);
      done(all);
    }
  }

  /// The owners' languages beside what a customer wants of them.
  private Interpreter.Lines beside(Turn turn, Outcome outcome) {
    if (!turn.fromCustomer()) return Interpreter.NOTHING;
    return switch (outcome) {
      case Outcome.ToPerson(Told _, Wish wish) ->
          interpreter.beside(turn.conversation(), wish.summary());
      case Outcome.Orders(Told _, Told _, var _, String asked) ->
          interpreter.beside(turn.conversation(), asked);
      case Outcome.Answer _,
          Outcome.AsksBack _,
          Outcome.Recognises _,
          Outcome.Teaches _,
          Outcome.Proposes _,
          Outcome.HandsOff _ ->
          Interpreter.NOTHING;
    };
  }

  private void done(List<Arrived> all) {
    rooms.inbox().done(all.stream().map(Arrived::seq).toList());
  }

  private String kind(String language, String kind) {
    String key = "kind." + kind;
    return words.say(language, words.keys("en").contains(key) ? key : "kind.other");
  }

  /// A sentence of the body's own, and nothing more is to be done about it.
  void plain(Conversation conversation, String key, List<Arrived> all, Object... values) {
    rooms
        .database()
        .writing(
            _ -> {
              String text = words.say(conversation.language(), key, values);
              long seq = all.getLast().seq();
              if (learning.mutes(conversation)) {
                learning.passes(conversation, Inbox.together(all), seq);
              } else {
                plain(conversation, text, seq);
              }
              done(all);
            });
  }

  private void plain(Conversation conversation, String text, long seq) {
    if (learning.mutes(conversation)) return;
    rooms.outbox().add(conversation.id(), "shop", text, List.of(), "in:" + seq);
  }

  private String failed(Conversation conversation) {
    return words.say(conversation.language(), "failed");
  }

  private void say(
      Conversation conversation,
      Team.Answered answered,
      Told told,
      List<Button> buttons,
      long seq) {
    if (told.say().isBlank() || learning.mutes(conversation)) return;
    rooms
        .outbox()
        .add(
            conversation.id(),
            answered.role().shortName(),
            "text",
            Gate.unmarked(told.say()),
            Stream.concat(
                    buttons.stream(), PromiseBook.ticks(conversation.language(), told).stream())
                .toList(),
            "in:" + seq,
            told.sources(),
            answered.prompt());
  }

  private static List<Button> buttons(List<String> choices) {
    return choices.stream()
        .map(choice -> new Button(Gate.unmarked(choice), "say:" + choice))
        .toList();
  }

  /// What a customer sent goes to the owners to look at: nobody here can.
  ///
  /// @param answers whether the customer is told so by us
  void show(Conversation from, Arrived arrived, String said, String file, boolean answers) {
    String cause = from.id() + "/" + arrived.seq();
    rooms
        .database()
        .writing(
            _ -> {
              int number =
                  rooms
                      .tasks()
                      .add(
                          "picture",
                          said,
                          from.id(),
                          from.customer(),
                          cause,
                          false,
                          clock.instant());
              for (Conversation to : rooms.owners()) {
                String shown = words.say(to.language(), "shown");
                rooms.outbox().enclose(to.id(), shown, file, "file:" + arrived.seq());
                tell(to, number, new Wish("picture", said, false));
              }
              if (answers) plain(from, "media.shown", List.of(arrived));
              done(List.of(arrived));
            });
  }

  /// A task for the owners; where a customer waits, with what they need to answer.
  private void file(
      Turn turn,
      Conversation conversation,
      Wish wish,
      Told told,
      String cause,
      Interpreter.Lines beside) {
    if (rooms.tasks().ofSubject(cause).isPresent()) return;
    if (turn.fromCustomer()) {
      handover.file(turn, conversation, wish, told, cause, beside);
      return;
    }
    String customer = conversation.customer();
    Instant now = clock.instant();
    rooms.tasks().add(wish.kind(), wish.summary(), null, customer, cause, wish.urgent(), now);
  }

  /// In the language of the conversation it is read in.
  private void tell(Conversation to, int number, Wish wish) {
    String language = to.language();
    String whole = Gate.unmarked(wish.summary());
    String summary = whole.substring(0, Math.min(SHOWN, whole.length()));
    String text =
        words.say(
            language,
            "task",
            "number",
            number,
            "kind",
            kind(language, wish.kind()),
            "summary",
            summary);
    List<Button> buttons =
        List.of(
            new Button(words.say(language, "task.reply"), "task:" + number + ":reply"),
            new Button(words.say(language, "task.done"), "task:" + number + ":done"));
    rooms.outbox().add(to.id(), "service", "task", text, buttons, "task:" + number, "", "");
  }
}
