package shopcrew.roles.storemanager;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.List;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.SalesResult;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Jobs;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Planted;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.model.Phrases;

/// What the store manager can do.
public final class StoreManagerTools {
  private static final String SAID = "the message as it was said";

  private final Words words;
  private final Store store;
  private final Phrases owners;
  private final Planted planted = new Planted();
  private final Shelf.Kept shelf;

  public StoreManagerTools(Store store, Shelf.Kept shelf, Phrases owners, Words words) {
    this.words = words;
    this.store = store;
    this.owners = owners;
    this.shelf = shelf;
  }

  @Tool("Greets and says what the team can do, when nothing else fits.")
  Told introduce(@P(SAID) String message, InvocationParameters with) {
    return Told.of(voice(with).say("introduce"));
  }

  @Tool("Sales, refunds, profit and ads of any period or month, against the period before.")
  Told results(@P(SAID) String message, InvocationParameters with) {
    return new Results(store, shelf).tell(Turn.of(with), voice(with));
  }

  @Tool("What needs the owner now: tasks, late orders, stock, losing ads, new enquiries.")
  Told attention(@P(SAID) String message, InvocationParameters with) {
    return new Attention(store).tell(Turn.of(with).today(), voice(with));
  }

  @Tool("The morning briefing.")
  Told briefing(@P(SAID) String message, InvocationParameters with) {
    return new Briefing(store).tell(Turn.of(with).today(), voice(with));
  }

  @Tool("What the owners have promised customers and not done yet.")
  Told promises(@P(SAID) String message, InvocationParameters with) {
    return new PromiseBook(store).tell(Turn.of(with).now(), voice(with));
  }

  @Tool("What earns and what loses money: products, categories, channels, or one product.")
  Told earnings(@P(SAID) String message, InvocationParameters with) {
    return new Earnings(store, shelf).tell(Turn.of(with), voice(with));
  }

  @Tool("The most valuable customers, those who stopped coming, those who return goods.")
  Told bestCustomers(@P(SAID) String message, InvocationParameters with) {
    return new CustomerReport(store).best(Turn.of(with), voice(with));
  }

  @Tool("One customer in detail: orders, revenue, profit, last order, whether to keep them.")
  Outcome customerDetail(@P(SAID) String message, InvocationParameters with) {
    return new CustomerReport(store).detail(Turn.of(with), voice(with));
  }

  @Tool(
      value = "Takes down a rule of the owners, or shows the rules that count.",
      metadata = Outcome.ACTS)
  Outcome rule(@P(SAID) String message, InvocationParameters with) {
    return new RuleDesk(store).hear(Turn.of(with), voice(with));
  }

  @Tool("A yes or a no in words: says that only the card itself confirms.")
  Told approval(@P(SAID) String message, InvocationParameters with) {
    return Told.of(voice(with).say("approval"));
  }

  @Tool("A file to take in, or data to export: what was handed over, and how it gets in.")
  Told importing(@P(SAID) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    Voice voice = voice(with);
    if (turn.attached().isEmpty()) return Told.of(voice.say("import_how"));
    var say = new StringBuilder();
    for (Turn.Attachment file : turn.attached()) {
      String name = Planted.quoted(file.name(), 40);
      if (!say.isEmpty()) say.append('\n');
      say.append(voice.say("import_seen", "name", name, "lines", file.text().lines().count()));
      if (planted.in(file.text()) || planted.in(file.name())) {
        say.append('\n').append(voice.say("import_orders", "name", name));
      }
    }
    return Told.of(say.append('\n').append(voice.say("import_how")).toString());
  }

  @Tool(
      value = "Takes back the last stock change that was said; says what else can be taken back.",
      metadata = Outcome.ACTS)
  Outcome undo(@P(SAID) String message, InvocationParameters with) {
    return new Outcome.Answer(new Undo(store).last(Turn.of(with), voice(with)));
  }

  @Tool("Several jobs in one message: says who takes which.")
  Told several(@P(SAID) String message, InvocationParameters with) {
    Voice voice = voice(with);
    List<String> jobs = Jobs.parts(Turn.of(with).text());
    var say = new StringBuilder(voice.say("several", "count", jobs.size()));
    for (int i = 0; i < jobs.size(); i++) {
      String who = voice.say("who_" + owners.bestRole(jobs.get(i)).name());
      say.append('\n').append(i + 1).append(". ");
      say.append(voice.say("several_job", "job", Voice.shortened(jobs.get(i), 60), "who", who));
    }
    return Told.of(say.append('\n').append(voice.say("several_end")).toString());
  }

  @Tool("A decision the owners weigh: the figures it rests on, and that it is theirs.")
  Told decision(@P(SAID) String message, InvocationParameters with) {
    Voice voice = voice(with);
    AsOf asOf = AsOf.of(store, Turn.of(with).today());
    Days days = Days.endingOn(asOf.day(), 90);
    SalesResult now = store.sales().total(days);
    SalesResult before = store.sales().total(days.before());
    Money ads = store.adResults().cost(days);
    List<SalesResult> losers =
        new Earnings(store, shelf).losers(asOf.day().minusDays(364), asOf.day());
    Shelf goods = shelf.now();
    List<String> names =
        losers.stream()
            .limit(3)
            .map(
                row -> goods.bySku(row.key()).map(p -> p.title(voice.language())).orElse(row.key()))
            .toList();
    String say =
        voice.say(
            "decision",
            "from",
            days.from(),
            "to",
            days.to(),
            "net",
            voice.money(now.net()),
            "change",
            voice.change(now.net().minus(before.net())),
            "profit",
            voice.money(now.profit()),
            "ads",
            voice.money(ads),
            "left",
            voice.money(now.profit().minus(ads)));
    if (!names.isEmpty()) say += "\n" + voice.say("decision_losers", "names", voice.list(names));
    say += "\n" + voice.say("decision_yours");
    return Told.of(say, now.net().decimalText(), "orders#" + days.from() + ".." + days.to());
  }

  @Tool("Something a person must do: go somewhere, sign, call, pay by hand, legal, press.")
  Outcome offline(@P(SAID) String message, InvocationParameters with) {
    String summary = Voice.shortened(Turn.of(with).text(), 200);
    return new Outcome.ToPerson(
        Told.of(voice(with).say("offline")), new Outcome.Wish("offline", summary, false));
  }

  private Voice voice(InvocationParameters with) {
    return new Voice(words, Turn.of(with).language());
  }
}
