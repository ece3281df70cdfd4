package shopcrew.roles.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import shopcrew.db.AdCampaign;
import shopcrew.db.AdResult;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Normal;

/// Stops an ad, or lowers it. Stopping is free and is never held up; which one is still asked.
final class AdPauses {
  private static final int WHOLE_DAYS = 365;
  private static final Pattern THE_WORST =
      Pattern.compile("最亏|亏得最多|最差|最该停|最不赚|worst|loses? (?:the )?most|biggest loser");
  private static final Pattern LOSING = Pattern.compile("亏|赔|不赚|losing|lose|unprofitable");

  private final Store store;
  private final Plans plans;

  AdPauses(Store store, Plans plans) {
    this.store = store;
    this.plans = plans;
  }

  Outcome of(Turn turn, Voice voice) {
    Plans.Meant meant = plans.in(turn);
    String text = Normal.text(turn.text());
    List<AdCampaign> candidates = candidates(meant, text, AsOf.of(store, turn.today()).day());
    if (candidates.isEmpty()) {
      return new Outcome.Answer(Told.of(voice.say("nothing_runs")));
    }
    if (candidates.size() > 1) {
      return new Outcome.AsksBack(
          Told.of(voice.say("ask_pause")),
          List.of("campaign"),
          candidates.stream().limit(4).map(plan -> plan.id() + " " + plan.name()).toList());
    }
    AdCampaign plan = candidates.getFirst();
    String currency = store.card().currency();
    Amount amount = AdBudgets.amount(meant.rest(), currency);
    boolean lower = amount != null && amount.known();
    String label =
        lower && amount != null
            ? voice.say("lowered_label", "name", plan.name(), "perday", voice.money(amount.money()))
            : plan.name();
    Proposal pause =
        new Proposal.AdPause(plan.id(), label, plan.platform(), Money.zero(currency), List.of());
    String said =
        voice.say(
            lower ? "lower" : plan.running() ? "pause" : "pause_again",
            "label",
            plan.id() + " " + label);
    return new Outcome.Proposes(pause, Told.of(said));
  }

  /// Running plans that are meant; a plan that stands already may be named again.
  private List<AdCampaign> candidates(Plans.Meant meant, String text, LocalDate day) {
    if (meant.one()) {
      return meant.plans();
    }
    List<AdCampaign> among =
        meant.plans().isEmpty() ? store.adResults().campaigns() : meant.plans();
    List<AdCampaign> running = among.stream().filter(AdCampaign::running).toList();
    boolean worst = THE_WORST.matcher(text).find();
    if (!worst && !LOSING.matcher(text).find()) {
      return running;
    }
    List<AdResult> losing = new ArrayList<>();
    for (AdCampaign plan : running) {
      AdResult result = store.adResults().result(plan, Days.endingOn(day, WHOLE_DAYS));
      if (result.earned().isNegative()) {
        losing.add(result);
      }
    }
    return losing.stream()
        .sorted(Comparator.comparing(AdResult::earned))
        .limit(worst ? 1 : losing.size())
        .map(AdResult::campaign)
        .toList();
  }
}
