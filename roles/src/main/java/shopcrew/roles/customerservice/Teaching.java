package shopcrew.roles.customerservice;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Edits.Change;
import shopcrew.db.Edits.Statement;
import shopcrew.db.Knowledge.Line;
import shopcrew.db.Store;
import shopcrew.db.Versions;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.words.Normal;

/// The owners teach the shop's knowledge in words: a rule is kept, put away, or shown. What was
/// changed is shown back and can be taken back; what contradicts is asked about first.
final class Teaching {
  private static final int LONGEST_RULE = 300;
  private static final int SHORTEST = 4;
  private static final int MOST_SHOWN = 8;
  private static final int MOST_CHOICES = 4;
  private static final double ALIKE = 0.5;
  private static final double NEAR = 0.15;
  private static final int FOUND = 20;
  private static final Pattern REMEMBER =
      Pattern.compile(
          "^(?:请)?(?:帮我)?(?:记住|记一下|记下来?|记着|客服知识库|remember|note)[:：,，\\s]*(?:that\\s+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VAGUE =
      Pattern.compile("改一下|更新一下|换一个|加一条|update the|correct the|change the");
  private static final Pattern FORGET =
      Pattern.compile(
          "^(?:请|把)?(?:忘掉|忘了|忘记|删掉|删除|去掉|作废|不要再说|别再说|forget(?: about)?|drop|remove)"
              + "[:：,，\\s]*(?:that\\s+|the rule(?: about)?\\s+|规[定矩][:：]?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED = Pattern.compile("(?<!\\d)(\\d{1,6}\\.\\d{1,6})(?!\\d)");
  private static final Pattern LIST_WORDS =
      Pattern.compile(
          "我们的?|店里的?|规[定矩]|知识库|里面?|关于|有关|的|有哪些|哪些|是什么|怎么写|怎么说|列一?下|列出|看看|查一?下|有|说|都|什么"
              + "|\\b(?:what|which|do|does|our|are|is|the|rules?|knowledge|about|on|say|says|list|show|me"
              + "|all|we|have|lines?|for)\\b|[?？，,。.]");

  private final Store store;
  private final Words words;

  Teaching(Store store, Words words) {
    this.store = store;
    this.words = words;
  }

  Outcome learn(String message, Turn turn) {
    String language = turn.language();
    if (!(turn.speaker() instanceof Speaker.Owner owner)) return says(language, "owner_only");
    String said = REMEMBER.matcher(message.strip()).replaceFirst("").strip();
    Validity validity = Validity.of(said, turn.today());
    String rule = validity.rule();
    if (rule.length() < SHORTEST
        || rule.length() > LONGEST_RULE
        || VAGUE.matcher(rule).find() && rule.length() < 14) {
      return says(language, "learn_what");
    }
    LocalDate until = validity.until();
    if (until != null && until.isBefore(turn.today())) return says(language, "learn_over");
    Versions versions = Versions.of(rule);
    var statement =
        new Statement("", versions.text(), versions.other(), validity.from(), validity.until());
    List<Line> lines = current(turn);
    Optional<Line> same =
        lines.stream().filter(line -> line.text().equals(statement.text())).findFirst();
    if (same.isPresent() && holdsAlike(same.get(), statement)) {
      return new Outcome.Answer(
          Told.of(words.say(language, "learned_before", "line", shown(same.get(), language))));
    }
    List<Line> others = same.map(line -> without(lines, line)).orElse(lines);
    List<Conflicts.Clash> clashes = new Conflicts(others).with(statement.text());
    var change =
        new Change(
            "owner",
            owner.name(),
            List.of(statement),
            same.stream().toList(),
            clashes.stream().map(Conflicts.Clash::line).toList(),
            clashes.stream().flatMap(clash -> clash.rests(statement).stream()).toList());
    int edit = store.edits().open(change, clashes.isEmpty(), turn.today(), turn.now());
    String both = versions.other().isEmpty() ? "" : " / " + versions.other();
    String kept = statement.text() + both + held(statement.from(), statement.until(), language);
    if (clashes.isEmpty()) {
      return new Outcome.Teaches(
          Told.of(words.say(language, "learned", "rule", kept), statement.text(), "knowledge"),
          edit);
    }
    var say = new StringBuilder(words.say(language, "learn_clash", "rule", kept));
    for (Conflicts.Clash clash : clashes) {
      say.append('\n')
          .append(words.say(language, "known_line", "line", shown(clash.line(), language)));
      if (!clash.rest().isEmpty()) {
        say.append('\n').append(words.say(language, "learn_rest", "rest", clash.rest()));
      }
    }
    say.append('\n').append(words.say(language, "learn_clash_ask"));
    return new Outcome.Teaches(Told.of(say.toString(), statement.text(), "knowledge"), edit);
  }

  Outcome forget(String message, Turn turn) {
    String language = turn.language();
    if (!(turn.speaker() instanceof Speaker.Owner owner)) return says(language, "owner_only");
    String subject = FORGET.matcher(message.strip()).replaceFirst("").strip();
    List<Line> meant = meant(subject, turn);
    if (meant.isEmpty()) return says(language, "forget_none");
    if (meant.size() > 1) {
      var say = new StringBuilder(words.say(language, "forget_which"));
      for (Line line : meant) {
        String numbered = line.ref() + " " + shown(line, language);
        say.append('\n').append(words.say(language, "known_line", "line", numbered));
      }
      List<String> choices =
          meant.stream().map(l -> words.say(language, "forget_this", "number", l.ref())).toList();
      return new Outcome.AsksBack(Told.of(say.toString()), List.of("target"), choices);
    }
    var change = new Change("owner", owner.name(), List.of(), meant, List.of(), List.of());
    int edit = store.edits().open(change, true, turn.today(), turn.now());
    Line line = meant.getFirst();
    String say = words.say(language, "forgotten", "line", shown(line, language));
    return new Outcome.Teaches(Told.of(say, line.text(), "knowledge"), edit);
  }

  Told known(String message, Turn turn) {
    String language = turn.language();
    if (!(turn.speaker() instanceof Speaker.Owner)) {
      return Told.of(words.say(language, "owner_only"));
    }
    String subject = LIST_WORDS.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    Set<String> topics = Reading.notions(Normal.text(subject));
    List<Line> lines =
        current(turn).stream()
            .filter(line -> subject.isEmpty() || speaksOf(line, topics, subject))
            .toList();
    if (lines.isEmpty()) return Told.of(words.say(language, "known_none"));
    var say = new StringBuilder(words.say(language, "known_lines", "count", lines.size()));
    for (Line line : lines.subList(0, Math.min(MOST_SHOWN, lines.size()))) {
      say.append('\n').append(words.say(language, "known_line", "line", shown(line, language)));
    }
    if (lines.size() > MOST_SHOWN) {
      say.append('\n')
          .append(words.say(language, "known_more", "count", lines.size() - MOST_SHOWN));
    }
    return Told.of(say.toString(), lines.size() + "", "knowledge");
  }

  /// What is said now or will be.
  private List<Line> current(Turn turn) {
    return store.knowledge().lines().stream()
        .filter(line -> line.section() > 0 && !line.expiredOn(turn.today()))
        .toList();
  }

  private static List<Line> without(List<Line> lines, Line line) {
    return lines.stream().filter(other -> !other.ref().equals(line.ref())).toList();
  }

  private static boolean holdsAlike(Line line, Statement statement) {
    return Objects.equals(line.from(), statement.from())
        && Objects.equals(line.until(), statement.until());
  }

  /// The line that is meant; several where it cannot be told.
  private List<Line> meant(String subject, Turn turn) {
    List<Line> lines = current(turn);
    Matcher number = NUMBERED.matcher(subject);
    if (number.find()) {
      return lines.stream().filter(line -> line.ref().equals(number.group(1))).toList();
    }
    Set<String> pairs = pairs(subject);
    if (pairs.isEmpty()) return List.of();
    Set<String> refs = new LinkedHashSet<>();
    store.search().lines(subject, FOUND).forEach(hit -> refs.add(hit.ref()));
    List<Line> found = lines.stream().filter(line -> refs.contains(line.ref())).toList();
    double best = found.stream().mapToDouble(line -> alike(line, pairs)).max().orElse(0);
    if (best < ALIKE) return List.of();
    List<Line> near =
        found.stream()
            .filter(line -> alike(line, pairs) >= best - NEAR)
            .limit(MOST_CHOICES)
            .toList();
    List<Line> taught = near.stream().filter(line -> line.source().equals("owner")).toList();
    return taught.size() == 1 ? taught : near;
  }

  private static double alike(Line line, Set<String> pairs) {
    Set<String> there = pairs(line.text() + " " + line.other());
    return (double) pairs.stream().filter(there::contains).count() / pairs.size();
  }

  /// Pairs of characters, and words of the scripts that write blanks.
  private static Set<String> pairs(String text) {
    String normal = Normal.text(text);
    var pairs = new LinkedHashSet<>(Reading.stems(normal));
    for (int i = 0; i + 1 < normal.length(); i++) {
      if (!Reading.wordless(normal.charAt(i)) || !Reading.wordless(normal.charAt(i + 1))) continue;
      pairs.add(normal.substring(i, i + 2));
    }
    return pairs;
  }

  private static boolean speaksOf(Line line, Set<String> topics, String subject) {
    String normal = Normal.text(line.text() + " " + line.other());
    if (normal.contains(Normal.text(subject))) return true;
    Set<String> there = Reading.notions(normal);
    return !topics.isEmpty() && topics.stream().anyMatch(there::contains);
  }

  /// A line with where it is from, since when, and for how long.
  private String shown(Line line, String language) {
    String of =
        line.origin().isEmpty()
            ? words.say(language, "source_" + line.source())
            : words.say(language, "source_named_" + line.source(), "name", line.origin());
    LocalDate day = line.addedOn();
    String from = day == null ? of : of + " " + day;
    return words.say(
        language,
        "line_shown",
        "text",
        line.text() + (line.other().isEmpty() ? "" : " / " + line.other()),
        "source",
        from,
        "held",
        held(line.from(), line.until(), language));
  }

  private String held(@Nullable LocalDate from, @Nullable LocalDate until, String language) {
    String say = from == null ? "" : words.say(language, "held_from", "day", from);
    return until == null ? say : say + words.say(language, "held_until", "day", until);
  }

  private Outcome says(String language, String key) {
    return new Outcome.Answer(Told.of(words.say(language, key)));
  }
}
