package shopcrew.roles.customerservice;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.FactTimes;
import shopcrew.db.Identification;
import shopcrew.db.MyOrders;
import shopcrew.db.TimeLimits;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Speaker;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.model.Phrases;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Normal;

/// What the customer service at the counter can do. It is given only what a customer may see, and
/// nothing that could spend.
public final class CustomerTools {
  private static final double SURE = 0.9;
  private static final double UNSURE = 0.5;
  private static final String MESSAGE = "the customer's message as it was said";
  private static final String QUESTION =
      "what is asked, in plain words, with every name, number and condition as it was said";
  private static final Pattern ONLY_WORDS =
      Pattern.compile("(?i)prompt|instruction|提示词|指令|设定|规则是|system");
  private static final Pattern UPSET = Pattern.compile("[!！]|什么(?:质量|服务|态度|破)|又.{0,6}了");
  private static final Pattern THEIRS =
      Pattern.compile(
          "我(?:的|最近|那|这|上次|上回|前几天|昨天|买的|订的|拍的|下的).{0,8}(?:单|件|货|包裹|快递)|(?i:\\bmy"
              + " (?:order|parcel|package|last|recent)|\\bi (?:paid|bought|ordered|placed)\\b)");
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "如果|要是|万一|假如|会不会|多久|多长时间|几天|期限|时限|怎么算|谁出|谁付|包不包|(?:赔|管|认|换|退)(?:不|吗|么|嘛)|"
              + "(?i:\\bif\\b|how long|how many days|who pays|do you|would|policy|\\bcan i\\b)");
  private static final Set<String> GRIEVANCES = Set.of("damage", "missing", "quality");
  private static final Pattern TARGETS =
      Pattern.compile(
          "(?i)退|钱|元|块|价|券|订单|地址|电话|成本|利润|客户|\\d|refund|price|coupon|order|address|phone|cost|profit|customer|owner");

  private final Words words;
  private final Counter counter;
  private final OrderDesk orders;
  private final Ordering ordering;
  private final Freshness freshness;
  private final Function<String, MyOrders> ordersOf;
  private final Phrases phrases;

  public CustomerTools(
      Shelves shelves,
      Identification identification,
      Function<String, MyOrders> ordersOf,
      TimeLimits limits,
      FactTimes times,
      Phrases phrases,
      Words words) {
    this.words = words;
    this.counter = new Counter(shelves, words);
    this.orders = new OrderDesk(words, identification);
    this.ordering = new Ordering(counter, shelves.catalogue, limits::hold, words);
    this.freshness = new Freshness(limits, times, words);
    this.ordersOf = ordersOf;
    this.phrases = phrases;
  }

  @Tool("Answers a question about a product or the shop's rules from the shop's data.")
  Outcome answer(@P(QUESTION) String question, InvocationParameters with) {
    Turn turn = Turn.of(with);
    boolean ofAnOrder = identified(turn) && !OrderDesk.ids(turn.text()).isEmpty();
    return ofAnOrder ? order(turn.text(), with) : plainly(question, turn, this::answered);
  }

  /// The plainer question first, if there is one; where it finds nothing, what was said. A person
  /// reads what was said in any case.
  private static Outcome plainly(
      String question, Turn turn, BiFunction<String, Turn, Outcome> answering) {
    if (!question.equals(turn.text())) {
      Outcome answer = answering.apply(question, turn);
      if (answer instanceof Outcome.Answer) return answer;
    }
    return answering.apply(turn.text(), turn);
  }

  private Outcome answered(String message, Turn turn) {
    return fresh(counter.answer(message, turn), message, turn);
  }

  /// A change to the conditions of the wish before; null where it is none.
  private @Nullable Outcome corrected(String message, Turn turn) {
    Outcome corrected = counter.corrected(message, turn);
    return corrected == null ? null : fresh(corrected, message, turn);
  }

  private Outcome fresh(Outcome outcome, String message, Turn turn) {
    String language = Counter.language(message, turn);
    return freshness.checked(outcome, message, counter.shelf(turn.today()), turn, language);
  }

  @Tool("Finds products that meet all conditions of a wish.")
  Outcome search(@P(QUESTION) String question, InvocationParameters with) {
    return plainly(question, Turn.of(with), this::searched);
  }

  private Outcome searched(String message, Turn turn) {
    return fresh(counter.search(message, turn), message, turn);
  }

  @Tool("Answers a table of wishes, pasted or sent, row by row.")
  Outcome wishList(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    String table = WishList.of(message, turn);
    var list = new WishList(counter.shelf(turn.today()), words, Counter.language(table, turn));
    return fresh(list.answer(table), table, turn);
  }

  @Tool("Tells an identified customer about their own orders; asks a guest to verify.")
  Outcome order(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    Outcome corrected = corrected(message, turn);
    if (corrected != null) return corrected;
    String language = Counter.language(message, turn);
    Shelf shelf = counter.shelf(turn.today());
    double score = phrases.bestTool(message, tool -> true).score();
    if (OrderDesk.ids(message).isEmpty() && score < SURE && !ofTheirs(message, turn)) {
      Outcome answer = answered(message, turn);
      if (answer instanceof Outcome.Answer || score < UNSURE) return answer;
    }
    if (turn.speaker() instanceof Speaker.Customer(String customer) && customer != null) {
      Set<String> skus = new LinkedHashSet<>(shelf.finder.find(message).skus());
      return orders.status(message, ordersOf.apply(customer), skus, turn, shelf, language);
    }
    return orders.verify(message, turn, ordersOf, shelf, language);
  }

  @Tool("Drafts an order of goods the customer wants to buy; an owner has to confirm it.")
  Outcome placeOrder(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    Outcome corrected = corrected(message, turn);
    if (corrected != null) return corrected;
    if (phrases.settles(message, "deal")) return deal(message, with);
    boolean alike =
        !Counter.asks(message) && !Wishes.limited(message) && !Counts.in(message).isEmpty();
    boolean clear = phrases.best(message).score() >= 1 || alike;
    return fresh(
        clear ? ordering.take(message, turn) : counter.search(message, turn), message, turn);
  }

  @Tool("Takes the wish to change, cancel or return an order; a person does it.")
  Outcome changeOrder(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    Outcome corrected = corrected(message, turn);
    if (corrected != null) return corrected;
    if (!(turn.speaker() instanceof Speaker.Customer(String customer)) || customer == null) {
      return toPerson("order", "order_wish", message, true, false, with);
    }
    String language = Counter.language(message, turn);
    Shelf shelf = counter.shelf(turn.today());
    return orders.change(
        message,
        ordersOf.apply(customer),
        Set.copyOf(shelf.finder.find(message).skus()),
        turn,
        shelf,
        language,
        counter.grievance(message, language, turn.today()));
  }

  @Tool("Passes a wish for a discount, terms, agency, contract or gifts to the owner.")
  Outcome deal(@P(MESSAGE) String message, InvocationParameters with) {
    Outcome answer = doubtful(message, with);
    if (answer == null && Superlative.in(message) != null) {
      Outcome found = searched(message, Turn.of(with));
      if (found instanceof Outcome.Answer) answer = found;
    }
    return answer != null ? answer : toPerson("deal", "deal", message, false, false, with);
  }

  @Tool("Takes a complaint: damage, faults, missing parts, delay, bad service.")
  Outcome complaint(@P(MESSAGE) String message, InvocationParameters with) {
    boolean supposed =
        SUPPOSED.matcher(message).find()
            || Reading.notions(Normal.text(message)).stream().noneMatch(GRIEVANCES::contains);
    boolean upset = UPSET.matcher(message).find();
    Outcome answer = supposed && !upset ? doubtful(message, with) : null;
    return answer != null ? answer : toPerson("complaint", "complaint", message, true, false, with);
  }

  @Tool("Takes a wish for money back or compensation; only the owner decides.")
  Outcome refund(@P(MESSAGE) String message, InvocationParameters with) {
    boolean asksOfOrder = Counter.asks(message) && !OrderDesk.ids(message).isEmpty();
    if (asksOfOrder && identified(Turn.of(with))) return order(message, with);
    Outcome answer = doubtful(message, with);
    return answer != null ? answer : toPerson("refund", "refund", message, true, false, with);
  }

  @Tool("Somebody was hurt or could be hurt: urgent, to a person.")
  Outcome incident(@P(MESSAGE) String message, InvocationParameters with) {
    return toPerson("safety", "incident", message, false, true, with);
  }

  @Tool("The customer wants a human, or it is legal, press or other people's business.")
  Outcome person(@P(MESSAGE) String message, InvocationParameters with) {
    Outcome answer = doubtful(message, with);
    return answer != null ? answer : toPerson("human", "person", message, false, false, with);
  }

  /// No tool could say anything: a person looks.
  public Outcome otherwise(Turn turn) {
    String say = words.say(turn.language(), "person");
    return new Outcome.ToPerson(Told.of(say), new Outcome.Wish("question", turn.text(), false));
  }

  @Tool("Personal data: what is stored, deleting it, or another person's data.")
  Outcome privacy(@P(MESSAGE) String message, InvocationParameters with) {
    return toPerson("privacy", "privacy", message, false, false, with);
  }

  @Tool("Refuses what nobody at the counter may do: rules, prices, inner data, impersonation.")
  Outcome refuse(@P(MESSAGE) String message, InvocationParameters with) {
    Outcome answer = doubtful(message, with);
    if (answer != null) return answer;
    String language = Counter.language(message, Turn.of(with));
    if (ONLY_WORDS.matcher(message).find() && !TARGETS.matcher(message).find()) {
      return new Outcome.Answer(Told.of(words.say(language, "refuse")));
    }
    return toPerson("attack", "refuse", message, false, false, with);
  }

  @Tool("Small talk, thanks, greetings, and what has nothing to do with the shop.")
  Outcome smallTalk(@P(MESSAGE) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    String kind = SmallTalk.about(message);
    boolean more = counter.followsUp(message, turn) || doubtful(message, with) != null;
    boolean asks = Counter.asks(message) && phrases.best(message).score() < 1;
    if (kind.equals("talk_hello") && (more || asks)) return answered(message, turn);
    return new Outcome.Answer(Told.of(words.say(Counter.language(message, turn), kind)));
  }

  /// Whether it is about an order of the asker's, not about how orders go.
  private boolean ofTheirs(String message, Turn turn) {
    boolean before =
        turn.speaker() instanceof Speaker.Customer(String customer)
            && customer != null
            && orders.spokenOf(turn, ordersOf.apply(customer));
    return before || THEIRS.matcher(message).find();
  }

  private static boolean identified(Turn turn) {
    return turn.speaker() instanceof Speaker.Customer(String customer) && customer != null;
  }

  /// Where only the likeness of wordings speaks for a wish and the data answers the message as a
  /// question, it was a question.
  private @Nullable Outcome doubtful(String message, InvocationParameters with) {
    Outcome corrected = corrected(message, Turn.of(with));
    if (corrected != null) return corrected;
    double score = phrases.bestTool(message, tool -> true).score();
    if (score >= 1) return null;
    if (Wishes.limited(message)) {
      Outcome found = searched(message, Turn.of(with));
      if (found instanceof Outcome.Answer) return found;
    }
    if (!Counter.asks(message)) return null;
    boolean named = counter.names(message, Turn.of(with));
    if (!named && !Reading.asksMoreThanMoney(message)) return null;
    if (score >= SURE && !named && !Reading.asksAttribute(message)) return null;
    Outcome answer = answered(message, Turn.of(with));
    return answer instanceof Outcome.Answer || score < UNSURE ? answer : null;
  }

  private Outcome toPerson(
      String kind,
      String key,
      String message,
      boolean withRule,
      boolean urgent,
      InvocationParameters with) {
    Turn turn = Turn.of(with);
    String language = Counter.language(message, turn);
    Said rule = withRule ? counter.grievance(message, language, turn.today()) : null;
    String say = words.say(language, key);
    var wish = new Outcome.Wish(kind, message, urgent);
    if (rule == null) return new Outcome.ToPerson(Told.of(say), wish);
    return new Outcome.ToPerson(new Told(say + "\n" + rule.text(), rule.facts()), wish);
  }
}
