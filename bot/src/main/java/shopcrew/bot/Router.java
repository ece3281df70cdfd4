package shopcrew.bot;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Postman;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.learning.Learning;
import shopcrew.db.Contacts.Holding;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.People.Kind;
import shopcrew.db.People.Person;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;

/// The way of a message that was stored: to the gate if it is the gate's, to a person if one has
/// taken over, else to the team; and what comes of it to the outbox.
public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  static final int LONGEST = 4_000;
  private static final int MOST_TRIES = 2;
  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");

  private final Rooms rooms;
  private final Gate gate;
  private final Postman postman;
  private final Answers answers;
  private final Asides asides;
  private final Holds holds;
  private final Entrance entrance;
  private final Bursts bursts;
  private final Enclosures enclosures;
  private final ReadBack readBack;
  private final Talk talk;
  private final Commands commands;
  private final Learning learning;
  private final Lanes lanes;
  private final Manners.Later later;
  private final Bundle words = new Bundle("bot");

  Router(
      Rooms rooms,
      Team team,
      Gate gate,
      Handover handover,
      Postman postman,
      Asides asides,
      Holds holds,
      Beside beside,
      OrderBook orders,
      Media media,
      ReadBack readBack,
      Interpreter interpreter,
      Learning learning,
      Notebook notebook,
      Papers papers,
      Memory memory,
      InstantSource clock,
      ZoneId zone,
      Lanes lanes,
      Manners manners) {
    this.rooms = rooms;
    this.gate = gate;
    this.postman = postman;
    this.asides = asides;
    this.holds = holds;
    this.readBack = readBack;
    this.learning = learning;
    this.lanes = lanes;
    this.later = manners.later();
    this.bursts = new Bursts(clock, manners.burst());
    this.entrance = new Entrance(rooms, clock);
    this.answers =
        new Answers(rooms, gate, handover, orders, learning, clock, notebook, interpreter);
    this.commands = new Commands(rooms, beside, answers);
    this.talk = new Talk(rooms, team, answers, memory, this::speaker, clock, zone);
    this.enclosures = new Enclosures(rooms, papers, media, holds, readBack, talk, answers);
  }

  /// Works on what was stored, when the conversation's turn has come.
  void takesUp(String conversation, long seq) {
    lanes.add(conversation, () -> work(conversation, seq));
  }

  /// A key of the keypad, which is stored nowhere.
  void pressed(String conversation, String person, long line, String token) {
    lanes.add(
        conversation,
        () -> {
          gate.tap(person, conversation, line, token);
          postman.fresh();
        });
  }

  /// Lets somebody see each answer of the team with its conversation, before it is applied.
  public void watch(BiConsumer<String, Team.Answered> watcher) {
    talk.watch(watcher);
  }

  /// Takes up what was stored but not answered before the last stop.
  public void resume() {
    for (Arrived arrived : rooms.inbox().takenUp()) takesUp(arrived.conversation(), arrived.seq());
  }

  /// Who speaks in this conversation: decided by its account, never by its words.
  public Speaker speaker(Conversation conversation) {
    String id = conversation.person();
    Person person = id == null ? null : rooms.people().find(id).orElse(null);
    if (person == null) return new Speaker.Customer(conversation.customer());
    return person.kind() == Kind.OWNER
        ? new Speaker.Owner(person.id(), person.name())
        : new Speaker.Staff(person.id(), person.name());
  }

  private void work(String id, long seq) {
    Conversation in = now(id);
    Arrived arrived = rooms.inbox().find(seq).orElseThrow();
    if (!arrived.open()) return; // answered with another one, or taken back
    try {
      if (arrived.tries() > MOST_TRIES) failed(in, arrived);
      else if (!handle(in, arrived)) return;
    } catch (RuntimeException e) {
      LOG.error("Message {} of {} could not be answered", seq, id, e);
      failed(in, arrived);
    }
    postman.deliver(id);
    postman.fresh();
  }

  /// Who has left the shop is a customer like any other.
  private Conversation now(String id) {
    Conversation in = rooms.conversations().find(id).orElseThrow();
    String person = in.person();
    if (person == null || rooms.people().find(person).isPresent()) return in;
    rooms.contacts().belongsToNobody(id);
    return rooms.conversations().find(id).orElseThrow();
  }

  private void failed(Conversation in, Arrived arrived) {
    answers.plain(in, "failed", List.of(arrived));
  }

  /// False: it waits for what else is said.
  private boolean handle(Conversation in, Arrived arrived) {
    if (arrived.item().kind().equals("text")) return text(in, arrived);
    ended(in);
    switch (arrived.item().kind()) {
      case "tap" -> tap(in, arrived);
      case "enter" -> {
        if (!entrance.enter(in, arrived))
          said(in, List.of(arrived), words.say(in.language(), "hello"));
      }
      default -> enclosures.takes(in, arrived);
    }
    return true;
  }

  private void tap(Conversation in, Arrived arrived) {
    String person = in.person();
    String token = arrived.item().token();
    if (token.matches("(?s)say:.*\\S.*")) {
      said(in, List.of(arrived), token.substring(4).strip());
    } else if (ReadBack.is(token)) {
      readBack
          .confirmed(in, arrived)
          .ifPresentOrElse(
              said -> confirmed(in, said), () -> answers.plain(in, "heard.type", List.of(arrived)));
    } else if (person != null && token.startsWith("g1:")) {
      gate.tap(person, in.id(), line(arrived.item().content()), token);
      rooms.inbox().done(arrived.seq());
    } else if (person == null
        || !(asides.tap(in, person, arrived) || learning.tap(in, person, arrived))) {
      answers.plain(in, "old_button", List.of(arrived));
    }
  }

  private boolean text(Conversation in, Arrived arrived) {
    String text = Commands.plain(arrived.item().text());
    String person = in.person();
    if (text.length() > LONGEST) {
      answers.plain(in, "too_long", List.of(arrived), "most", LONGEST);
    } else if (person != null && gate.typed(person, in.id(), text)) {
      rooms.inbox().done(arrived.seq());
    } else if (settled(in, arrived, text)) {
      return true;
    } else if (bursts.waits(in.id(), arrived.seq())) {
      later.after(bursts.left(in.id()), () -> lanes.add(in.id(), () -> quiet(in.id())));
      return false;
    } else {
      words(in, List.of(arrived));
    }
    return true;
  }

  /// What was spoken counts like what is typed, but at the gate.
  private void confirmed(Conversation in, Arrived said) {
    if (readBack.stops(in, said) || settled(in, said, said.item().text())) return;
    words(in, List.of(said));
  }

  /// True if no role has to be asked about it.
  private boolean settled(Conversation in, Arrived arrived, String text) {
    String person = in.person();
    return commands.takes(in, speaker(in), arrived, text)
        || person != null
            && (asides.takes(in, person, arrived) || learning.takes(in, person, arrived));
  }

  /// Somebody has been quiet for a moment, or is still typing.
  private void quiet(String id) {
    var left = bursts.left(id);
    if (left.isPositive()) {
      later.after(left, () -> lanes.add(id, () -> quiet(id)));
      return;
    }
    ended(now(id));
    postman.deliver(id);
    postman.fresh();
  }

  /// Answers what has waited, as one thing that was said.
  private void ended(Conversation in) {
    var all = new ArrayList<Arrived>();
    for (long seq : bursts.ended(in.id())) {
      rooms.inbox().find(seq).filter(Arrived::open).ifPresent(all::add);
    }
    if (all.isEmpty()) return;
    try {
      words(in, all);
    } catch (RuntimeException e) {
      LOG.error("Messages of {} could not be answered", in.id(), e);
      answers.plain(in, "failed", all);
    }
  }

  private void words(Conversation in, List<Arrived> all) {
    String text = Inbox.together(all).strip();
    Holding held = holds.in(in).orElse(null);
    if (held != null) {
      holds.pass(in, held, all, text);
    } else if (text.isEmpty()) {
      answers.plain(in, "empty", all);
    } else if (!READABLE.matcher(text).find()) {
      answers.plain(in, "no_words", all);
    } else {
      boolean start = Commands.plain(text).equals("/start");
      said(in, all, start ? words.say(in.language(), "hello") : text);
    }
  }

  private void said(Conversation in, List<Arrived> all, String text) {
    talk.said(in, all, text, List.of());
  }

  private static long line(String number) {
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }
}
