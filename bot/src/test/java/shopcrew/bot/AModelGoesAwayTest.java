package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shopcrew.bot.model.Dialect;
import shopcrew.bot.model.Mind;
import shopcrew.bot.model.Reply;
import shopcrew.bot.model.StandIn;
import shopcrew.db.Conversations.Line;
import shopcrew.roles.Message;
import shopcrew.roles.Speaker;

/// Two hundred customers ask at once, and the model goes away while it answers them, and comes
/// back: each is answered once.
class AModelGoesAwayTest extends StoreWorld {
  private static final int CUSTOMERS = 200;
  private static final int WELL = 40;
  private static final int AWAY = 120;

  @Test
  void while_many_ask_and_nobody_is_lost_or_answered_twice() {
    var questions = new AtomicInteger();
    try (var good = Mind.GOOD.speaks(Dialect.OPENAI);
        var model = StandIn.speaking(Dialect.OPENAI).waitedFor(Duration.ofSeconds(5))) {
      model.answering(
          asked -> {
            int number = questions.incrementAndGet();
            if (number <= WELL || number > AWAY) return good.answer(asked);
            return switch (number % 4) {
              case 0 -> Reply.error(503);
              case 1 -> new Reply.Silence();
              case 2 -> new Reply.CutOff(new Reply.Said("好的。82 元", List.of()));
              default -> new Reply.Raw("");
            };
          });
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        theShopRestarts(threads, model.way());
        for (int i = 0; i < CUSTOMERS; i++) {
          String id =
              shop.rooms().conversations().open("page", "c" + i, null, "zh", time.instant()).id();
          var asked = new Message.Text(new Speaker.Customer(null), "加大款的马克杯多少钱，第" + i + "次问");
          shop.reception().receive(id, "q", asked);
          shop.reception().receive(id, "q", asked);
        }
      }
      theShopRestarts();
      assertTrue(questions.get() > WELL, "the model was asked until it went away");
    }
    for (int i = 0; i < CUSTOMERS; i++) {
      String id = shop.rooms().conversations().at("page", "c" + i).orElseThrow().id();
      List<Line> said =
          shop.rooms().conversations().since(id, 0, 10).stream().filter(Line::byUs).toList();
      assertEquals(1, said.size(), () -> "once: " + said);
      assertTrue(said.getFirst().text().contains("82"), said.getFirst().text());
    }
    assertEquals(
        0, count("SELECT count(*) FROM messages WHERE direction = 'in' AND state <> 'done'"));
  }
}
