package shopcrew.bot.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shopcrew.bot.Rooms;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Levels;
import shopcrew.db.Levels.Draft;
import shopcrew.roles.Outcome;
import shopcrew.roles.Team;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.customerservice.Contradiction;
import shopcrew.roles.customerservice.Topic;

/// The team looks on: it writes what it would say, customers hear nothing but people, and once a
/// day
/// the owners see how often both said the same.
final class Shadow {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int ENOUGH = 10;
  private static final int OF_TWENTY = 19;
  private static final Told NOTHING = Told.of("");

  private final Rooms rooms;
  private final Levels levels;
  private final Cards cards;
  private final InstantSource clock;
  private final Bundle words;

  Shadow(Rooms rooms, Cards cards, InstantSource clock, Bundle words) {
    this.rooms = rooms;
    this.levels = rooms.levels();
    this.cards = cards;
    this.clock = clock;
    this.words = words;
  }

  /// The same without a word to the customer.
  Outcome watches(Turn turn, Conversation in, Team.Answered answer, long seq) {
    Outcome outcome = answer.outcome();
    return switch (outcome) {
      case Outcome.ToPerson(var _, var wish) -> new Outcome.ToPerson(NOTHING, wish);
      case Outcome.Recognises(var told, String customer) -> {
        passes(in, turn.text(), seq, told, answer.prompt());
        yield new Outcome.Recognises(NOTHING, customer);
      }
      case Outcome.Answer _, Outcome.AsksBack _ -> {
        passes(in, turn.text(), seq, outcome.told(), answer.prompt());
        yield new Outcome.Answer(NOTHING);
      }
      case Outcome.Orders(var _, var _, var _, String asked) ->
          new Outcome.ToPerson(NOTHING, new Outcome.Wish("purchase", asked, false));
      case Outcome.Proposes _, Outcome.HandsOff _, Outcome.Teaches _ -> outcome;
    };
  }

  /// A person answers it.
  void passes(Conversation in, String text, long seq, Told draft, String prompt) {
    String cause = in.id() + "/" + seq;
    if (rooms.tasks().ofSubject(cause).isPresent()) return;
    int number =
        rooms.tasks().add("shadow", text, in.id(), in.customer(), cause, false, clock.instant());
    if (!draft.say().isBlank()) {
      Topic topic = Autonomy.topics(text, draft).iterator().next();
      levels.draft(new Draft(number, topic.name(), true, draft.say(), draft.sources(), prompt, ""));
    }
    cards.tell(
        "task:" + number,
        language ->
            words.say(
                language,
                "shadow.card",
                "number",
                number,
                "name",
                cards.name(in, language),
                "text",
                Cards.shortened(text)),
        language -> cards.answers(number, language));
  }

  /// The day's drafts beside what people wrote.
  String report(Instant slot) {
    Map<String, List<Draft>> today = byTopic(levels.shadowed(slot.minus(DAY)));
    if (today.isEmpty()) return "no drafts";
    Map<String, List<Draft>> all = byTopic(levels.shadowed(slot.minus(LOOKED_BACK)));
    cards.tell(
        "shadow:" + slot.toEpochMilli(),
        language ->
            words.say(language, "shadow.report")
                + today.entrySet().stream()
                    .map(
                        topic ->
                            line(
                                topic.getKey(),
                                topic.getValue(),
                                all.getOrDefault(topic.getKey(), List.of()),
                                language))
                    .collect(Collectors.joining())
                + "\n"
                + words.say(language, "shadow.how"),
        _ -> List.of());
    return "drafts " + today.values().stream().mapToInt(List::size).sum();
  }

  private String line(String topic, List<Draft> today, List<Draft> all, String language) {
    long compared = all.stream().filter(draft -> !draft.answer().isBlank()).count();
    boolean ready = compared >= ENOUGH && same(all) * 20 >= compared * OF_TWENTY;
    return "\n"
        + words.say(
            language,
            ready ? "shadow.ready" : "shadow.line",
            "topic",
            words.say(language, "topic." + topic),
            "count",
            today.size(),
            "answered",
            today.stream().filter(draft -> !draft.answer().isBlank()).count(),
            "same",
            same(today));
  }

  private static long same(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> !draft.answer().isBlank())
        .filter(draft -> Contradiction.same(draft.text(), draft.answer()))
        .count();
  }

  private static Map<String, List<Draft>> byTopic(List<Draft> drafts) {
    return drafts.stream()
        .collect(Collectors.groupingBy(Draft::topic, TreeMap::new, Collectors.toList()));
  }
}
