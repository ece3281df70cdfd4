package shopcrew.roles.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Asking;
import shopcrew.roles.books.Floor;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Percent;
import shopcrew.roles.words.Percents;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// A price that goes up or down: always asked, and below the floor said so.
public final class Pricing {
  private static final Pattern UP =
      Pattern.compile("涨|提|加|贵|上调|(?i:raise|increase|up\\b|mark up|more)");
  private static final Pattern DOWN =
      Pattern.compile(
          "降|减|便宜|下调|压|少|优惠|让利|(?i:lower|cut|reduce|drop|decrease|cheaper|off\\b|down)");
  private static final Pattern TO =
      Pattern.compile(
          "到|至|成|为|改|卖|定|特价|恢复|(?i:\\bto\\b|\\bat\\b|set|sell|new price|price of|for \\d)");
  private static final Pattern RIGHT_BEFORE =
      Pattern.compile("(?:[改调涨降提]?[成为到]|卖|\\bto|\\bat|make it)\\s?$");
  private static final Pattern WHOLESALE = Pattern.compile("批发价|批价|拿货价|(?i:wholesale|trade price)");
  private static final Pattern ADVICE =
      Pattern.compile(
          "多少合适|什么价|要不要|该卖多少|该定|怎么定|参考|竞品|同行|建议|吗|(?i:should|advice|suggest|what price)");

  private final Store store;

  public Pricing(Store store) {
    this.store = store;
  }

  public Outcome hear(Turn turn, Shelf shelf, Voice voice) {
    Shelf.Meant meant = shelf.meant(turn);
    String text = turn.text();
    if (meant.one().isEmpty()) {
      boolean advises = meant.nothing() && ADVICE.matcher(text).find();
      return advises
          ? new Outcome.Answer(Told.of(voice.say("price_ask_advice")))
          : Asking.which(meant, List.of(), voice);
    }
    Product product = meant.products().getFirst();
    if (WHOLESALE.matcher(text).find()) {
      return new Outcome.ToPerson(
          Told.of(voice.say("price_wholesale", "title", product.title(voice.language()))),
          new Outcome.Wish("offline", Voice.shortened(text, 200), false));
    }
    Optional<Money> wanted = wanted(product, meant.rest(), text);
    if (wanted.isEmpty() || !wanted.get().isPositive()) {
      return new Outcome.AsksBack(now(product, voice), List.of("amount"), List.of());
    }
    return proposal(product, wanted.get(), turn, voice);
  }

  private Outcome proposal(Product product, Money to, Turn turn, Voice voice) {
    Money from = product.price();
    Money none = Money.zero(from.currency());
    boolean cut = to.lessThan(from);
    Money exposure = cut ? from.minus(to).times(Math.max(0, product.stock())) : none;
    var warnings = new ArrayList<String>();
    Money floor = Floor.of(product, store.rules());
    boolean below = floor != null && to.lessThan(floor);
    boolean loses = product.cost() != null && to.lessThan(withShipping(product));
    if (below || loses) warnings.add("product_sells_at_a_loss");
    String say =
        voice.say(
            cut ? "price_down" : "price_up",
            "title",
            product.title(voice.language()),
            "sku",
            product.sku(),
            "from",
            voice.money(from),
            "to",
            voice.money(to),
            "stock",
            product.stock(),
            "exposure",
            voice.money(exposure));
    if (floor != null && below) say += "\n" + voice.say("price_floor", "floor", voice.money(floor));
    else if (loses) say += "\n" + voice.say("warn_product_sells_at_a_loss");
    String yes = voice.say("price_yes");
    if (!cut && !turn.text().strip().endsWith(yes)) {
      return new Outcome.AsksBack(Told.of(say), List.of(), List.of(yes));
    }
    Proposal.Term term =
        Periods.in(turn.text(), turn.today())
            .filter(period -> period.count() > 0)
            .map(period -> term(period, turn))
            .orElse(null);
    return new Outcome.Proposes(
        new Proposal.PriceChange(
            product.sku(),
            product.title(voice.language()),
            from,
            to,
            Math.max(0, product.stock()),
            term,
            exposure,
            List.copyOf(warnings)),
        Told.of(say, to.decimalText(), "products#" + product.sku() + ".price"));
  }

  private static Proposal.Term term(Period period, Turn turn) {
    return new Proposal.Term(
        period.unit().name().toLowerCase(java.util.Locale.ROOT),
        period.count(),
        period.firstDay(turn.today()),
        period.lastDay(turn.today()));
  }

  private static Money withShipping(Product product) {
    Money cost = product.cost();
    Money ship = product.shipCost();
    Money none = Money.zero(product.price().currency());
    Money goods = cost == null ? none : cost;
    return ship == null ? goods : goods.plus(ship);
  }

  /// The new price that was said, as a price, a difference or a share.
  private static Optional<Money> wanted(Product product, String rest, String text) {
    Money now = product.price();
    List<Percent> shares = Percents.in(rest);
    if (!shares.isEmpty()) {
      Percent share = shares.getFirst();
      boolean up = share.kind() == Percent.Kind.UP || UP.matcher(text).find();
      int left = up ? 10_000 + share.basisPoints() : 10_000 - share.basisPoints();
      return Optional.of(Money.of(now.minor() * left / 10_000, now.currency()));
    }
    List<Amount> sums = Amounts.in(rest, now.currency(), true);
    if (sums.isEmpty() || !sums.getLast().known()) return Optional.empty();
    Money sum = sums.getLast().money();
    if (!sum.currency().equals(now.currency())) return Optional.empty();
    String before = Normal.text(rest).substring(0, sums.getLast().start());
    if (sums.size() > 1 && RIGHT_BEFORE.matcher(before).find()) return Optional.of(sum);
    Matcher to = TO.matcher(rest);
    if (to.find() && !rest.matches("(?s).*(?:涨|降|提|加|减|便宜)了?\\s*\\d.*")) return Optional.of(sum);
    if (UP.matcher(text).find()) return Optional.of(now.plus(sum));
    if (DOWN.matcher(text).find()) return Optional.of(now.minus(sum));
    return Optional.of(sum);
  }

  private static Told now(Product product, Voice voice) {
    return Told.of(
        voice.say(
            "price_now",
            "title",
            product.title(voice.language()),
            "price",
            voice.money(product.price()),
            "cost",
            StockReport.known(product.cost(), voice),
            "margin",
            StockReport.known(product.margin(), voice)),
        product.price().decimalText(),
        "products#" + product.sku() + ".price");
  }
}
