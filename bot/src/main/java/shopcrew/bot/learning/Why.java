package shopcrew.bot.learning;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.bot.Rooms;
import shopcrew.bot.gate.Gate;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Answered;
import shopcrew.db.Answered.Answer;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;
import shopcrew.db.Store;
import shopcrew.db.Tasks.Task;
import shopcrew.db.Turns;
import shopcrew.roles.customerservice.Sources;

/// An owner asks on what an answer rests, and sees the rows.
final class Why {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)(?:为什么|为啥|凭什么|怎么会|怎么)(?:你|店小队|客服)?(?:刚才|刚刚|上次)?(?:要|会|就)?"
              + "(?:(?:对|跟|给|和).{1,20}?)?(?:这么|这样|那么|那样)(?:回答|答复|回复|答|回|说|讲)(?:的|他|她|呢|了|啊)*[?？。！]*$"
              + "|(?:回答|答复|回复|答案|说法|那条|这条|那句|这句|上一条|上条).{0,8}(?:依据|根据|出处|来源|凭据)(?:是|在)?(?:什么|哪里|哪儿|哪|啥)?[?？。]*$|\\bwhy"
              + " (?:did|do) (?:you|we|it|the (?:bot|team|assistant))"
              + " (?:say|answer|reply|tell|write)\\b|\\bwhat (?:is|was) (?:that|this|the (?:last"
              + " )?(?:answer|reply)).{0,40}\\bbased on\\b|\\bwhere did (?:you get|that answer come"
              + " from)\\b");
  private static final Pattern TASK =
      Pattern.compile("(?i)(?:#|\\btask\\s*#?)\\s*(\\d{1,9})|(\\d{1,9})\\s*号");
  private static final Pattern CUSTOMER = Pattern.compile("(?i)客人|顾客|客户|买家|customer|buyer|client");
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int BEFORE = 6;

  private final Rooms rooms;
  private final Answered answered;
  private final Turns turns;
  private final Sources sources;
  private final Cards cards;
  private final ZoneId zone;
  private final Bundle words;

  Why(Rooms rooms, Store store, Cards cards, ZoneId zone, Bundle words) {
    this.rooms = rooms;
    this.answered = new Answered(rooms.database(), rooms.shop());
    this.turns = new Turns(rooms.database(), rooms.shop());
    this.sources = new Sources(store);
    this.cards = cards;
    this.zone = zone;
    this.words = words;
  }

  /// Empty where nobody asked that. It is kept under the number of the answer, so that it goes when
  /// the customer goes.
  Optional<Learning.Said> asked(Conversation in, String text, long seq) {
    if (!ASKED.matcher(text).find()) return Optional.empty();
    String language = in.language();
    return Optional.of(
        meant(in, text)
            .map(
                answer ->
                    new Learning.Said(
                        Gate.unmarked(shown(answer, language)), "why:" + answer.seq() + ":" + seq))
            .orElseGet(() -> new Learning.Said(words.say(language, "why.nothing"), "in:" + seq)));
  }

  private Optional<Answer> meant(Conversation in, String text) {
    Matcher number = TASK.matcher(text);
    if (number.find()) {
      String digits = number.group(1) == null ? number.group(2) : number.group(1);
      return rooms.tasks().find(Integer.parseInt(digits)).flatMap(this::of);
    }
    List<String> named = answered.named(text);
    if (!named.isEmpty())
      return named.stream().flatMap(id -> answered.last(id).stream()).findFirst();
    if (CUSTOMER.matcher(text).find()) return answered.lastToCustomer();
    return newest(in);
  }

  /// What was answered when the task was filed, or last in its conversation.
  private Optional<Answer> of(Task task) {
    String conversation = task.conversation();
    if (conversation == null) return Optional.empty();
    return answered.to(conversation, Causes.message(task)).or(() -> answered.last(conversation));
  }

  /// The owner's own last answer, unless something about a customer came after it.
  private Optional<Answer> newest(Conversation in) {
    Optional<Answer> own = answered.last(in.id());
    Optional<Answer> theirs = answered.lastToCustomer();
    if (own.isEmpty() || theirs.isEmpty()) return own.or(() -> theirs);
    return own.get().seq() > theirs.get().seq() ? own : theirs;
  }

  private String shown(Answer answer, String language) {
    Conversation at = rooms.conversations().find(answer.conversation()).orElseThrow();
    String name = cards.name(at, language);
    String question =
        rooms.conversations().before(at.id(), answer.seq(), BEFORE).reversed().stream()
            .filter(line -> !line.byUs())
            .map(Line::text)
            .findFirst()
            .orElse("");
    String when = WHEN.format(answer.at().atZone(zone));
    var text =
        new StringBuilder(
            words.say(
                language,
                "why.head",
                "when",
                when,
                "name",
                name,
                "asked",
                Cards.shortened(question),
                "text",
                Cards.shortened(answer.text())));
    for (var row : sources.of(answer.sources(), answer.text(), at.language(), language)) {
      text.append('\n').append(row(row, when, language));
    }
    held(answer, language).ifPresent(line -> text.append('\n').append(line));
    return text.toString();
  }

  /// Whether a model had written something else first.
  private Optional<String> held(Answer answer, String language) {
    return turns
        .of(answer.conversation(), answer.key())
        .filter(turn -> turn.held() > 0)
        .map(turn -> words.say(language, "why.held", "count", turn.held(), "number", answer.seq()));
  }

  private String row(Sources.Row row, String when, String language) {
    if (row.what().isEmpty() && !row.kind().equals("other")) {
      return words.say(language, "why." + row.kind() + ".gone", "row", row.row(), "when", when);
    }
    var day = row.day();
    String since =
        day == null
            ? words.say(language, "why.read", "when", when)
            : words.say(language, "why.day." + row.kind(), "day", day);
    String from = row.from().isEmpty() ? "" : from(row.from(), language);
    return words.say(
        language,
        "why." + row.kind(),
        "row",
        row.row(),
        "what",
        row.what(),
        "from",
        from,
        "since",
        since);
  }

  private String from(String source, String language) {
    String key = "why.from." + source;
    return words.keys("en").contains(key) ? words.say(language, key) : source;
  }
}
