package shopcrew.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shopcrew.bot.Shop;
import shopcrew.bot.statement.StatementCsv;
import shopcrew.bot.statement.StatementPage;
import shopcrew.bot.turns.Usage;
import shopcrew.roles.Speaker;

/// The statement of a month, for whoever may say yes to spends.
final class Paper {
  private final Shop shop;
  private final Sessions sessions;
  private final Pace pace = new Pace(20, Duration.ofMinutes(1), System::nanoTime);

  Paper(Shop shop, Sessions sessions) {
    this.shop = shop;
    this.sessions = sessions;
  }

  void routes(RoutesConfig routes) {
    routes.get("/statement", at -> Pages.send(at, "statement.html"));
    routes.get("/api/statement", this::statement);
  }

  private void statement(Context context) {
    var session = sessions.find(context.header("X-Session"));
    if (!approves(session.speaker())) throw new Refusal(403, "error.owner");
    pace.check(session.token());
    String language = Body.language(context.header("X-Language"));
    YearMonth month = month(context.queryParam("month"));
    var statement = shop.gate().statement(month, language);
    var page = new StatementPage(language, shop.store().card().name(), shop.zone());
    var usage = new Usage(shop.rooms().database(), shop.rooms().shop(), language);
    context.json(
        Map.of(
            "month",
            month.toString(),
            "page",
            page.body(statement, usage.month(month)),
            "csv",
            new StatementCsv(language, shop.zone()).of(statement)));
  }

  private boolean approves(Speaker speaker) {
    return speaker instanceof Speaker.Owner owner
        && shop.rooms().people().approvers().stream().anyMatch(p -> p.id().equals(owner.person()));
  }

  /// The month that runs, where none is named; none that has not begun.
  private YearMonth month(@Nullable String asked) {
    var running = YearMonth.from(shop.clock().instant().atZone(shop.zone()));
    if (asked == null || asked.isEmpty()) return running;
    try {
      YearMonth month = YearMonth.parse(asked);
      if (!month.isAfter(running)) return month;
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new Refusal(400, "error.month");
  }
}
