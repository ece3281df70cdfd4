package shopcrew.roles.product;

import java.util.List;
import java.util.regex.Pattern;
import shopcrew.db.Money;
import shopcrew.db.Store;
import shopcrew.roles.Outcome;
import shopcrew.roles.Proposal;
import shopcrew.roles.Told;
import shopcrew.roles.Turn;
import shopcrew.roles.books.Voice;
import shopcrew.roles.words.Amount;
import shopcrew.roles.words.Amounts;
import shopcrew.roles.words.Count;
import shopcrew.roles.words.Counts;
import shopcrew.roles.words.Period;
import shopcrew.roles.words.Periods;

/// Buying anything but stock: samples, tooling, tools, subscriptions. Only a proposal.
final class Purchases {
  private static final Pattern SAMPLE =
      Pattern.compile("样品|打样|样机|送样|竞品|别家的|(?i:samples?\\b|prototype)");
  private static final Pattern MOULD = Pattern.compile("开模|模具|(?i:mou?lds?\\b|tooling)");

  private final Store store;

  Purchases(Store store) {
    this.store = store;
  }

  Outcome hear(Turn turn, Voice voice) {
    String text = turn.text();
    String kind =
        MOULD.matcher(text).find()
            ? "mould"
            : SAMPLE.matcher(text).find() ? "sample" : "other_purchase";
    List<Amount> sums = Amounts.in(text, store.card().currency(), true);
    if (sums.isEmpty() || !sums.getFirst().known()) {
      return new Outcome.AsksBack(Told.of(voice.say("ask_amount")), List.of("amount"), List.of());
    }
    Amount sum = sums.getFirst();
    Money all = sum.money().times(times(sum, turn));
    String label = Voice.shortened(text, 60);
    Told told =
        Told.of(
            voice.say("purchase", "label", label, "sum", voice.money(all)),
            all.decimalText(),
            "said");
    return new Outcome.Proposes(new Proposal.Purchase(kind, label, label, all, List.of()), told);
  }

  /// "59 a month for a year" is twelve times; "20块一个，买3个" three times.
  private static long times(Amount sum, Turn turn) {
    return switch (sum.per()) {
      case TOTAL -> 1;
      case PIECE ->
          Counts.in(turn.text()).stream()
              .mapToLong(Count::value)
              .filter(n -> n > 0)
              .max()
              .orElse(1);
      case DAY -> Math.max(1, days(turn));
      case WEEK -> Math.max(1, (days(turn) + 6) / 7);
      case MONTH -> Math.max(1, (days(turn) + 29) / 30);
      case YEAR -> Math.max(1, (days(turn) + 364) / 365);
    };
  }

  private static long days(Turn turn) {
    return Periods.in(turn.text(), turn.today())
        .filter(period -> period.count() > 0)
        .map(period -> length(period, turn))
        .orElse(1L);
  }

  private static long length(Period period, Turn turn) {
    return switch (period.unit()) {
      case DAY -> period.count();
      case WEEK -> period.count() * 7L;
      case MONTH -> period.count() * 30L;
      case YEAR -> period.count() * 360L;
    };
  }
}
