package shopcrew.roles.customerservice;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import shopcrew.db.Store;
import shopcrew.db.Tasks;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;

/// What the customer service does for the owners: the customers' questions and orders, drafts of
/// replies, the shop's rules, and refunds, which it only proposes.
public final class DeskTools {
  private static final String MESSAGE = "the message as it was said";
  private static final int MOST = 8;
  private static final int HOURS_A_DAY = 24;
  private static final Pattern WAITING =
      Pattern.compile(
          "(?i)没回|未回|在等|等回复|没处理|未处理|投诉|问了些?啥|问什么|waiting|unanswered|open|pending|what did"
              + " customers");

  private final Store store;
  private final Words words;
  private final Counter counter;
  private final OwnersOrders orders;
  private final Teaching teaching;

  public DeskTools(Store store, Shelves shelves, Words words) {
    this.store = store;
    this.words = words;
    this.counter = new Counter(shelves, words);
    this.orders = new OwnersOrders(store, words);
    this.teaching = new Teaching(store, words);
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P(MESSAGE) String message, InvocationParameters with) {
    return Told.of(words.say(Turn.of(with).language(), "desk_introduce"));
  }

  @Tool("Answers from the shop's own rules and listings, or shows which customers wait.")
  Told answer(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    if (WAITING.matcher(message).find()) return waiting(turn.language());
    Outcome outcome = counter.answer(message, turn);
    return outcome instanceof Outcome.Answer(Told told)
        ? told
        : Told.of(words.say(turn.language(), "desk_unknown"));
  }

  @Tool("Drafts a reply to a customer, to be looked over; sends nothing.")
  Told draftReply(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    String asked = turn.attached().isEmpty() ? message : turn.attached().getFirst().text();
    Outcome outcome = counter.answer(asked, turn);
    if (outcome instanceof Outcome.Answer(Told told)) {
      String say = words.say(turn.language(), "draft", "text", told.say());
      return new Told(say, told.facts());
    }
    Said rule = counter.grievance(asked, turn.language(), turn.today());
    String text =
        words.say(turn.language(), "draft_plain") + (rule == null ? "" : "\n" + rule.text());
    return Told.of(words.say(turn.language(), "draft", "text", text));
  }

  @Tool(
      value = "Keeps a rule of the shop in the customers' knowledge, with the days it holds for.",
      metadata = Outcome.ACTS)
  Outcome learn(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    if (WAITING.matcher(message).find()) return new Outcome.Answer(waiting(turn.language()));
    return teaching.learn(message, turn);
  }

  @Tool(value = "Puts a line of the customers' knowledge away.", metadata = Outcome.ACTS)
  Outcome forget(@P(MESSAGE) String message, InvocationParameters with) {
    return teaching.forget(message, Turn.of(with));
  }

  @Tool("Lists what the customers' knowledge says about a subject, with source and date.")
  Told known(@P(MESSAGE) String message, InvocationParameters with) {
    return teaching.known(message, Turn.of(with));
  }

  @Tool(
      "Keeps how long goods are held for a customer, or how old stock, price or delivery facts may"
          + " be.")
  Told timeLimit(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    if (!(turn.speaker() instanceof Speaker.Owner(String person, String _))) {
      return Told.of(words.say(turn.language(), "owner_only"));
    }
    TimeWords time = TimeWords.in(message);
    if (time == null || time.hours() == 0) {
      return Told.of(words.say(turn.language(), "limit_what"));
    }
    store.timeLimits().set(time.kind(), time.hours(), person, turn.now());
    String kind = time.kind().name().toLowerCase(Locale.ROOT);
    String span = span(time.hours(), 1, turn.language());
    String twice = span(time.hours(), 2, turn.language());
    return Told.of(
        words.say(turn.language(), "limit_" + kind, "time", span, "twice", twice),
        span,
        "time_limits#" + kind);
  }

  private String span(int hours, int times, String language) {
    boolean days = hours % HOURS_A_DAY == 0;
    int count = times * (days ? hours / HOURS_A_DAY : hours);
    return words.say(language, days ? "span_days" : "span_hours", "count", count);
  }

  @Tool("Tells where orders stand: one order, one customer's, or all that wait to be shipped.")
  Told orderStatus(@P(MESSAGE) String message, InvocationParameters with) {
    return orders.status(message, Turn.of(with).language());
  }

  @Tool("Invoices are made by hand; gives the shop's rule for them.")
  Told invoices(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    String language = turn.language();
    String subject = language.equals("zh") ? "开发票" : "invoice";
    Said rule = counter.rule(subject, language, turn.today());
    String by = words.say(language, "invoice_by_hand");
    return rule == null ? Told.of(by) : new Told(by + "\n" + rule.text(), rule.facts());
  }

  @Tool("Proposes a refund, at most what was paid; or lists the open complaints.")
  Outcome afterSales(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    Outcome refund = orders.refund(message, turn);
    return refund != null ? refund : new Outcome.Answer(waiting(turn.language()));
  }

  private Told waiting(String language) {
    List<Tasks.Task> open =
        store.tasks().open().stream()
            .filter(task -> task.conversation() != null)
            .limit(MOST)
            .toList();
    if (open.isEmpty()) return Told.of(words.say(language, "nobody_waits"));
    var say = new StringBuilder(words.say(language, "these_wait", "count", open.size()));
    for (Tasks.Task task : open) {
      say.append('\n')
          .append(words.say(language, "waits", "number", task.number(), "summary", task.summary()));
      Prospect prospect = Prospect.read(task.signs());
      String why = prospect.warm() ? prospect.why(words, language) : "";
      if (!why.isEmpty()) say.append(words.say(language, "waits_why", "why", why));
    }
    return Told.of(say.toString());
  }
}
