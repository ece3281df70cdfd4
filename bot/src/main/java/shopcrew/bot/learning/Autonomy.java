package shopcrew.bot.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.Pendings;
import shopcrew.bot.Rooms;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Answered;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Levels;
import shopcrew.db.Levels.Draft;
import shopcrew.db.Levels.Level;
import shopcrew.db.Outbox.Button;
import shopcrew.db.Tasks.Task;
import shopcrew.roles.Outcome;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.customerservice.Contradiction;
import shopcrew.roles.customerservice.Topic;

/// How far the team speaks to customers by itself. It rises on a record and an owner's yes, and
/// falls
/// by itself where an owner had to correct it.
final class Autonomy {
  private static final Duration TO_RECALL = Duration.ofMinutes(10);
  private static final Duration TO_TYPE = Duration.ofMinutes(30);
  private static final Duration STILL_MEANT = Duration.ofHours(1);
  private static final Pattern SEND = Pattern.compile("draft:(\\d{1,9}):send");
  private static final Pattern RECALL = Pattern.compile("recall:(\\d{1,18}):(\\d{1,18})");
  private static final Pattern RISE = Pattern.compile("level:([A-Z]{1,12}):(RECALL|SEND|STAY)");

  private final Rooms rooms;
  private final Levels levels;
  private final Ladder ladder;
  private final Answered answered;
  private final Cards cards;
  private final InstantSource clock;
  private final Bundle words;

  Autonomy(Rooms rooms, Cards cards, InstantSource clock, Bundle words) {
    this.rooms = rooms;
    this.levels = rooms.levels();
    this.ladder = new Ladder(levels, cards, clock, words);
    this.answered = new Answered(rooms.database(), rooms.shop());
    this.cards = cards;
    this.clock = clock;
    this.words = words;
  }

  /// What becomes of an answer to a customer: itself, or a word that a person looks at it first.
  Outcome weighs(Turn turn, Conversation in, Team.Answered answer, long seq) {
    Outcome outcome = answer.outcome();
    Told told = outcome.told();
    if (told.facts().isEmpty()) return outcome;
    Topic topic = ladder.strictest(topics(turn.text(), told));
    return switch (levels.of(topic.name()).level()) {
      case SEND -> outcome;
      case RECALL -> {
        if (outcome instanceof Outcome.Answer) mayRecall(turn, in, topic, told, seq);
        yield outcome;
      }
      case DRAFT -> {
        Told wait = Told.of(words.say(turn.language(), "draft.wait"));
        yield switch (outcome) {
          case Outcome.Answer _ -> {
            draft(turn, in, topic, answer, seq);
            yield new Outcome.Answer(wait);
          }
          case Outcome.Recognises(var _, String customer) -> {
            draft(turn, in, topic, answer, seq);
            yield new Outcome.Recognises(wait, customer);
          }
          case Outcome.ToPerson(var _, var wish) -> new Outcome.ToPerson(wait, wish);
          // An order waits for an owner's yes anyway.
          case Outcome.Orders _ -> outcome;
          case Outcome.AsksBack _, Outcome.Proposes _, Outcome.HandsOff _, Outcome.Teaches _ ->
              outcome;
        };
      }
    };
  }

  static Set<Topic> topics(String question, Told told) {
    List<String> sources = told.facts().stream().map(Told.Fact::source).toList();
    return Topic.of(question, told.say(), sources);
  }

  private void draft(Turn turn, Conversation in, Topic topic, Team.Answered answer, long seq) {
    String cause = in.id() + "/" + seq;
    if (rooms.tasks().ofSubject(cause).isPresent()) return;
    Told told = answer.outcome().told();
    int number =
        rooms
            .tasks()
            .add("draft", turn.text(), in.id(), in.customer(), cause, false, clock.instant());
    levels.draft(
        new Draft(
            number,
            topic.name(),
            false,
            rooms.style().kept(Gate.unmarked(told.say())),
            told.sources(),
            answer.prompt(),
            ""));
    cards.tell(
        "task:" + number,
        language ->
            words.say(
                language,
                "draft.card",
                "number",
                number,
                "topic",
                ladder.name(topic, language),
                "name",
                cards.name(in, language),
                "question",
                Cards.shortened(turn.text()),
                "draft",
                rooms.style().kept(told.say())),
        language -> {
          var buttons = new ArrayList<Button>();
          buttons.add(new Button(words.say(language, "draft.send"), "draft:" + number + ":send"));
          buttons.addAll(cards.answers(number, language));
          return buttons;
        });
  }

  private void mayRecall(Turn turn, Conversation in, Topic topic, Told told, long seq) {
    long until = clock.instant().plus(TO_RECALL).toEpochMilli();
    cards.tell(
        "recall:" + seq,
        language ->
            words.say(
                language,
                "recall.card",
                "topic",
                ladder.name(topic, language),
                "name",
                cards.name(in, language),
                "question",
                Cards.shortened(turn.text()),
                "answer",
                told.say()),
        language ->
            List.of(new Button(words.say(language, "recall.back"), "recall:" + seq + ":" + until)));
    ladder.wentWell(topic.name(), Level.SEND);
  }

  /// What is said to the owner who tapped; empty: not a button of ours.
  Optional<String> tap(Conversation in, String person, String token) {
    Matcher send = SEND.matcher(token);
    Matcher recall = RECALL.matcher(token);
    Matcher rise = RISE.matcher(token);
    if (send.matches()) return Optional.of(sends(in, person, Integer.parseInt(send.group(1))));
    if (recall.matches()) {
      long until = Long.parseLong(recall.group(2));
      return Optional.of(recalls(in, Long.parseLong(recall.group(1)), until));
    }
    if (rise.matches()) return Optional.of(ladder.rises(in, rise.group(1), rise.group(2)));
    return Optional.empty();
  }

  private String sends(Conversation in, String person, int number) {
    Draft draft = levels.draft(number).orElse(null);
    Task task = rooms.tasks().find(number).orElse(null);
    String to = task == null ? null : task.conversation();
    if (draft == null
        || to == null
        || !rooms.tasks().done(number, draft.text(), person, clock.instant())) {
      return words.say(in.language(), "draft.was", "number", number);
    }
    rooms
        .outbox()
        .add(
            to,
            "service",
            "text",
            draft.text(),
            List.of(),
            "draft:" + number,
            draft.sources(),
            draft.prompt());
    ladder.wentWell(draft.topic(), Level.RECALL);
    return words.say(in.language(), "draft.sent", "number", number);
  }

  private String recalls(Conversation in, long seq, long until) {
    Instant now = clock.instant();
    String language = in.language();
    if (now.toEpochMilli() > until) return words.say(language, "recall.late");
    var asked = rooms.inbox().find(seq).orElse(null);
    if (asked == null || rooms.tasks().ofSubject("recall/" + seq).isPresent()) {
      return words.say(language, "recall.was");
    }
    Conversation to = rooms.conversations().find(asked.conversation()).orElseThrow();
    int number =
        rooms
            .tasks()
            .add(
                "recall", asked.item().text(), to.id(), to.customer(), "recall/" + seq, false, now);
    rooms
        .outbox()
        .add(
            to.id(),
            "service",
            words.say(to.language(), "recall.customer"),
            List.of(),
            "recall:" + seq);
    answered
        .to(to.id(), seq)
        .ifPresent(
            answer ->
                ladder.falls(
                    ladder.strictest(
                        Topic.of(asked.item().text(), answer.text(), answer.sources()))));
    rooms.conversations().waitsFor(in.id(), Pendings.task(number, now.plus(TO_TYPE)));
    return words.say(language, "recall.type", "number", number);
  }

  /// A person of the shop has written there: what cannot be right beside it was wrong.
  void corrected(Conversation in, String text) {
    Instant early = clock.instant().minus(STILL_MEANT);
    answered
        .last(in.id())
        .filter(said -> said.at().isAfter(early) && Contradiction.between(said.text(), text))
        .ifPresent(said -> ladder.falls(subject("", said)));
  }

  private Topic subject(String question, Answered.Answer said) {
    return ladder.strictest(Topic.of(question, said.text(), said.sources()));
  }

  /// An owner has answered a task in their own words.
  void answered(Task task, String text) {
    Draft draft = levels.draft(task.number()).orElse(null);
    if (draft != null) {
      if (draft.shadow()) return;
      if (draft.text().strip().equals(text.strip())) {
        ladder.wentWell(draft.topic(), Level.RECALL);
      } else {
        levels.edited(draft.topic());
      }
      return;
    }
    String conversation = task.conversation();
    if (conversation == null) return;
    answered
        .to(conversation, Causes.message(task))
        .filter(said -> Contradiction.between(said.text(), text))
        .ifPresent(
            said ->
                ladder.falls(
                    ladder.strictest(Topic.of(task.summary(), said.text(), said.sources()))));
  }
}
