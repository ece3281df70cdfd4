package shopcrew.roles.campaigns;

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

/// What the campaigns specialist can do. Groups, sums and days are read from the owner's own words
// of
/// this turn, whatever a model makes of them.
public final class CampaignTools {
  private static final String SAID = "the message as it was said";
  private static final Pattern LOWER =
      Pattern.compile("打.{0,3}折|特价|降价|降到|(?i:% off|discount|lower the price)");

  private final Words words;
  private final Coupons coupons;
  private final Broadcasts broadcasts;
  private final Offers offers;
  private final Ideas ideas;
  private final PastCampaigns past;

  public CampaignTools(Store store, Shelf.Kept shelf, Words words) {
    Groups groups = new Groups(store, shelf);
    this.words = words;
    this.coupons = new Coupons(store, groups);
    this.broadcasts = new Broadcasts(store, groups);
    this.offers = new Offers(store, shelf);
    this.ideas = new Ideas(store, shelf, groups);
    this.past = new PastCampaigns(store, shelf);
  }

  @Tool(
      value = "Proposes a coupon with a bounded worst case. Issues nothing itself.",
      metadata = Outcome.ACTS)
  Outcome coupon(@P(SAID) String message, InvocationParameters with) {
    return coupons.of(Turn.of(with), voice(with));
  }

  @Tool(
      value = "Proposes a message to a group of customers. Sends nothing itself.",
      metadata = Outcome.ACTS)
  Outcome broadcast(@P(SAID) String message, InvocationParameters with) {
    return broadcasts.of(Turn.of(with), voice(with));
  }

  @Tool(
      value = "Proposes a sale price for one product or looks at one for several. Changes nothing.",
      metadata = Outcome.ACTS)
  Outcome salePrice(@P(SAID) String message, InvocationParameters with) {
    return offers.of(Turn.of(with), voice(with));
  }

  @Tool("Who is in a group of customers: how many, and who cannot be written to and why.")
  Told group(@P(SAID) String message, InvocationParameters with) {
    return ideas.group(Turn.of(with), voice(with));
  }

  @Tool("Customers who have not come back for a while, the best first, and how to win them back.")
  Told winBack(@P(SAID) String message, InvocationParameters with) {
    return ideas.winBack(Turn.of(with), voice(with));
  }

  @Tool(
      value = "Stock that sells slowly, what it ties up, and how low its price may go.",
      metadata = Outcome.ACTS)
  Outcome clearance(@P(SAID) String message, InvocationParameters with) {
    Turn turn = Turn.of(with);
    return LOWER.matcher(turn.text()).find()
        ? offers.of(turn, voice(with))
        : new Outcome.Answer(ideas.clearance(turn, voice(with)));
  }

  @Tool("What two or more products come to as a bundle.")
  Told bundle(@P(SAID) String message, InvocationParameters with) {
    return offers.bundle(Turn.of(with), voice(with));
  }

  @Tool("Drafts a campaign for a feast or a period from the shop's own figures.")
  Told plan(@P(SAID) String message, InvocationParameters with) {
    return past.plan(Turn.of(with), voice(with));
  }

  @Tool("What a past campaign or feast brought, against the time before it.")
  Told review(@P(SAID) String message, InvocationParameters with) {
    return past.review(Turn.of(with), voice(with));
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P(SAID) String message, InvocationParameters with) {
    return Told.of(voice(with).say("introduce"));
  }

  private Voice voice(InvocationParameters with) {
    return new Voice(words, Turn.of(with).language());
  }
}
