package shopcrew.bot;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Outbox.Button;
import shopcrew.db.ReadyReplies.Reply;
import shopcrew.db.Tasks.Task;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Planted;
import shopcrew.roles.customerservice.HandOff;
import shopcrew.roles.customerservice.Prospect;
import shopcrew.roles.customerservice.Replies.Ready;
import shopcrew.roles.words.Moments;

/// A customer who is handed over to the owners: on one screen who it is, what is wanted, what was
/// said, since when, and replies that go out with a tap.
final class Handover {
  private static final int SHOWN = 240;
  private static final int BEFORE = 80;
  private static final int TOLD = 120;
  private static final int LINES_BEFORE = 2;

  private final Rooms rooms;
  private final HandOff handOff;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Habit habit;
  private final Bundle words = new Bundle("handover");
  private final Bundle bot = new Bundle("bot");

  Handover(Rooms rooms, HandOff handOff, InstantSource clock, ZoneId zone) {
    this.rooms = rooms;
    this.handOff = handOff;
    this.clock = clock;
    this.zone = zone;
    this.habit = new Habit(rooms, clock, zone);
  }

  /// What the customer is told, with how long it usually takes where that is known.
  Told told(Turn turn, Told told, Outcome.Wish wish) {
    String wait = wish.kind().equals("attack") ? "" : habit.say(turn.language());
    return wait.isEmpty() ? told : new Told(told.say() + "\n" + wait, told.facts());
  }

  /// Files it, puts the replies by and tells every owner, in the language of each chat.
  ///
  /// @param beside the wish in the languages of those who read it
  void file(
      Turn turn,
      Conversation customer,
      Outcome.Wish wish,
      Told told,
      String cause,
      Interpreter.Lines beside) {
    Instant now = clock.instant();
    Instant since =
        rooms.tasks().open().stream()
            .filter(task -> customer.id().equals(task.conversation()))
            .map(Task::createdAt)
            .min(Instant::compareTo)
            .orElse(now);
    int number =
        rooms
            .tasks()
            .add(
                wish.kind(),
                wish.summary(),
                customer.id(),
                customer.customer(),
                cause,
                wish.urgent(),
                now);
    Prospect prospect = handOff.prospect(turn, wish, customer.customer());
    rooms.tasks().weigh(number, prospect.worth(), prospect.written());
    List<Ready> replies =
        handOff.replies(turn, wish, turn.language()).stream().map(this::styled).toList();
    rooms.replies().keep(number, replies.stream().map(Handover::kept).toList());
    for (Conversation to : rooms.owners()) {
      String language = to.language();
      var lines = new ArrayList<String>();
      lines.add(head(number, customer, wish, language));
      String why = handOff.now(prospect, language);
      if (!why.isEmpty()) lines.add(why);
      String goods = handOff.goods(turn, wish, language);
      if (!goods.isEmpty()) lines.add(goods);
      lines.addAll(said(turn, wish, told, language, beside));
      lines.add(
          handOff.value(customer.customer(), language)
              + words.say(language, "since", "time", Moments.say(since, zone, language)));
      lines.addAll(handOff.deal(turn, wish, language));
      lines.add(words.say(language, replies.isEmpty() ? "reply" : "ready"));
      lines.addAll(drafts(turn, wish, replies, language));
      String text = Gate.unmarked(String.join("\n", lines));
      List<Button> buttons = buttons(number, replies.size(), language);
      rooms.outbox().add(to.id(), "service", "task", text, buttons, "task:" + number, "", "");
    }
  }

  /// As the owners like it: a tap sends it as it stands.
  private Ready styled(Ready ready) {
    Told told = ready.told();
    return new Ready(ready.key(), new Told(rooms.style().kept(told.say()), told.facts()));
  }

  private static Reply kept(Ready ready) {
    return new Reply(Gate.unmarked(ready.told().say()), ready.told().sources());
  }

  private String head(int number, Conversation customer, Outcome.Wish wish, String language) {
    String key = "kind." + wish.kind();
    String kind = bot.say(language, bot.keys("en").contains(key) ? key : "kind.other");
    String name = Planted.quoted(customer.name(), BEFORE);
    String who = handOff.who(customer.customer(), language);
    return words.say(
        language,
        wish.urgent() ? "head.urgent" : "head",
        "number",
        number,
        "kind",
        kind,
        "name",
        name.isEmpty() ? bot.say(language, "a_customer") : name,
        "channel",
        channel(customer.channel(), language),
        "who",
        who);
  }

  private String channel(String channel, String language) {
    String key = "channel." + channel;
    return words.keys("en").contains(key) ? words.say(language, key) : channel;
  }

  /// The last words on both sides, in quotes: what the customer wants now, and what facts or
  /// conditions were answered.
  private List<String> said(
      Turn turn, Outcome.Wish wish, Told told, String language, Interpreter.Lines beside) {
    var lines = new ArrayList<String>();
    List<Turn.Said> before = turn.history();
    for (Turn.Said said :
        before.subList(Math.max(0, before.size() - LINES_BEFORE), before.size())) {
      String text = Planted.quoted(said.text(), BEFORE);
      lines.add(words.say(language, said.byUs() ? "said.us" : "said.they", "text", text));
    }
    String now = Planted.quoted(wish.summary(), SHOWN);
    lines.add(words.say(language, "said.they", "text", now) + beside.under(language));
    boolean more = !told.facts().isEmpty() || told.say().contains("\n");
    if (more) {
      String ours = Planted.quoted(told.say(), TOLD);
      lines.add(words.say(language, "said.us", "text", ours));
    }
    return lines;
  }

  /// Each in full as it would go out, with the owner's language beside it where that is another.
  private List<String> drafts(Turn turn, Outcome.Wish wish, List<Ready> replies, String language) {
    boolean foreign = turn.language().equals("zh") != language.equals("zh");
    List<Ready> mine = foreign ? handOff.replies(turn, wish, language) : List.of();
    var lines = new ArrayList<String>();
    for (int i = 0; i < replies.size(); i++) {
      Ready ready = replies.get(i);
      lines.add((i + 1) + ". " + ready.told().say());
      mine.stream()
          .filter(one -> one.key().equals(ready.key()))
          .map(one -> words.say(language, "beside", "text", one.told().say()))
          .forEach(lines::add);
    }
    return lines;
  }

  private List<Button> buttons(int number, int replies, String language) {
    var buttons = new ArrayList<Button>();
    for (int i = 1; i <= replies; i++) {
      buttons.add(
          new Button(words.say(language, "send", "number", i), "task:" + number + ":send:" + i));
    }
    buttons.add(new Button(bot.say(language, "task.reply"), "task:" + number + ":reply"));
    buttons.add(new Button(bot.say(language, "task.done"), "task:" + number + ":done"));
    return buttons;
  }
}
