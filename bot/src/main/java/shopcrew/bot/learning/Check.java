package shopcrew.bot.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Rooms;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Answered;
import shopcrew.db.Levels.Level;
import shopcrew.db.Listing;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.customerservice.Topic;
import shopcrew.roles.customerservice.Wordings;
import shopcrew.roles.words.Digits;
import shopcrew.roles.words.Language;

/// Asks the team before the day begins what customers ask most, each in ten wordings. What is not
/// answered the same is shown to the owners, and its subject goes back to drafts.
final class Check {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int MOST = 50;
  private static final int SHOWN = 5;
  private static final int SHORT = 120;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Rooms rooms;
  private final Store store;
  private final Cards cards;
  private final Bundle words;

  Check(Rooms rooms, Store store, Cards cards, Bundle words) {
    this.rooms = rooms;
    this.store = store;
    this.cards = cards;
    this.words = words;
  }

  /// One wording, what was answered, and what that rests on.
  private record Heard(String wording, String said, boolean chinese, Set<String> facts) {}

  private record Doubt(Heard one, Heard other) {}

  /// @param ask what the team would tell somebody who asks so; nothing where it would not
  String run(Instant slot, Function<String, Told> ask) {
    var counts = new LinkedHashMap<Wordings.Fact, Integer>();
    var asked = new HashMap<Wordings.Fact, String>();
    var answered = new Answered(rooms.database(), rooms.shop());
    for (var question : answered.questions(slot.minus(LOOKED_BACK))) {
      for (var fact : Wordings.asked(question.words(), question.sources())) {
        counts.merge(fact, 1, Integer::sum);
        asked.putIfAbsent(fact, question.words());
      }
    }
    List<Wordings.Fact> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Collections.reverseOrder()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    var doubts = new ArrayList<Doubt>();
    for (Wordings.Fact fact : most) {
      Doubt doubt = doubt(fact, asked.getOrDefault(fact, ""), ask);
      if (doubt != null) doubts.add(doubt);
    }
    if (!doubts.isEmpty()) rooms.database().writing(_ -> tell(doubts, most.size(), slot));
    return "asked " + most.size() + ", differ " + doubts.size();
  }

  private @Nullable Doubt doubt(Wordings.Fact fact, String asked, Function<String, Told> ask) {
    Listing about = fact.sku().isEmpty() ? null : store.catalogue().bySku(fact.sku()).orElse(null);
    if (about == null && !fact.sku().isEmpty()) return null;
    var all = new ArrayList<Heard>();
    for (String wording : Wordings.of(fact, about, asked)) {
      Told told = ask.apply(wording);
      Set<String> facts = facts(fact, told);
      if (facts.isEmpty()) continue;
      all.add(new Heard(wording, told.say(), Language.of(wording) == Language.ZH, facts));
    }
    for (Heard one : all) {
      for (Heard other : all) if (apart(one, other)) return new Doubt(one, other);
    }
    return null;
  }

  /// Of a product its values, of a rule where it stands. What rests on anything else as well, such
  /// as a search, answers another question.
  private static Set<String> facts(Wordings.Fact fact, Told told) {
    boolean product = !fact.sku().isEmpty();
    String row = product ? "#" + fact.sku() : "knowledge";
    if (!told.facts().stream().allMatch(one -> one.source().contains(row))) return Set.of();
    return told.facts().stream()
        .map(one -> product ? one.value() : one.source())
        .collect(Collectors.toSet());
  }

  /// In the same language nothing in common; across languages, figures and none of them the same.
  private static boolean apart(Heard one, Heard other) {
    if (one.chinese == other.chinese || one.facts.stream().allMatch(Check::rule)) {
      return Collections.disjoint(one.facts, other.facts);
    }
    Set<String> ours = numbers(one.facts);
    Set<String> theirs = numbers(other.facts);
    return !ours.isEmpty() && !theirs.isEmpty() && Collections.disjoint(ours, theirs);
  }

  private static boolean rule(String fact) {
    return fact.startsWith("knowledge");
  }

  private static Set<String> numbers(Set<String> facts) {
    var numbers = new HashSet<String>();
    for (String fact : facts) {
      Matcher number = NUMBER.matcher(Digits.of(fact));
      while (number.find()) numbers.add(number.group());
    }
    return numbers;
  }

  private void tell(List<Doubt> doubts, int asked, Instant slot) {
    Set<Topic> topics =
        doubts.stream()
            .flatMap(doubt -> Topic.of(doubt.one.wording, "", List.of()).stream())
            .collect(Collectors.toSet());
    topics.forEach(topic -> rooms.levels().set(topic.name(), Level.DRAFT));
    cards.tell(
        "check:" + slot.toEpochMilli(),
        language ->
            words.say(
                language,
                "check.report",
                "asked",
                asked,
                "count",
                doubts.size(),
                "lines",
                doubts.stream()
                    .limit(SHOWN)
                    .map(doubt -> line(doubt, language))
                    .collect(Collectors.joining("\n")),
                "topics",
                topics.stream()
                    .sorted()
                    .map(topic -> words.say(language, "topic." + topic))
                    .collect(Collectors.joining(words.say(language, "and")))),
        _ -> List.of());
  }

  private String line(Doubt doubt, String language) {
    return words.say(
        language,
        "check.line",
        "one",
        doubt.one.wording,
        "said",
        shortened(doubt.one.said),
        "other",
        doubt.other.wording,
        "other_said",
        shortened(doubt.other.said));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(SHORT, text.length()));
  }
}
