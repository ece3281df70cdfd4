package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Delivery;
import shopcrew.db.Conversations.Conversation;
import shopcrew.db.Conversations.Line;

/// A way to a person that is closed for a while, or for good, or of which nobody knows.
class APostmanWhoWaitsTest extends StoreWorld {
  private final List<String> arrived = new ArrayList<>();
  private final List<Integer> begunAt = new ArrayList<>();
  private Delivery weather = new Delivery.Later(Duration.ofSeconds(1), 0);

  private final class Telephone implements Channel {
    @Override
    public String name() {
      return "telephone";
    }

    @Override
    public Delivery send(Conversation to, Line line, int from) {
      begunAt.add(from);
      if (weather instanceof Delivery.Sent) arrived.add(line.text());
      return weather;
    }
  }

  @Override
  protected List<Channel> channels() {
    return Stream.concat(super.channels().stream(), Stream.of(new Telephone())).toList();
  }

  @Override
  protected Manners manners() {
    return new Manners(Duration.ZERO, Duration.ofHours(2), waiting);
  }

  private void aCallTo(String... words) {
    Rooms rooms = shop.rooms();
    String to =
        rooms.conversations().open("telephone", "far away", null, "zh", time.instant()).id();
    for (String word : words) rooms.outbox().add(to, "shop", word, List.of(), word);
    shop.tick();
    collect();
  }

  @Test
  void what_could_not_be_sent_is_sent_later_in_its_order() {
    aCallTo("一", "二");
    time.passes(Duration.ofSeconds(40));
    weather = Delivery.Sent.PLAIN;
    time.passes(Duration.ofMinutes(2));
    assertEquals(List.of("一", "二"), arrived);
  }

  @Test
  void it_is_tried_again_when_the_channel_says_so_and_not_before() {
    weather = new Delivery.Later(Duration.ofSeconds(20), 0);
    aCallTo("一");
    for (int second = 0; second < 60; second++) time.passes(Duration.ofSeconds(1));
    assertEquals(4, begunAt.size(), "after 0, 20, 40 and 60 seconds");
  }

  @Test
  void what_has_arrived_of_a_long_line_is_not_said_again() {
    weather = new Delivery.Later(Duration.ofSeconds(1), 2);
    aCallTo("a long story");
    time.passes(Duration.ofSeconds(2));
    assertEquals(List.of(0, 2), begunAt);
  }

  @Test
  void it_is_not_tried_for_ever_and_the_owners_hear_of_it() {
    aCallTo("一");
    for (int hour = 0; hour < 26; hour++) time.passes(Duration.ofHours(1));
    assertEquals(1, count("SELECT count(*) FROM messages WHERE text = '一' AND state = 'failed'"));
    assertEquals(1, mei.times("一整天都没能发出去"));
    assertEquals(1, jun.times("a whole day"));
  }

  @Test
  void the_owners_hear_why_a_customer_is_not_reached() {
    weather = new Delivery.Refused("blocked");
    aCallTo("您的包裹到了");
    mei.sees("没有送到", "您的包裹到了", "拉黑");
  }

  @Test
  void what_may_have_arrived_is_sent_again_only_if_an_owner_says_so() {
    weather = new Delivery.Maybe();
    aCallTo("一");
    weather = Delivery.Sent.PLAIN;
    time.passes(Duration.ofMinutes(10));
    assertEquals(List.of(), arrived);
    mei.taps("再发一次");
    assertEquals(List.of("一"), arrived);
    mei.sees("1条再发一次");
    jun.taps("Send again");
    jun.sees("dealt with already");
    assertEquals(List.of("一"), arrived);
  }

  @Test
  void or_it_is_left_as_it_is() {
    weather = new Delivery.Maybe();
    aCallTo("一");
    weather = Delivery.Sent.PLAIN;
    mei.taps("不用了");
    jun.taps("Send again");
    assertEquals(List.of(), arrived);
  }

  @Test
  void what_a_stop_cut_off_on_its_way_is_told_once_for_all() {
    weather = new Delivery.Later(Duration.ofHours(1), 0);
    aCallTo("一", "二");
    shop.rooms().outbox().leaves(count("SELECT min(seq) FROM messages WHERE text = '一'"));
    weather = Delivery.Sent.PLAIN;
    act("the machine was switched off");
    theShopRestarts();
    mei.sees("上次停机", "“一”").with("再发一次", "不用了");
    assertEquals(List.of("二"), arrived);
    theShopRestarts();
    assertEquals(1, mei.times("上次停机"));
  }
}
