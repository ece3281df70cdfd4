package shopcrew.bot.turns;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;
import shopcrew.db.Turns;
import shopcrew.db.Turns.Line;
import shopcrew.roles.Trace;
import shopcrew.roles.Trace.Asked;
import shopcrew.roles.Trace.Called;
import shopcrew.roles.Trace.Held;
import shopcrew.roles.Trace.Step;

/// Tells people how an answer came about. What customers and models wrote is shown, and can do
/// nothing to the screen it is shown on.
public final class Explained {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int NEWEST = 10;
  private static final int FIRST_WORDS = 40;
  private static final int A_SECOND = 1_000;
  private static final String FINDING = "finding.";
  private static final String FAILED = "failed.";

  private final Turns turns;
  private final Askers askers;
  private final String language;
  private final String currency;
  private final ZoneId zone;
  private final Bundle words = new Bundle("turns");

  public Explained(Database database, String shop, String language) {
    this.turns = new Turns(database, shop);
    this.askers = new Askers(database, shop, words, language);
    this.language = language;
    var card = database.store(shop).card();
    this.currency = card.currency();
    this.zone = card.zone();
  }

  /// The last ten, the newest first; empty before the first.
  public List<String> newest() {
    return turns.newest(NEWEST).stream()
        .map(
            turn ->
                say(
                        "newest",
                        "number",
                        turn.number(),
                        "when",
                        when(turn.at()),
                        "role",
                        role(turn.role()),
                        "words",
                        cut(plain(turn.words()).replace('\n', ' ')))
                    + (turn.cost() > 0 ? say("newest.cost", "cost", cost(turn.cost())) : "")
                    + (turn.held() > 0 ? say("newest.held", "count", turn.held()) : ""))
        .toList();
  }

  /// By the number of what was asked, or of what was said; empty if the team answered no such one.
  public Optional<List<String>> of(long message) {
    return turns.of(message).map(this::told);
  }

  private List<String> told(Turns.Entry turn) {
    var lines = new ArrayList<String>();
    lines.add(say("head", "when", when(turn.at()), "role", role(turn.role())));
    List<Line> said = turns.lines(turn);
    said.stream()
        .filter(line -> !line.byUs())
        .map(
            line ->
                say(
                    "asked",
                    "number",
                    line.seq(),
                    "who",
                    plain(askers.name(turn.conversation())),
                    "text",
                    plain(line.text())))
        .forEach(lines::add);
    if (said.stream().noneMatch(Line::byUs)) lines.add(say("said.none"));
    said.stream()
        .filter(Line::byUs)
        .map(line -> say("said." + line.state(), "number", line.seq(), "text", plain(line.text())))
        .forEach(lines::add);
    lines.add(say("prompt", "prompt", turn.role() + " " + turn.prompt()));
    Steps steps = Steps.read(turn.steps());
    lines.add(say(steps.steps().isEmpty() ? "steps.none" : "steps"));
    for (int i = 0; i < steps.steps().size(); i++) {
      lines.add(say("step", "number", i + 1, "step", step(steps.steps().get(i))));
    }
    if (steps.left() > 0) lines.add(say("steps.left", "count", steps.left()));
    lines.add(
        say(
            "sum",
            "time",
            time(turn.millis()),
            "in",
            turn.tokensIn(),
            "out",
            turn.tokensOut(),
            "cost",
            paid(turn.cost())));
    return lines;
  }

  private String step(Step step) {
    return switch (step) {
      case Asked asked -> asked(asked);
      case Called(String tool, String arguments, String result) ->
          say(
              "called",
              "tool",
              plain(tool),
              "arguments",
              plain(arguments),
              "result",
              result.isBlank() ? say("called.nothing") : plain(result).replace("\n", "\n      "));
      case Held(String said, var findings, String next) ->
          say(
              "held",
              "said",
              plain(said),
              "findings",
              findings.stream().map(this::finding).collect(Collectors.joining(say("and"))),
              "next",
              named("next.", next));
    };
  }

  private String asked(Asked asked) {
    String instead =
        asked.instead().isEmpty() ? "" : say("instead", "why", missing(asked.instead()));
    String task = named("task.", asked.task());
    if (asked.model().equals(Trace.HOUSE)) {
      String lost = asked.cost() > 0 ? say("lost", "cost", cost(asked.cost())) : say("free");
      return say("asked.house", "task", task, "time", time(asked.millis()), "cost", lost) + instead;
    }
    return say(
            "asked.model",
            "task",
            task,
            "model",
            plain(asked.model()),
            "in",
            asked.tokensIn(),
            "out",
            asked.tokensOut(),
            "time",
            time(asked.millis()),
            "cost",
            paid(asked.cost()))
        + instead;
  }

  private String finding(String finding) {
    return known(FINDING, plain(finding));
  }

  /// Each model with why it did not answer.
  private String missing(String instead) {
    return Stream.of(plain(instead).split("; "))
        .map(
            one -> {
              String[] parts = one.split(": ", 2);
              return parts.length < 2 ? one : parts[0] + " " + known(FAILED, parts[1]);
            })
        .collect(Collectors.joining(say("and")));
  }

  /// In the reader's language: its first words say of what kind it is, the rest what it was.
  private String known(String kinds, String said) {
    return words.keys("en").stream()
        .filter(key -> key.startsWith(kinds) && said.startsWith(kind(kinds, key)))
        .max(Comparator.comparing(String::length))
        .map(
            key ->
                say(
                    key,
                    "what",
                    said.substring(kind(kinds, key).length()).replaceFirst("^:? ?", "")))
        .orElse(said);
  }

  private static String kind(String kinds, String key) {
    return key.substring(kinds.length()).replace('_', ' ');
  }

  private String role(String folder) {
    return named("role.", folder);
  }

  private String named(String kind, String name) {
    return words.keys("en").contains(kind + name) ? say(kind + name) : plain(name);
  }

  private String time(long millis) {
    if (millis < A_SECOND) return say("millis", "count", millis);
    return say("seconds", "count", millis / A_SECOND + "." + millis % A_SECOND / 100);
  }

  private String paid(long millionths) {
    return millionths == 0 ? say("free") : cost(millionths);
  }

  private String cost(long millionths) {
    return Costs.exact(millionths, currency, language);
  }

  private String when(Instant at) {
    return WHEN.format(at.atZone(zone));
  }

  private static String cut(String text) {
    return text.length() <= FIRST_WORDS ? text : text.substring(0, FIRST_WORDS) + "…";
  }

  /// Without what would move a terminal's cursor or change its colours.
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "");
  }

  private String say(String key, Object... pairs) {
    return words.say(language, key, pairs);
  }
}
