package shopcrew.bot.learning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shopcrew.bot.Rooms;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.i18n.Bundle;
import shopcrew.bot.style.StyleBook;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Inbox.Arrived;
import shopcrew.db.Levels;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Kind;
import shopcrew.db.Store;
import shopcrew.db.Tasks.Task;
import shopcrew.roles.Crew;
import shopcrew.roles.Minds;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.customerservice.Shelves;
import shopcrew.roles.words.Language;

/// What an owner says to the team about its own answers, what becomes of an answer before it is
/// said, and what the clock does for both.
public final class Learning {
  private final Rooms rooms;
  private final Store store;
  private final Shelves shelves;
  private final Levels levels;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Why why;
  private final Apprentice apprentice;
  private final Autonomy autonomy;
  private final Shadow shadow;
  private final Rein rein;
  private final Check check;
  private final StyleBook style;

  public Learning(
      Rooms rooms,
      Store store,
      Shelves shelves,
      List<Channel> channels,
      InstantSource clock,
      ZoneId zone,
      StyleBook style) {
    var words = new Bundle("learning");
    var cards = new Cards(rooms, words);
    this.rooms = rooms;
    this.store = store;
    this.shelves = shelves;
    this.levels = rooms.levels();
    this.clock = clock;
    this.zone = zone;
    this.why = new Why(rooms, store, cards, zone, words);
    this.apprentice = new Apprentice(rooms, store, channels, clock, zone, words);
    this.autonomy = new Autonomy(rooms, cards, clock, words);
    this.shadow = new Shadow(rooms, cards, clock, words);
    this.rein = new Rein(levels, words);
    this.check = new Check(rooms, store, cards, words);
    this.style = style;
  }

  /// True if the words were meant for it: an owner's own, where nobody else reads along.
  public boolean takes(Conversation in, String person, Arrived arrived) {
    if (in.shared()) return false;
    String text = arrived.item().text().strip();
    String key = "in:" + arrived.seq();
    if (!owner(person)) {
      return says(
          in, arrived.seq(), () -> style.refuses(text, in.language()).map(said -> of(said, key)));
    }
    return says(
        in,
        arrived.seq(),
        () ->
            apprentice
                .written(in, person, text)
                .or(() -> rein.takes(text, in.language()))
                .map(said -> new Said(said, key))
                .or(() -> style.takes(person, text, in.language()).map(said -> of(said, key)))
                .or(() -> why.asked(in, text, arrived.seq())));
  }

  /// True if the tapped button was one of its own.
  public boolean tap(Conversation in, String person, Arrived arrived) {
    if (in.shared()) return false;
    String token = arrived.item().token();
    String key = "in:" + arrived.seq();
    boolean owner = owner(person);
    if (says(
        in,
        arrived.seq(),
        () -> style.tap(person, owner, token, in.language()).map(said -> of(said, key)))) {
      return true;
    }
    if (!owner) return false;
    return says(
        in,
        arrived.seq(),
        () ->
            apprentice
                .tap(in, person, token)
                .or(() -> autonomy.tap(in, person, token))
                .map(said -> new Said(said, key)));
  }

  /// What becomes of the team's answer before it is said.
  ///
  /// @param seq of the message that is answered
  public Outcome weighs(Turn turn, Conversation in, Team.Answered answer, long seq) {
    if (!turn.fromCustomer() || levels.free()) return answer.outcome();
    return levels.shadow()
        ? shadow.watches(turn, in, answer, seq)
        : autonomy.weighs(turn, in, answer, seq);
  }

  /// Whether nobody but a person may say anything there.
  public boolean mutes(Conversation in) {
    return in.person() == null && levels.shadow();
  }

  /// What a customer said where only people speak goes to them.
  public void passes(Conversation in, String text, long seq) {
    shadow.passes(in, text, seq, Told.of(""), "");
  }

  /// An owner has answered a task in their own words.
  public void answered(Task task, String text) {
    autonomy.answered(task, text);
  }

  /// A person of the shop has written there, beside the team.
  public void corrected(Conversation in, String text) {
    if (!levels.shadow()) autonomy.corrected(in, text);
  }

  /// Once a day: what customers asked most in vain, and how the team did while it only looked on.
  public String evening(Instant slot) {
    // The house model costs nothing, and gives the same answer every time.
    Team team = Crew.of(store, shelves, Minds.HOUSE);
    String offered =
        apprentice.offer(
            slot, question -> team.answer(guest(question)).outcome() instanceof Outcome.Answer);
    return rooms.database().write(_ -> offered + ", " + shadow.report(slot));
  }

  /// Once a day, before it begins: the same questions in other wordings.
  public String check(Instant slot) {
    Team team = Crew.of(store, shelves, Minds.HOUSE);
    return check.run(
        slot,
        question ->
            team.answer(guest(question)).outcome() instanceof Outcome.Answer(Told told)
                ? told
                : Told.of(""));
  }

  /// Somebody whom nobody knows, with nothing said before.
  private Turn guest(String question) {
    String language = Language.of(question) == Language.ZH ? "zh" : "en";
    return new Turn(
        rooms.shop(),
        "",
        new Speaker.Customer(null),
        question,
        language,
        clock.instant(),
        zone,
        List.of(),
        List.of(),
        null);
  }

  private boolean owner(String person) {
    return rooms.people().find(person).filter(one -> one.kind() == Kind.OWNER).isPresent();
  }

  /// What is said back, and what it is kept under.
  record Said(String text, List<Button> buttons, String key) {
    Said(String text, String key) {
      this(text, List.of(), key);
    }
  }

  private static Said of(StyleBook.Said said, String key) {
    return new Said(said.text(), said.buttons(), key);
  }

  private boolean says(Conversation in, long seq, Supplier<Optional<Said>> answer) {
    return rooms
        .database()
        .write(
            _ -> {
              Optional<Said> said = answer.get();
              said.ifPresent(
                  one -> {
                    rooms.outbox().add(in.id(), "service", one.text(), one.buttons(), one.key());
                    rooms.inbox().done(seq);
                  });
              return said.isPresent();
            });
  }
}
