package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.bot.channel.Postman;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// A way to a person that is closed for a while, or for good.
class APostmanWhoWaitsTest extends StoreWorld {
  private final List<String> arrived = new ArrayList<>();
  private Delivery weather = new Delivery.Later(Duration.ZERO, 0);

  private final class Telephone implements Channel {
    @Override
    public String name() {
      return "telephone";
    }

    @Override
    public Delivery send(Conversation to, Line line, int from) {
      if (weather instanceof Delivery.Sent) arrived.add(line.text());
      return weather;
    }
  }

  private Postman aCallTo(String... words) {
    Rooms rooms = shop.rooms();
    String to =
        rooms.conversations().open("telephone", "far away", null, "zh", time.instant()).id();
    for (String word : words) rooms.outbox().add(to, "shop", word, List.of(), word);
    return new Postman(
        rooms.outbox(),
        rooms.conversations(),
        List.of(new Telephone()),
        time,
        (_, round) -> round.run(),
        (_, _) -> {},
        new Doubts(rooms));
  }

  @Test
  void what_could_not_be_sent_is_sent_later_in_its_order() {
    Postman postman = aCallTo("一", "二");
    for (int i = 0; i < 5; i++) postman.deliver();
    weather = Delivery.Sent.PLAIN;
    postman.deliver();
    postman.deliver();
    assertEquals(List.of("一", "二"), arrived);
  }

  @Test
  void it_is_not_tried_for_ever() {
    Postman postman = aCallTo("一");
    for (int i = 0; i < 30; i++) {
      postman.deliver();
      time.goesBy(Duration.ofHours(1));
    }
    assertEquals(1, count("SELECT count(*) FROM messages WHERE text = '一' AND state = 'failed'"));
  }

  @Test
  void what_may_have_arrived_is_never_sent_again() {
    weather = new Delivery.Maybe();
    Postman postman = aCallTo("一");
    postman.deliver();
    weather = Delivery.Sent.PLAIN;
    postman.deliver();
    assertEquals(List.of(), arrived);
  }
}
