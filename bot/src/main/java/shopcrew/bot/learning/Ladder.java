package shopcrew.bot.learning;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Levels;
import shopcrew.db.Levels.Level;
import shopcrew.db.Outbox.Button;
import shopcrew.roles.customerservice.Topic;

/// How a subject goes up and down: up on a record and an owner's yes, down after a correction.
final class Ladder {
  private static final int RECORD = 20;

  private final Levels levels;
  private final Cards cards;
  private final InstantSource clock;
  private final Bundle words;

  Ladder(Levels levels, Cards cards, InstantSource clock, Bundle words) {
    this.levels = levels;
    this.cards = cards;
    this.clock = clock;
    this.words = words;
  }

  Topic strictest(Set<Topic> topics) {
    return topics.stream()
        .min(
            Comparator.comparing((Topic topic) -> levels.of(topic.name()).level())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// From now on an owner sees it first, and is told so in one line.
  void falls(Topic topic) {
    if (levels.of(topic.name()).level() == Level.DRAFT) {
      levels.edited(topic.name());
      return;
    }
    levels.set(topic.name(), Level.DRAFT);
    cards.tell(
        "fell:" + topic + ":" + clock.millis(),
        language -> words.say(language, "level.fell", "topic", name(topic, language)),
        _ -> List.of());
  }

  /// One more went out as it was written; after enough of them the owners are asked.
  void wentWell(String topic, Level next) {
    if (levels.unedited(topic) != RECORD) return;
    String key = next == Level.RECALL ? "level.ask.recall" : "level.ask.send";
    cards.tell(
        "rise:" + topic + ":" + clock.millis(),
        language ->
            words.say(
                language, key, "count", RECORD, "topic", name(Topic.valueOf(topic), language)),
        language ->
            List.of(
                new Button(words.say(language, "level.yes"), "level:" + topic + ":" + next),
                new Button(words.say(language, "level.no"), "level:" + topic + ":STAY")));
  }

  String rises(Conversation in, String topic, String to) {
    String language = in.language();
    String name = name(Topic.valueOf(topic), language);
    if (to.equals("STAY")) {
      levels.edited(topic);
      return words.say(language, "level.stays", "topic", name);
    }
    Level next = Level.valueOf(to);
    Level now = levels.of(topic).level();
    if (now.ordinal() + 1 != next.ordinal()) return words.say(language, "level.was", "topic", name);
    levels.set(topic, next);
    return words.say(language, "level.set." + next, "topics", name);
  }

  String name(Topic topic, String language) {
    return words.say(language, "topic." + topic);
  }
}
