package shopcrew.bot.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopcrew.db.Money;
import shopcrew.roles.Proposal;

/// What a proposal says, as fields of a document.
final class Facts {
  private static final int LABEL = 40;
  private static final int CONTENT = 1_500;

  private final SortedMap<String, Value> fields = new TreeMap<>();
  private final LocalDate today;

  private Facts(LocalDate today) {
    this.today = today;
  }

  static SortedMap<String, Value> of(Proposal proposal, LocalDate today) {
    var facts = new Facts(today);
    facts.text("kind", Plain.line(proposal.kind(), LABEL));
    facts.text("category", Category.of(proposal).word());
    facts.text("provider", ProviderClass.of(proposal).name());
    facts.text("way_back", wayBack(proposal));
    facts.text("target", Plain.line(proposal.target(), LABEL));
    facts.text("currency", proposal.atMost().currency());
    facts.many("warnings", proposal.warnings().stream().map(w -> Plain.line(w, LABEL)).toList());
    facts.add(proposal);
    facts.term(proposal.term());
    return facts.fields;
  }

  private void add(Proposal proposal) {
    switch (proposal) {
      case Proposal.AdBudget ad -> {
        label(ad.label());
        text("platform", Plain.line(ad.platform(), LABEL).toLowerCase(Locale.ROOT));
        money("per_day", ad.perDay());
        money("day_most", mostOnOneDay(ad));
      }
      case Proposal.AdPause pause -> {
        label(pause.label());
        text("platform", Plain.line(pause.platform(), LABEL).toLowerCase(Locale.ROOT));
      }
      case Proposal.Coupon coupon -> {
        label(coupon.label());
        whole("count", coupon.count());
        money("face", coupon.face());
        Integer percent = coupon.percent();
        if (percent != null) whole("percent", percent);
        Money threshold = coupon.threshold();
        if (threshold != null && threshold.isPositive()) money("threshold", threshold);
      }
      case Proposal.PriceChange change -> {
        label(change.label());
        money("from", change.from());
        money("to", change.to());
        whole("stock", change.stock());
      }
      case Proposal.Broadcast cast -> {
        label(cast.label());
        text("via", Plain.line(cast.via(), LABEL));
        many("recipients", cast.recipients());
        whole("left_out", cast.leftOut());
        money("each", cast.each());
        text("content", Plain.lines(cast.content(), CONTENT));
      }
      case Proposal.Restock restock -> {
        label(restock.label());
        whole("quantity", restock.quantity());
        money("each", restock.each());
      }
      case Proposal.Purchase purchase -> {
        label(purchase.label());
        text("payee", "purchase/" + Plain.line(purchase.target(), LABEL));
      }
      case Proposal.Refund refund -> {
        label(refund.label());
        text("reason", Plain.line(refund.reason(), LABEL));
      }
      case Proposal.Mandate mandate -> {
        fields.putAll(
            House.facts(House.Kind.MANDATE, mandate.platform(), "", mandate.atMost().currency()));
        many("warnings", mandate.warnings().stream().map(w -> Plain.line(w, LABEL)).toList());
        text("target", Plain.line(mandate.platform(), LABEL));
        text("scope", Category.ADS.word());
        text("platform", Plain.line(mandate.platform(), LABEL).toLowerCase(Locale.ROOT));
        money("per_day", mandate.perDay());
      }
    }
  }

  /// How it can be stopped once it is done; said before anybody agrees.
  private static String wayBack(Proposal proposal) {
    return switch (proposal) {
      case Proposal.AdBudget _, Proposal.AdPause _ -> "stop";
      case Proposal.Coupon _ -> "disable";
      case Proposal.PriceChange _ -> "restore";
      case Proposal.Broadcast _ -> "never";
      case Proposal.Restock _, Proposal.Purchase _, Proposal.Refund _ -> "cancel";
      case Proposal.Mandate _ -> "house";
    };
  }

  /// Platforms spend more than the daily budget on single days; the total stays the limit.
  private static @Nullable Money mostOnOneDay(Proposal.AdBudget ad) {
    Money perDay = ad.perDay();
    if (perDay == null || ProviderClass.of(ad) == ProviderClass.SANDBOX) return perDay;
    String name = ad.platform().toLowerCase(Locale.ROOT);
    return perDay.percentUp(name.contains("google") || name.contains("谷歌") ? "200" : "175");
  }

  private void term(Proposal.@Nullable Term term) {
    if (term == null) return;
    LocalDate start = term.start();
    text("start", (start == null || start.isBefore(today) ? today : start).toString());
    LocalDate end = term.lastDay(today);
    if (end != null) text("end", end.toString());
  }

  private void label(String label) {
    text("label", Plain.line(label, LABEL));
  }

  private void text(String name, String text) {
    fields.put(name, new Value.Text(text));
  }

  private void whole(String name, long number) {
    fields.put(name, new Value.Whole(number));
  }

  private void many(String name, List<String> texts) {
    fields.put(name, new Value.Many(texts));
  }

  private void money(String name, @Nullable Money money) {
    if (money == null) return;
    if (!(fields.get("currency") instanceof Value.Text text)
        || !text.text().equals(money.currency())) {
      throw new TwoCurrencies();
    }
    whole(name, money.minor());
  }
}
