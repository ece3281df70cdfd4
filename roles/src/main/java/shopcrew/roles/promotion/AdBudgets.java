package shopcrew.roles.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopcrew.db.AdCampaign;
import shopcrew.db.AdResult;
import shopcrew.db.Money;
import shopcrew.db.Product;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Proposal.Term;
import shopcrew.roles.Terms;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Normal;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// Makes an ad budget of an owner's words, or asks back for what they leave open.
final class AdBudgets {
  private static final int ASSUMED_DAYS = 7;
  private static final int MOST_CHOICES = 4;
  private static final Pattern CORRECTED =
      Pattern.compile(
          "不对|说错|算了|改成|改为|提到|加到|调到|升到|涨到|\\b(?:no,|sorry|actually|make it|rather|to)\\b");

  private static final Pattern BY_DAY =
      Pattern.compile("^(?!.*(?:一共|总共|合计|total)).*(?:日预算|daily budget)", Pattern.DOTALL);

  /// A limit for every day and no ad in particular: a standing yes, not one ad.
  private static final Pattern STANDING =
      Pattern.compile(
          "(?:每天|一天|每日|天天)(?:最多|至多|不超过|别超过|不要超过|限)|\\b(?:at most|up to|no more than|max)\\b.{0,20}"
              + "\\b(?:a|per|each|every) day\\b");

  private static final int LONGEST_STANDING = 31;

  private final Store store;
  private final Shelf.Kept shelf;
  private final Plans plans;
  private final Caps caps;

  AdBudgets(Store store, Shelf.Kept shelf, Plans plans, Caps caps) {
    this.store = store;
    this.shelf = shelf;
    this.plans = plans;
    this.caps = caps;
  }

  Outcome of(Turn turn, Voice voice) {
    Plans.Meant meant = plans.in(turn);
    LocalDate today = turn.today();
    String currency = store.card().currency();
    Amount amount = amount(meant.rest(), currency);
    Period period = Periods.in(Normal.text(turn.text()), today).orElse(null);
    Period bounded = period != null && Terms.bounded(period, today) ? period : null;
    List<String> missing = new ArrayList<>();
    boolean foreign = amount != null && !amount.money().currency().equals(currency);
    if (amount == null || !amount.known() || !amount.money().isPositive() || foreign) {
      missing.add("amount");
    }
    String target = target(meant, missing.contains("amount"));
    if (!target.isEmpty()) {
      missing.add(target);
    }
    if (amount != null && missing.equals(List.of("channel_or_campaign")) && bounded != null) {
      if (standing(turn, amount)) return mandate(amount, bounded, meant, today, voice);
    }
    boolean rate = amount != null && amount.per() != Amount.Per.TOTAL;
    if (bounded == null && (rate || !missing.isEmpty())) {
      missing.add("period");
    }
    if (!missing.isEmpty() || amount == null) {
      return foreign
          ? new Outcome.AsksBack(
              Told.of(voice.say("ask_currency", "currency", currency)), missing, List.of())
          : ask(missing, amount, meant, voice);
    }
    Term term = bounded == null ? assumed(amount.money()) : Terms.of(bounded, today);
    return propose(amount, term, bounded == null, meant, today, voice);
  }

  private static boolean standing(Turn turn, Amount amount) {
    String text = Normal.text(turn.text());
    return amount.per() == Amount.Per.DAY && STANDING.matcher(text).find();
  }

  private Outcome mandate(
      Amount amount, Period bounded, Plans.Meant meant, LocalDate today, Voice voice) {
    Term term = Terms.of(bounded, today);
    int days = Terms.days(term, today);
    if (days > LONGEST_STANDING) {
      return new Outcome.AsksBack(
          Told.of(voice.say("standing_too_long", "days", LONGEST_STANDING)),
          List.of("period"),
          List.of(voice.say("choice_days", "n", 7), voice.say("choice_days", "n", 30)));
    }
    Money perDay = amount.money();
    Money total = perDay.times(days);
    String platform = meant.platform() == null ? "" : meant.platform();
    Proposal proposal = new Proposal.Mandate(platform, perDay, term, total, List.of());
    String text =
        voice.say(
            "standing", "perday", voice.money(perDay), "days", days, "total", voice.money(total));
    return new Outcome.Proposes(proposal, Told.of(text));
  }

  /// A sum for everything, or the last one where the owner corrected himself or raised it "to".
  static @Nullable Amount amount(String said, String currency) {
    String text = Normal.text(said);
    List<Amount> sums =
        Amounts.in(text, currency, true).stream().filter(a -> a.per() != Amount.Per.PIECE).toList();
    if (sums.isEmpty()) {
      return null;
    }
    Amount first = sums.getFirst();
    Amount last = sums.getLast();
    boolean corrected =
        first != last && CORRECTED.matcher(text.substring(first.end(), last.start())).find();
    Amount known = sums.stream().filter(Amount::known).findFirst().orElse(first);
    Amount amount = corrected ? last : known;
    boolean rate = amount.per() == Amount.Per.TOTAL && BY_DAY.matcher(text).find();
    return rate
        ? new Amount(
            amount.money(),
            amount.most(),
            amount.kind(),
            Amount.Per.DAY,
            amount.start(),
            amount.end())
        : amount;
  }

  private String target(Plans.Meant meant, boolean noAmount) {
    if (meant.one() || meant.plans().isEmpty() && meant.sku() != null && meant.platform() != null) {
      return "";
    }
    if (!meant.plans().isEmpty()) {
      return "campaign";
    }
    return meant.sku() != null ? "channel" : noAmount ? "target" : "channel_or_campaign";
  }

  private Term assumed(Money total) {
    Money cap = store.rules().amount(shopcrew.db.Rule.Kind.AD_PLAN_DAY_CAP).orElse(total);
    long days = cap.isPositive() ? (total.minor() + cap.minor() - 1) / cap.minor() : 1;
    return Terms.days((int) Math.clamp(days, ASSUMED_DAYS, 30));
  }

  private Outcome propose(
      Amount amount, Term term, boolean assumed, Plans.Meant meant, LocalDate today, Voice voice) {
    int days = Terms.days(term, today);
    Money said = amount.money();
    Money total =
        switch (amount.per()) {
          case DAY -> said.times(days);
          case WEEK -> said.times((days + 6) / 7);
          case MONTH -> said.times(term.unit().equals("month") ? term.count() : (days + 29) / 30);
          case YEAR -> said.times((days + 364) / 365);
          case TOTAL, PIECE -> said;
        };
    Money perDay = Money.of((total.minor() + days - 1) / days, total.currency());
    AdCampaign plan = meant.one() ? meant.plans().getFirst() : null;
    String sku = plan != null ? plan.targetSku() : meant.sku() == null ? "" : meant.sku();
    List<String> warnings = new ArrayList<>(caps.warnings(total, perDay, term, today, plan, sku));
    if (assumed) {
      warnings.add("period_unspecified");
    }
    String target = plan == null ? sku : plan.id();
    String label = plan == null ? title(sku, voice) : plan.name();
    String platform =
        plan != null ? plan.platform() : meant.platform() == null ? "" : meant.platform();
    Proposal proposal =
        new Proposal.AdBudget(
            target,
            label,
            platform,
            total,
            amount.per() == Amount.Per.DAY ? said : null,
            term,
            List.copyOf(warnings));
    return new Outcome.Proposes(
        proposal,
        Told.of(
            said(
                proposal,
                plan == null ? label : plan.id() + " " + label,
                plan,
                perDay,
                days,
                today,
                voice)));
  }

  private String said(
      Proposal proposal,
      String label,
      @Nullable AdCampaign plan,
      Money perDay,
      int days,
      LocalDate today,
      Voice voice) {
    StringBuilder text =
        new StringBuilder(
            voice.say(
                "budget",
                "label",
                label,
                "total",
                voice.money(proposal.atMost()),
                "perday",
                voice.money(perDay),
                "days",
                days));
    if (plan != null) {
      AdResult result = caps.result(plan, today);
      String key = result.earned().isNegative() ? "so_far_lost" : "so_far_earned";
      Money size = result.earned().isNegative() ? result.earned().negated() : result.earned();
      text.append('\n')
          .append(voice.say(key, "cost", voice.money(result.cost()), "sum", voice.money(size)));
    }
    for (String warning : proposal.warnings()) {
      text.append('\n').append(voice.say(warning));
    }
    return text.toString();
  }

  private String title(String sku, Voice voice) {
    return shelf.now().bySku(sku).map((Product p) -> p.title(voice.language())).orElse(sku);
  }

  private Outcome ask(
      List<String> missing, @Nullable Amount amount, Plans.Meant meant, Voice voice) {
    String first = missing.getFirst();
    List<String> choices = new ArrayList<>();
    switch (first) {
      case "amount" -> choices.addAll(sums(amount, voice));
      case "campaign", "target", "channel_or_campaign" ->
          (meant.plans().isEmpty() ? running() : meant.plans())
              .forEach(plan -> choices.add(plan.id() + " " + plan.name()));
      case "channel" ->
          running().stream().map(AdCampaign::platform).distinct().forEach(choices::add);
      default ->
          choices.addAll(
              List.of(
                  voice.say("choice_days", "n", 3),
                  voice.say("choice_days", "n", 7),
                  voice.say("choice_days", "n", 14)));
    }
    String what = voice.list(missing.stream().map(word -> voice.say("missing_" + word)).toList());
    String known =
        meant.one() ? meant.plans().getFirst().id() + " " + meant.plans().getFirst().name() : "";
    String asked =
        known.isEmpty()
            ? voice.say("ask", "what", what)
            : voice.say("ask_for", "label", known, "what", what);
    return new Outcome.AsksBack(
        Told.of(asked), missing, choices.stream().limit(MOST_CHOICES).toList());
  }

  private List<AdCampaign> running() {
    return store.adResults().campaigns().stream().filter(AdCampaign::running).toList();
  }

  /// Round sums of the size that was hinted at.
  private static List<String> sums(@Nullable Amount amount, Voice voice) {
    String currency = amount == null ? "" : amount.money().currency();
    if (amount != null && amount.kind() == Amount.Kind.RANGE) {
      return List.of(voice.money(amount.money()), voice.money(amount.most()));
    }
    if (currency.isEmpty()) {
      return List.of("100", "200", "300", "500");
    }
    return List.of("200", "300", "500", "800");
  }
}
