package shopcrew.roles.promotion;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.regex.Pattern;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Normal;

/// What the promotion specialist can do. Sums, plans and days are read from the owner's own words
// of
/// this turn, whatever a model makes of them.
public final class PromotionTools {
  private static final String SAID = "the message as it was said";
  private static final Pattern WHICH =
      Pattern.compile("哪个|哪些|哪条|哪几个|该停谁|要不要停|该不该停|\\bwhich\\b|should (?:i|we) (?:stop|pause)");
  private static final Pattern LOWERED =
      Pattern.compile("往下调|调低|下调|降到|降低|降为|减到|减为|少投|\\b(?:lower|reduce|cut)\\b");
  private static final Pattern ONLY_ASKING =
      Pattern.compile(
          "就问问|先别动|划不划算|划算吗|值不值|值得吗|要不要|该不该|should (?:i|we)|is it worth|worth it|just asking");

  private final Words words;
  private final AdTable table;
  private final AdBudgets budgets;
  private final AdPauses pauses;
  private final LeadDesk leads;
  private final Drafts drafts;
  private final Promoters promoters;

  public PromotionTools(Store store, Shelf.Kept shelf, Words words) {
    Plans plans = new Plans(store, shelf, Platforms.load());
    this.words = words;
    this.table = new AdTable(store, plans);
    this.budgets = new AdBudgets(store, shelf, plans, new Caps(store));
    this.pauses = new AdPauses(store, plans);
    this.leads = new LeadDesk(store);
    this.drafts = new Drafts(store, shelf, words, leads);
    this.promoters = new Promoters(store);
  }

  @Tool("Which ads earn and which lose, by the profit of the orders they brought less their cost.")
  Told adResults(@P(SAID) String message, InvocationParameters with) {
    return table.results(Turn.of(with), voice(with));
  }

  @Tool("What the ads cost this month or in a named period, and what is left of the owners' cap.")
  Told adSpend(@P(SAID) String message, InvocationParameters with) {
    return table.spent(Turn.of(with), voice(with));
  }

  @Tool(
      value = "Proposes money for an ad: new, more, longer or resumed. Spends nothing itself.",
      metadata = Outcome.ACTS)
  Outcome adBudget(@P(SAID) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    if (LOWERED.matcher(Normal.text(turn.text())).find()) {
      return pauses.of(turn, voice(with));
    }
    return ONLY_ASKING.matcher(Normal.text(turn.text())).find()
        ? new Outcome.Answer(table.results(turn, voice(with)))
        : budgets.of(turn, voice(with));
  }

  @Tool(value = "Stops an ad or lowers its daily budget. Free.", metadata = Outcome.ACTS)
  Outcome adPause(@P(SAID) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    return WHICH.matcher(Normal.text(turn.text())).find()
        ? new Outcome.Answer(table.results(turn, voice(with)))
        : pauses.of(turn, voice(with));
  }

  @Tool(
      value = "Proposes paying a promoter (blogger, influencer). Spends nothing itself.",
      metadata = Outcome.ACTS)
  Outcome payPromoter(@P(SAID) String message, InvocationParameters with) {
    return promoters.of(Turn.of(with), voice(with));
  }

  @Tool("Which new enquiries are worth answering first, and which are junk.")
  Told sortLeads(@P(SAID) String message, InvocationParameters with) {
    return leads.worthAnswering(Turn.of(with), voice(with));
  }

  @Tool("Drafts an answer to one enquiry, from product facts. Sends nothing.")
  Told followUp(@P(SAID) String message, InvocationParameters with) {
    return drafts.followUp(Turn.of(with), voice(with));
  }

  @Tool("Drafts a letter that introduces the shop to somebody new. Sends nothing.")
  Told letter(@P(SAID) String message, InvocationParameters with) {
    return drafts.letter(Turn.of(with), voice(with));
  }

  @Tool("Drafts posts or a video script about a product, from its facts. Posts nothing.")
  Told post(@P(SAID) String message, InvocationParameters with) {
    return drafts.posts(Turn.of(with), voice(with));
  }

  @Tool("How people and answer engines find the listings: titles and facts that are missing.")
  Told findable(@P(SAID) String message, InvocationParameters with) {
    return drafts.findable(Turn.of(with), voice(with));
  }

  @Tool("What each sales channel brought, as the ground for opening another.")
  Told channels(@P(SAID) String message, InvocationParameters with) {
    return drafts.channels(Turn.of(with), voice(with));
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P(SAID) String message, InvocationParameters with) {
    return Told.of(voice(with).say("introduce"));
  }

  private Voice voice(InvocationParameters with) {
    return new Voice(words, Turn.of(with).language());
  }
}
