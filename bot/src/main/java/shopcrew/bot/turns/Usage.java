package shopcrew.bot.turns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shopcrew.bot.gate.Statement;
import shopcrew.bot.i18n.Bundle;
import shopcrew.db.Database;
import shopcrew.db.ShopCard;
import shopcrew.db.Turns;
import shopcrew.db.Turns.By;
import shopcrew.db.Turns.Sum;

/// What models did for the shop and what they cost, for the owners. Nothing is said while only the
/// house model worked and nothing of it was held back.
public final class Usage {
  private static final String RUNNING = "house";
  private final Turns turns;
  private final Askers askers;
  private final ShopCard card;
  private final String language;
  private final Bundle words = new Bundle("turns");

  public Usage(Database database, String shop, String language) {
    this.turns = new Turns(database, shop);
    this.askers = new Askers(database, shop, words, language);
    this.card = database.store(shop).card();
    this.language = language;
  }

  /// One line of a page.
  public record Row(String label, String value) {}

  /// The week in one line.
  ///
  /// @param month what the shop spent in the month that runs, where the allowance stands
  public Optional<String> week(LocalDate monday, Statement month) {
    return sums(By.SHOP, monday, monday.plusWeeks(1)).stream()
        .findFirst()
        .map(sum -> say("week", "parts", parts(sum, month)));
  }

  private String parts(Sum sum, Statement month) {
    var parts = new ArrayList<String>();
    parts.add(say("week.answers", "count", sum.byModel(), "tokens", tokens(sum)));
    if (sum.cost() == 0) {
      parts.add(say("week.free") + allowed(month));
    } else {
      parts.add(
          say("week.cost", "cost", Costs.rounded(sum.cost(), card.currency(), language))
              + allowed(month));
    }
    if (sum.instead() > 0) parts.add(say("week.instead", "count", sum.instead()));
    if (sum.held() > 0) parts.add(say("week.held", "count", sum.held()));
    return String.join(say("comma"), parts);
  }

  /// How much of the owners' monthly sum is gone, replies that cost something with it.
  private String allowed(Statement month) {
    return month.lines().stream()
        .filter(line -> line.category().equals(RUNNING) && line.max().isPositive())
        .reduce((_, last) -> last)
        .map(
            line ->
                say(
                    "week.allowed",
                    "limit",
                    Costs.said(line.max(), language),
                    "percent",
                    line.moves().charged().minor() * 100 / line.max().minor()))
        .orElse("");
  }

  /// By role, the dearest first; then the dearest day and the dearest conversation.
  public List<Row> month(YearMonth month) {
    LocalDate from = month.atDay(1);
    LocalDate to = month.plusMonths(1).atDay(1);
    var rows = new ArrayList<Row>();
    for (Sum role : sums(By.ROLE, from, to)) rows.add(row("month.role", role, role(role.of())));
    sums(By.DAY, from, to).stream()
        .findFirst()
        .filter(day -> day.cost() > 0)
        .ifPresent(day -> rows.add(row("month.day", day, day.of())));
    sums(By.CONVERSATION, from, to).stream()
        .findFirst()
        .filter(one -> one.cost() > 0)
        .ifPresent(one -> rows.add(row("month.conversation", one, askers.name(one.of()))));
    return List.copyOf(rows);
  }

  private Row row(String key, Sum sum, String of) {
    String label =
        say(
            key,
            "of",
            of,
            "count",
            sum.byModel(),
            "tokens",
            tokens(sum),
            "instead",
            sum.instead(),
            "held",
            sum.held(),
            "last",
            sum.last());
    String cost =
        sum.cost() == 0 ? say("free") : Costs.exact(sum.cost(), card.currency(), language);
    return new Row(label, cost);
  }

  private static String tokens(Sum sum) {
    return String.format(Locale.ROOT, "%,d", sum.tokensIn() + sum.tokensOut());
  }

  private String role(String folder) {
    return say("role." + folder);
  }

  private List<Sum> sums(By by, LocalDate from, LocalDate to) {
    return turns.sums(by, start(from), start(to)).stream()
        .filter(sum -> sum.byModel() + sum.cost() + sum.held() + sum.instead() > 0)
        .toList();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(card.zone()).toInstant();
  }

  private String say(String key, Object... pairs) {
    return words.say(language, key, pairs);
  }
}
