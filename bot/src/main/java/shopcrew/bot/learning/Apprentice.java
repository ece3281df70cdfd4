package shopcrew.bot.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Rooms;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Edits.Change;
import shopcrew.db.Edits.Statement;
import shopcrew.db.Knowledge;
import shopcrew.db.Lessons;
import shopcrew.db.Lessons.Lesson;
import shopcrew.db.Lessons.Question;
import shopcrew.db.Lessons.State;
import shopcrew.db.Outbox.Button;
import shopcrew.db.People.Person;
import shopcrew.db.Store;
import shopcrew.roles.customerservice.Likeness;
import shopcrew.roles.words.Language;

/// Learns what customers asked in vain: once a day it offers the owners the question that came
/// most,
/// and keeps an answer only after their yes.
final class Apprentice {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final Duration STILL_WAITING = Duration.ofHours(72);
  private static final Duration TO_TYPE = Duration.ofMinutes(30);
  private static final Pattern TAP = Pattern.compile("lesson:(\\d{1,9}):(keep|write|no)");
  private static final Pattern PENDING = Pattern.compile("lesson:(\\d{1,9}):(\\d{1,18})");
  private static final Pattern PRIVATE = Pattern.compile("\\d{5,}|@|https?:|…");
  private static final Pattern ENDING = Pattern.compile("[\\s?？!！。.,，~～]+$");
  private static final int LONGEST = 80;
  private static final int QUOTED = 3;
  private static final int MOST_READY = 3;

  private final Rooms rooms;
  private final Store store;
  private final Lessons lessons;
  private final List<Channel> channels;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Bundle words;

  Apprentice(
      Rooms rooms,
      Store store,
      List<Channel> channels,
      InstantSource clock,
      ZoneId zone,
      Bundle words) {
    this.rooms = rooms;
    this.store = store;
    this.lessons = new Lessons(rooms.database(), rooms.shop());
    this.channels = channels;
    this.clock = clock;
    this.zone = zone;
    this.words = words;
  }

  /// The daily offer.
  ///
  /// @param known whether the team can answer it by now
  String offer(Instant slot, Predicate<String> known) {
    var fresh = new ArrayList<Question>();
    List<Question> all = lessons.asked(slot.minus(LOOKED_BACK));
    List<Question> treated = all.stream().filter(one -> one.lesson() != null).toList();
    for (Question question : all) {
      if (question.lesson() != null || PRIVATE.matcher(question.words()).find()) continue;
      Optional<Question> like =
          treated.stream()
              .filter(other -> Likeness.alike(question.words(), other.words()))
              .findFirst();
      if (like.isPresent()) {
        lessons.joins(question.task(), Objects.requireNonNull(like.get().lesson()));
      } else if (!known.test(question.words())) {
        fresh.add(question);
      }
    }
    return Likeness.groups(fresh.stream().map(Question::words).toList()).stream()
        .map(group -> group.stream().map(fresh::get).toList())
        .filter(group -> group.size() > 1 || answer(group).isPresent())
        .findFirst()
        .map(group -> "offered " + tell(group, slot))
        .orElse("nothing to offer");
  }

  private int tell(List<Question> group, Instant slot) {
    return rooms
        .database()
        .write(
            _ -> {
              Optional<Question> answer = answer(group);
              Question wording = wording(group, answer.map(Question::answer).orElse(""));
              int number =
                  lessons.offer(
                      group.stream().map(Question::task).toList(),
                      wording.task(),
                      answer.map(Question::task).orElse(0),
                      slot);
              for (Conversation to : rooms.owners()) {
                if (!to.shared()) tell(to, number, group, wording, answer.orElse(null));
              }
              return number;
            });
  }

  private void tell(
      Conversation to,
      int number,
      List<Question> group,
      Question wording,
      @Nullable Question answer) {
    String language = to.language();
    var asked = new ArrayList<String>();
    for (Question question : group.subList(Math.max(0, group.size() - QUOTED), group.size())) {
      asked.add(words.say(language, "lesson.asked", "words", shortened(question.words())));
    }
    var text =
        new StringBuilder(
            words.say(
                language,
                "lesson.offer",
                "count",
                group.size(),
                "asked",
                String.join("\n", asked)));
    var buttons = new ArrayList<Button>();
    if (answer == null) {
      text.append('\n').append(words.say(language, "lesson.open"));
    } else {
      String line = line(wording, answer.answer());
      text.append('\n')
          .append(words.say(language, "lesson.draft", "answer", answer.answer(), "line", line));
      buttons.add(new Button(words.say(language, "lesson.keep"), "lesson:" + number + ":keep"));
    }
    buttons.add(new Button(words.say(language, "lesson.write"), "lesson:" + number + ":write"));
    buttons.add(new Button(words.say(language, "lesson.no"), "lesson:" + number + ":no"));
    rooms
        .outbox()
        .notice(to.id(), "service", Gate.unmarked(text.toString()), buttons, "lesson:" + number);
  }

  /// What an owner wrote last to one of them; a ready reply that was tapped is not the owner's
  /// words.
  private Optional<Question> answer(List<Question> group) {
    return group.stream()
        .filter(one -> !one.answer().isBlank() && !ready(one))
        .reduce((_, last) -> last);
  }

  private boolean ready(Question question) {
    return IntStream.rangeClosed(1, MOST_READY)
        .mapToObj(number -> rooms.replies().find(question.task(), number))
        .flatMap(Optional::stream)
        .anyMatch(reply -> reply.text().strip().equals(question.answer().strip()));
  }

  /// The shortest wording, in the answer's language if there is one.
  private static Question wording(List<Question> group, String answer) {
    Language language = Language.of(answer);
    return group.stream()
        .min(
            Comparator.comparing((Question one) -> Language.of(one.words()) != language)
                .thenComparing(one -> one.words().length())
                .thenComparing(Question::task))
        .orElseThrow();
  }

  private String line(Question wording, String answer) {
    String language = Language.of(answer) == Language.ZH ? "zh" : "en";
    String question = ENDING.matcher(shortened(wording.words())).replaceAll("");
    return words.say(language, "lesson.line", "question", question, "answer", answer.strip());
  }

  /// What is said to the owner who tapped; empty: not a button of a lesson.
  Optional<String> tap(Conversation in, String person, String token) {
    Matcher tap = TAP.matcher(token);
    if (!tap.matches()) return Optional.empty();
    String language = in.language();
    Lesson lesson = lessons.find(Integer.parseInt(tap.group(1))).orElse(null);
    if (lesson == null || lesson.state() != State.OFFERED) {
      return Optional.of(words.say(language, "lesson.was"));
    }
    return Optional.of(
        switch (tap.group(2)) {
          case "keep" ->
              rooms
                  .tasks()
                  .find(lesson.answerTask())
                  .flatMap(task -> Optional.ofNullable(task.answer()))
                  .map(answer -> keeps(in, person, lesson, answer))
                  .orElseGet(() -> words.say(language, "lesson.gone"));
          case "write" -> {
            long until = clock.instant().plus(TO_TYPE).toEpochMilli();
            rooms.conversations().waitsFor(in.id(), "lesson:" + lesson.number() + ":" + until);
            yield words.say(language, "lesson.type");
          }
          default -> {
            lessons.decide(lesson.number(), State.DECLINED, person, clock.instant());
            yield words.say(language, "lesson.declined");
          }
        });
  }

  /// The words that an owner wanted to write for a lesson.
  Optional<String> written(Conversation in, String person, String text) {
    String pending = in.pending();
    if (pending == null) return Optional.empty();
    Matcher waits = PENDING.matcher(pending);
    if (!waits.matches()) return Optional.empty();
    if (clock.instant().toEpochMilli() > Long.parseLong(waits.group(2))) return Optional.empty();
    rooms.conversations().waitsFor(in.id(), null);
    return lessons.find(Integer.parseInt(waits.group(1))).map(one -> keeps(in, person, one, text));
  }

  private String keeps(Conversation in, String person, Lesson lesson, String answer) {
    List<Question> asked = lessons.of(lesson.number());
    Question wording =
        asked.stream().filter(one -> one.task() == lesson.wordsTask()).findFirst().orElse(null);
    String language = in.language();
    if (wording == null
        || PRIVATE.matcher(wording.words()).find()
        || answer.isBlank()
        || answer.equals("…")) {
      return words.say(language, "lesson.gone");
    }
    Instant now = clock.instant();
    if (!lessons.decide(lesson.number(), State.KEPT, person, now)) {
      return words.say(language, "lesson.was");
    }
    String line = line(wording, answer);
    String name = rooms.people().find(person).map(Person::name).orElse(person);
    var said = Change.said(name, new Statement("", line, "", null, null));
    store.edits().open(said, true, LocalDate.ofInstant(now, zone), now);
    int told = 0;
    var reached = new HashSet<String>();
    for (Question question : asked) {
      if (!question.answer().isBlank() || question.at().plus(STILL_WAITING).isBefore(now)) continue;
      if (!reaches(question.conversation(), now)) continue;
      rooms.tasks().done(question.task(), answer, person, now);
      if (!reached.add(question.conversation())) continue;
      answers(
          question, lesson.number(), answer.strip(), "knowledge.md#" + Knowledge.OWNERS_SECTION);
      told++;
    }
    return told == 0
        ? words.say(language, "lesson.kept.alone", "line", line)
        : words.say(language, "lesson.kept", "line", line, "count", told);
  }

  /// Not where a person of the shop is talking, and not where the platform would refuse it.
  private boolean reaches(String conversation, Instant now) {
    if (rooms.contacts().holding(conversation).filter(h -> now.isBefore(h.until())).isPresent()) {
      return false;
    }
    Conversation to = rooms.conversations().find(conversation).orElseThrow();
    return channels.stream()
        .filter(channel -> channel.name().equals(to.channel()))
        .allMatch(channel -> channel.mayWrite(to));
  }

  private void answers(Question question, int lesson, String answer, String source) {
    String to = question.conversation();
    String language = rooms.conversations().find(to).orElseThrow().language();
    String text =
        words.say(
            language, "lesson.answer", "question", shortened(question.words()), "answer", answer);
    rooms
        .outbox()
        .add(to, "service", "text", Gate.unmarked(text), List.of(), "learnt:" + lesson, source, "");
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).strip();
  }
}
