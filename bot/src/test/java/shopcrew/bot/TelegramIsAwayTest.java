package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Arrival;

/// For a while nothing comes from Telegram. The owners hear of it where they still can.
class TelegramIsAwayTest extends StoreWorld {
  private static final String CODE = "code-of-mei-1234567890";

  private final Outage outage = new Outage("telegram", time);

  private void minutes(int minutes, String trouble) {
    for (int i = 0; i < minutes; i++) {
      time.goesBy(Duration.ofMinutes(1));
      outage.look(trouble, shop.rooms());
    }
    shop.tick();
    collect();
  }

  private void meiHasTelegramToo() {
    shop.rooms().people().invite("mei", CODE, time.instant(), Duration.ofHours(1));
    var enters = new Arrival.Entered(CODE);
    shop.reception()
        .take(List.of(new Arrival("telegram", "11", "k1", "", null, time.instant(), enters)));
  }

  private long onTelegram(String words) {
    return count(
        "SELECT count(*) FROM messages m JOIN conversations c ON c.id = m.conversation"
            + " WHERE c.channel = 'telegram' AND m.text LIKE '%"
            + words
            + "%'");
  }

  @Test
  void the_owners_are_told_once_and_again_when_it_works() {
    meiHasTelegramToo();
    act("— Telegram is away —");
    minutes(4, "unreachable");
    assertEquals(0, mei.times("Telegram"));
    minutes(120, "unreachable");
    mei.sees("连不上 Telegram 已经 5 分钟");
    jun.sees("has not been reached for 5 minutes");
    lan.seesNothing();
    assertEquals(1, mei.times("连不上 Telegram"));
    assertEquals(0, onTelegram("连不上"), "there it would come too late");
    minutes(3, "");
    mei.sees("又通了，断了 123 分钟");
    jun.sees("works again");
    assertEquals(1, onTelegram("又通了"));
    minutes(10, "");
    assertEquals(1, mei.times("又通了"));
  }

  @Test
  void a_short_break_is_not_worth_a_word() {
    act("— Telegram stutters —");
    for (int i = 0; i < 10; i++) {
      minutes(4, "unreachable");
      minutes(3, "");
    }
    assertEquals(0, mei.times("Telegram"));
    assertEquals(0, jun.times("Telegram"));
  }

  @Test
  void a_second_bot_is_told_on_telegram_too_for_there_one_can_still_speak() {
    meiHasTelegramToo();
    act("— somebody starts a second one —");
    for (int i = 0; i < 4; i++) {
      minutes(1, "conflict");
      minutes(1, "");
    }
    mei.sees("在别处也开着");
    assertEquals(1, onTelegram("在别处也开着"));
    minutes(3, "");
    act("— the next day —");
    minutes(7, "token");
    mei.sees("重新复制令牌");
  }
}
