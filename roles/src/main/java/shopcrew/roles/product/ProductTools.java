package shopcrew.roles.product;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import shopcrew.db.Store;
import shopcrew.prompts.Words;
import shopcrew.roles.Outcome;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;

/// What the product specialist can do.
public final class ProductTools {
  private static final String SAID = "the message as it was said";

  private final Words words;
  private final Store store;
  private final Shelf.Kept shelf;
  private final Labels labels = new Labels();
  private final Complaints complaints;
  private final NewProducts newProducts;

  public ProductTools(Store store, Shelf.Kept shelf, Words words) {
    this.words = words;
    this.store = store;
    this.shelf = shelf;
    this.complaints = new Complaints(store);
    this.newProducts = new NewProducts(store);
  }

  @Tool("Says what this colleague can do, when nothing else fits.")
  Told introduce(@P(SAID) String message, InvocationParameters with) {
    return Told.of(voice(with).say("introduce"));
  }

  @Tool("Stock, price, cost, margin and facts of a product, or of all.")
  Told stock(@P(SAID) String message, InvocationParameters with) {
    return new StockReport(store, labels).stock(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("What is sold out or running out, days of cover, and what lies too long.")
  Told lowStock(@P(SAID) String message, InvocationParameters with) {
    return new StockReport(store, labels).low(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(
      value = "Proposes to buy stock of a product, or advises what to order.",
      metadata = Outcome.ACTS)
  Outcome restock(@P(SAID) String message, InvocationParameters with) {
    return new Restocking(store).hear(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(
      value = "Records a sale made outside of the shop's channels; stock follows.",
      metadata = Outcome.ACTS)
  Outcome sold(@P(SAID) String message, InvocationParameters with) {
    return new StockBook(store).sold(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(
      value = "Records goods that arrived, were counted, or were damaged; stock follows.",
      metadata = Outcome.ACTS)
  Outcome delivered(@P(SAID) String message, InvocationParameters with) {
    return new StockBook(store).delivered(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("Checks listings for missing texts and facts and for contradictions.")
  Told listingCheck(@P(SAID) String message, InvocationParameters with) {
    return new ListingCheck(labels).tell(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("Drafts title and description in Chinese and English from the product's facts.")
  Outcome draftTitle(@P(SAID) String message, InvocationParameters with) {
    return new Drafts(store, labels).hear(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("Drafts the texts of a listing in another language from the product's facts.")
  Outcome translate(@P(SAID) String message, InvocationParameters with) {
    return new Drafts(store, labels).hear(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("What buyers complain about, by topic, with counts and evidence.")
  Told complaints(@P(SAID) String message, InvocationParameters with) {
    return complaints.tell(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(value = "Proposes a new price for a product, up or down.", metadata = Outcome.ACTS)
  Outcome price(@P(SAID) String message, InvocationParameters with) {
    return new Pricing(store).hear(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool("Where the shop's figures point for a new product.")
  Told newProducts(@P(SAID) String message, InvocationParameters with) {
    return newProducts.tell(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(value = "Takes a product off sale or puts it back, after a yes.", metadata = Outcome.ACTS)
  Outcome takeDown(@P(SAID) String message, InvocationParameters with) {
    return new TakingDown(store).hear(Turn.of(with), shelf.now(), voice(with));
  }

  @Tool(
      value = "Proposes a purchase other than stock: samples, tooling, tools, subscriptions.",
      metadata = Outcome.ACTS)
  Outcome purchase(@P(SAID) String message, InvocationParameters with) {
    return new Purchases(store).hear(Turn.of(with), voice(with));
  }

  private Voice voice(InvocationParameters with) {
    return new Voice(words, Turn.of(with).language());
  }
}
