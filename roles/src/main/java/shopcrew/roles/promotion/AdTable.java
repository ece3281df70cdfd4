package shopcrew.roles.promotion;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import shopcrew.db.AdCampaign;
import shopcrew.db.AdResult;
import shopcrew.db.Days;
import shopcrew.db.Money;
import shopcrew.db.Rule;
import shopcrew.db.Store;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.AsOf;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.DateRange;
import shopcrew.roles.words.Dates;

/// Which ads earn and which lose: the profit of the orders that they brought less what they cost.
final class AdTable {
  private static final Pattern LOSERS =
      Pattern.compile("停|亏|关掉|砍|浪费|白花|(?i:losing|lose|stop|pause|cut|waste|worst)");
  private static final Pattern WINNERS =
      Pattern.compile("赚|划算|最好|加|(?i:earn|best|profit|win|more)");

  private static final int WHOLE_DAYS = 365;
  private static final int LATELY_DAYS = 30;

  private final Store store;
  private final Plans plans;

  AdTable(Store store, Plans plans) {
    this.store = store;
    this.plans = plans;
  }

  Told results(Turn turn, Voice voice) {
    AsOf books = AsOf.of(store, turn.today());
    Days days = days(turn, books.day());
    Set<String> asked = Set.copyOf(plans.in(turn).plans().stream().map(AdCampaign::id).toList());
    List<AdResult> results =
        store.adResults().results(days).stream()
            .filter(r -> asked.isEmpty() || asked.contains(r.campaign().id()))
            .filter(r -> r.cost().isPositive() || !asked.isEmpty())
            .sorted(Comparator.comparing(AdResult::earned))
            .toList();
    if (results.isEmpty()) {
      return Told.of(voice.say("no_results", "from", days.from(), "to", days.to()));
    }
    List<String> lines = new ArrayList<>();
    boolean losers = asked.isEmpty() && asksForLosers(turn.text());
    lines.add(asked.isEmpty() ? verdict(results, losers, voice) : compared(results, voice));
    List<AdResult> losing = results.stream().filter(r -> r.earned().isNegative()).toList();
    List<AdResult> shown = losers && !losing.isEmpty() ? losing : results.reversed();
    lines.add(voice.say("table", "from", days.from(), "to", days.to()));
    shown.forEach(result -> lines.add(line(result, voice)));
    AdResult worst = results.getFirst();
    if (worst.earned().isNegative()) {
      lines.add(lately(worst, books.day(), voice));
    }
    List<Told.Fact> facts = new ArrayList<>();
    results.forEach(
        r ->
            facts.add(
                new Told.Fact(r.earned().decimalText(), "ads#" + r.campaign().id() + ".earned")));
    return new Told(String.join("\n", lines), facts);
  }

  /// What the ads cost this month and what is left of the owners' own cap.
  Told spent(Turn turn, Voice voice) {
    LocalDate today = AsOf.of(store, turn.today()).day();
    LocalDate from = YearMonth.from(today).atDay(1);
    DateRange asked = Dates.in(turn.text(), today).orElse(new DateRange(from, today, ""));
    Money cost = store.adResults().cost(new Days(asked.start(), asked.end()));
    String text =
        voice.say("spent", "from", asked.start(), "to", asked.end(), "cost", voice.money(cost));
    Money month = store.adResults().cost(new Days(from, today));
    Money cap = store.rules().amount(Rule.Kind.AD_MONTH_CAP).orElse(null);
    if (cap != null) {
      Money left = cap.minus(month).max(Money.zero(cap.currency()));
      text +=
          "\n"
              + voice.say(
                  "left",
                  "cap",
                  voice.money(cap),
                  "month",
                  voice.money(month),
                  "left",
                  voice.money(left));
    }
    return Told.of(text, cost.decimalText(), "ads.cost");
  }

  private Days days(Turn turn, LocalDate day) {
    return Dates.in(turn.text(), day)
        .map(range -> new Days(range.start(), range.end()))
        .orElse(Days.endingOn(day, WHOLE_DAYS));
  }

  /// "Which one shall I stop?" wants the losing ones alone.
  private static boolean asksForLosers(String text) {
    return LOSERS.matcher(text).find() && !WINNERS.matcher(text).find();
  }

  private static String verdict(List<AdResult> results, boolean losers, Voice voice) {
    AdResult worst = results.getFirst();
    AdResult best = results.getLast();
    List<AdResult> losing = results.stream().filter(r -> r.earned().isNegative()).toList();
    if (losing.isEmpty()) {
      return voice.say("none_loses", "best", name(best), "earned", voice.money(best.earned()));
    }
    String text =
        voice.say(
            "worst",
            "label",
            name(worst),
            "lost",
            voice.money(worst.earned().negated()),
            "cost",
            voice.money(worst.cost()));
    return best.earned().isPositive() && !losers
        ? text + " " + voice.say("best", "label", name(best), "earned", voice.money(best.earned()))
        : text;
  }

  /// Plans that were named: the better one first, or the one and whether it pays.
  private static String compared(List<AdResult> results, Voice voice) {
    AdResult best = results.getLast();
    if (results.size() == 1) {
      String key = best.earned().isNegative() ? "one_loses" : "one_earns";
      return voice.say(key, "label", name(best), "earned", voice.change(best.earned()));
    }
    AdResult worst = results.getFirst();
    return voice.say(
        "better",
        "label",
        name(best),
        "earned",
        voice.change(best.earned()),
        "other",
        name(worst),
        "lost",
        voice.change(worst.earned()));
  }

  private static String line(AdResult result, Voice voice) {
    return voice.say(
        "line",
        "label",
        name(result),
        "cost",
        voice.money(result.cost()),
        "orders",
        result.sales().orders(),
        "profit",
        voice.money(result.sales().profit()),
        "earned",
        voice.change(result.earned()),
        "state",
        voice.say(result.campaign().running() ? "running" : "paused"));
  }

  private String lately(AdResult worst, LocalDate day, Voice voice) {
    AdResult now = store.adResults().result(worst.campaign(), Days.endingOn(day, LATELY_DAYS));
    return voice.say(
        "lately",
        "id",
        worst.campaign().id(),
        "days",
        LATELY_DAYS,
        "cost",
        voice.money(now.cost()),
        "earned",
        voice.change(now.earned()));
  }

  private static String name(AdResult result) {
    return result.campaign().id() + " " + result.campaign().name();
  }
}
