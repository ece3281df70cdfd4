package shopcrew.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.bucket4j.TimeMeter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shopcrew.bot.channel.Channel;
import shopcrew.bot.channel.Reply;
import shopcrew.bot.channel.whatsapp.Heard;
import shopcrew.bot.channel.whatsapp.Pace;
import shopcrew.bot.channel.whatsapp.StandInWhatsApp;
import shopcrew.bot.channel.whatsapp.WhatsApp;

/// Since October 2026 WhatsApp charges for every reply: 0.0094 EUR to a number of China.
class PaidRepliesTest extends StoreWorld {
  private final StandInWhatsApp there = new StandInWhatsApp();
  private @Nullable BigDecimal euro = new BigDecimal("8");
  private long free;
  private Instant freeUntil = Instant.EPOCH;

  @AfterEach
  void close() {
    there.close();
  }

  @Override
  protected List<Channel> channels() {
    var whatsapp =
        new WhatsApp(
            there.account(),
            new Pace.Limit(1_000, 1_000, Duration.ofMillis(1)),
            new WhatsApp.Outside(
                to -> new Heard(time.instant(), freeUntil),
                (to, line) -> Reply.of(line, Path.of("")),
                new WhatsApp.Prices(euro, () -> free),
                time,
                TimeMeter.SYSTEM_NANOTIME));
    return Stream.concat(super.channels().stream(), Stream.of(whatsapp)).toList();
  }

  private void saysToHer(String... words) {
    Rooms rooms = shop.rooms();
    String to =
        rooms.conversations().open("whatsapp", "8613800000099", null, "zh", time.instant()).id();
    for (String word : words) rooms.outbox().add(to, "shop", word, List.of(), word);
    shop.tick();
    collect();
  }

  private List<String> arrived() {
    return there.sent().stream().map(StandInWhatsApp.Sent::text).toList();
  }

  @Test
  void without_an_allowance_no_reply_is_sent_and_the_owners_hear_of_it_once_a_day() {
    saysToHer("有货", "88 元");
    assertEquals(List.of(), arrived());
    assertEquals(1, mei.times("每条回复都要收费"));
    assertEquals(1, jun.times("nothing is spent"));
    time.passes(Duration.ofDays(1));
    saysToHer("还在吗");
    assertEquals(2, mei.times("每条回复都要收费"));
  }

  @Test
  void within_the_allowance_replies_go_and_stand_in_the_books() {
    theOwnersAllow("10");
    saysToHer("有货", "88 元");
    assertEquals(List.of("有货", "88 元"), arrived());
    assertEquals(2 * 9_400 * 8, count("SELECT SUM(millionths) FROM running_costs"));
    assertEquals(16, count("SELECT SUM(minor) FROM running_costs"), "never rounded down");
  }

  @Test
  void what_did_not_go_costs_nothing() {
    theOwnersAllow("10");
    there.troubles(StandInWhatsApp.Trouble.DOWN_500);
    saysToHer("有货");
    assertEquals(0, count("SELECT COUNT(*) FROM running_costs"));
  }

  @Test
  void what_is_free_needs_no_allowance() {
    freeUntil = time.instant().plus(Duration.ofHours(72));
    saysToHer("您是看广告来的");
    freeUntil = Instant.EPOCH;
    free = 1_000;
    saysToHer("这个月还有不收费的");
    assertEquals(List.of("您是看广告来的", "这个月还有不收费的"), arrived());
  }

  @Test
  void without_a_rate_the_price_is_not_known_and_nothing_is_sent() {
    euro = null;
    theShopRestarts();
    saysToHer("有货");
    assertEquals(List.of(), arrived());
    mei.sees("一欧元合多少", "没有花钱");
  }
}
