package shopcrew.bot;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopcrew.bot.channel.Postman;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox;
import shopcrew.db.People.Kind;
import shopcrew.db.People.Person;
import shopcrew.roles.Message;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Language;

/// The way of a message: stored, then to the gate if it is the gate's, else to the team, and what
/// comes of it to the outbox.
public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final int LONGEST = 4_000;
  private static final int REMEMBERED = 12;
  private static final int MOST_TRIES = 3;
  private static final int MOST_KEYS = 1_000;
  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");

  private final Rooms rooms;
  private final Team team;
  private final Gate gate;
  private final Postman postman;
  private final Answers answers;
  private final Asides asides;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Lanes lanes;
  private final Bundle words = new Bundle("bot");
  private final Set<String> digits =
      Collections.newSetFromMap(Collections.synchronizedMap(new Few()));
  private volatile BiConsumer<String, Team.Answered> watcher = (_, _) -> {};

  Router(
      Rooms rooms,
      Team team,
      Gate gate,
      Postman postman,
      InstantSource clock,
      ZoneId zone,
      Executor executor) {
    this.rooms = rooms;
    this.team = team;
    this.gate = gate;
    this.postman = postman;
    this.clock = clock;
    this.zone = zone;
    this.lanes = new Lanes(executor);
    this.answers = new Answers(rooms, gate, clock);
    this.asides = new Asides(rooms, clock);
  }

  /// Stores what arrived and works on it in its conversation's turn. False if the channel had
  /// brought it before.
  public boolean receive(String conversation, String key, Message message) {
    OptionalLong seq =
        switch (message) {
          case Message.Text text ->
              take(conversation, key, "text", kept(conversation, text.text()), "", "");
          case Message.Tap tap when gate.keypad(tap.token()) -> key(conversation, key, tap);
          case Message.Tap tap ->
              take(conversation, key, "tap", tap.button(), tap.token(), String.valueOf(tap.line()));
          case Message.Media media ->
              take(conversation, key, media.kind(), media.caption(), media.name(), media.content());
        };
    if (seq.isEmpty()) return false;
    lanes.add(conversation, () -> work(conversation, seq.getAsLong()));
    return true;
  }

  /// Lets somebody see each answer of the team with its conversation, before it is applied.
  public void watch(BiConsumer<String, Team.Answered> watcher) {
    this.watcher = watcher;
  }

  /// Takes up what was stored but not answered before the last stop.
  public void resume() {
    for (Inbox.Arrived arrived : rooms.inbox().unanswered()) {
      lanes.add(arrived.conversation(), () -> work(arrived.conversation(), arrived.seq()));
    }
  }

  /// Who speaks in this conversation: decided by its account, never by its words.
  public Speaker speaker(Conversation conversation) {
    String id = conversation.person();
    if (id == null) return new Speaker.Customer(conversation.customer());
    Person person = rooms.people().find(id).orElseThrow();
    return person.kind() == Kind.OWNER
        ? new Speaker.Owner(person.id(), person.name())
        : new Speaker.Staff(person.id(), person.name());
  }

  /// What looks like a PIN in the chat is not kept.
  private String kept(String conversation, String text) {
    String person = rooms.conversations().find(conversation).orElseThrow().person();
    return person != null && gate.secret(person, conversation, text) ? Gate.HIDDEN : text;
  }

  /// A digit of a PIN: never stored, and the same tap counts once.
  private OptionalLong key(String conversation, String key, Message.Tap tap) {
    String person = rooms.conversations().find(conversation).orElseThrow().person();
    if (person != null && digits.add(conversation + "/" + key)) {
      gate.tap(person, conversation, tap.line(), tap.token());
      postman.deliver();
    }
    return OptionalLong.empty();
  }

  private static long line(String number) {
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  private OptionalLong take(
      String conversation, String key, String kind, String text, String token, String content) {
    return rooms
        .inbox()
        .take(conversation, key, kind, cut(text), cut(token), cut(content), clock.instant());
  }

  private void work(String id, long seq) {
    Conversation conversation = rooms.conversations().find(id).orElseThrow();
    try {
      Inbox.Arrived arrived = rooms.inbox().find(seq).orElseThrow();
      if (rooms.inbox().tried(seq) > MOST_TRIES) {
        answers.plain(conversation, words.say(conversation.language(), "failed"), seq);
      } else {
        handle(conversation, arrived);
      }
    } catch (RuntimeException e) {
      LOG.error("Message {} of {} could not be answered", seq, id, e);
      answers.plain(conversation, words.say(conversation.language(), "failed"), seq);
    }
    rooms.inbox().done(seq);
    postman.deliver();
  }

  private void handle(Conversation conversation, Inbox.Arrived arrived) {
    String person = conversation.person();
    switch (arrived.kind()) {
      case "tap" -> {
        if (person != null && arrived.token().startsWith("g1:")) {
          gate.tap(person, conversation.id(), line(arrived.content()), arrived.token());
        } else if (arrived.token().matches("(?s)say:.*\\S.*")) {
          said(conversation, arrived.seq(), arrived.token().substring(4).strip(), List.of());
        } else if (person == null || !asides.tap(conversation, person, arrived)) {
          answers.plain(conversation, words.say(conversation.language(), "old_button"), arrived);
        }
      }
      case "text" -> text(conversation, arrived);
      default -> media(conversation, arrived);
    }
  }

  private void media(Conversation conversation, Inbox.Arrived arrived) {
    if (arrived.content().isBlank() || arrived.text().isBlank()) {
      String key = "media." + arrived.kind();
      String kind =
          words.say(conversation.language(), words.keys("en").contains(key) ? key : "media.file");
      answers.plain(
          conversation, words.say(conversation.language(), "media", "kind", kind), arrived);
    } else {
      var attached = new Turn.Attachment(arrived.kind(), arrived.token(), arrived.content());
      said(conversation, arrived.seq(), arrived.text(), List.of(attached));
    }
  }

  private void text(Conversation conversation, Inbox.Arrived arrived) {
    String text = arrived.text().strip();
    String person = conversation.person();
    if (text.isEmpty()) {
      answers.plain(conversation, words.say(conversation.language(), "empty"), arrived);
    } else if (text.length() > LONGEST) {
      answers.plain(
          conversation, words.say(conversation.language(), "too_long", "most", LONGEST), arrived);
    } else if (person != null && gate.typed(person, conversation.id(), text)) {
      return;
    } else if (person != null && asides.takes(conversation, person, arrived)) {
      return;
    } else if (!READABLE.matcher(text).find()) {
      answers.plain(conversation, words.say(conversation.language(), "no_words"), arrived);
    } else {
      said(conversation, arrived.seq(), text, List.of());
    }
  }

  private void said(
      Conversation conversation, long seq, String text, List<Turn.Attachment> attached) {
    String language = language(conversation, text);
    List<Turn.Said> history =
        rooms.conversations().before(conversation.id(), seq, REMEMBERED).stream()
            .map(line -> new Turn.Said(line.byUs(), line.text()))
            .toList();
    Turn turn =
        new Turn(
            rooms.shop(),
            conversation.id(),
            speaker(conversation),
            text,
            language,
            clock.instant(),
            zone,
            history,
            attached,
            Pendings.question(conversation.pending()));
    Team.Answered answered = team.answer(turn);
    watcher.accept(conversation.id(), answered);
    answers.apply(turn, conversation, answered, seq);
  }

  /// The language of what was said, or the conversation's own where that cannot be told.
  private String language(Conversation conversation, String text) {
    Language heard = Language.of(text);
    if (heard == Language.UNKNOWN || heard == Language.OTHER) return conversation.language();
    String language = heard.name().toLowerCase(Locale.ROOT);
    if (!language.equals(conversation.language())) {
      rooms.conversations().speaks(conversation.id(), language);
      String person = conversation.person();
      if (person != null) rooms.people().speaks(person, language);
    }
    return language;
  }

  /// The newest keys of a channel.
  private static final class Few extends LinkedHashMap<String, Boolean> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST_KEYS;
    }
  }

  /// One character more than is read, so that "too long" is still seen.
  private static String cut(String text) {
    return text.length() <= LONGEST + 1 ? text : text.substring(0, LONGEST + 1);
  }
}
