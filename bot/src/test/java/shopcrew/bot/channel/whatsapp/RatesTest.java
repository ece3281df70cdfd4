package shopcrew.bot.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopcrew.bot.channel.whatsapp.Rates.Category;
import shopcrew.bot.channel.whatsapp.Rates.Price;

/// What a message costs where.
class RatesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final long HIGHEST = 45_600;

  private final Rates rates = Rates.read();

  @ParameterizedTest
  @CsvSource({
    "5511900000001,5600",
    "BR.13491208655302741918,5600",
    "4915100000001,45600",
    "8613800000001,9400",
    "85290000001,21600",
    "12025550100,2800",
    "18095550100,9400",
    "447700900001,18200",
    "US.ENT.11815799212886844830,2800"
  })
  void the_country_is_read_off_the_address(String address, long millionths) {
    assertEquals(new Price(millionths, "EUR", true), rates.of(address, Category.REPLY, TODAY));
  }

  @ParameterizedTest
  @CsvSource({"77010000001", "12425550100", "8800000001", "ZZ.1", "999", "KZ.1"})
  void where_no_rate_is_known_the_highest_counts_and_says_so(String address) {
    assertEquals(new Price(HIGHEST, "EUR", false), rates.of(address, Category.REPLY, TODAY));
  }

  @Test
  void replies_were_free_before_october() {
    var before = LocalDate.parse("2026-09-30");
    assertEquals(0, rates.of("5511900000001", Category.REPLY, before).millionths());
    assertEquals(51_800, rates.of("5511900000001", Category.MARKETING, before).millionths());
    assertThrows(
        IllegalStateException.class,
        () -> rates.of("5511900000001", Category.REPLY, LocalDate.parse("2026-01-01")));
  }

  @Test
  void a_line_of_a_later_day_counts_from_that_day() {
    String card =
        """
        2026-10-01;Brazil;BR;55;EUR;0.05;0.0056;0.0056;0.0056;[1st] a card
        2027-01-01;Brazil;BR;55;EUR;0.05;0.0060;0.0060;0.000001;[1st] the next card
        """;
    var two = Rates.of(new BufferedReader(new StringReader(card)));
    assertEquals(5_600, two.of("55", Category.REPLY, LocalDate.parse("2026-12-31")).millionths());
    assertEquals(1, two.of("55", Category.REPLY, LocalDate.parse("2027-01-01")).millionths());
    assertThrows(
        IllegalStateException.class,
        () -> Rates.of(new BufferedReader(new StringReader("2026-10-01;X;BR;55;EUR;1;1;1;1;"))));
  }

  @Test
  void after_an_ad_and_within_what_the_owner_says_is_free_nothing_is_reckoned() {
    var now = Instant.parse("2026-11-21T12:00:00Z");
    var spoke = new Heard(now, Instant.EPOCH);
    var byAd = new Heard(now, now.plusSeconds(1));
    assertEquals(0, rates.reply("5511900000001", now, byAd, 0).millionths());
    assertTrue(rates.reply("5511900000001", now.plusSeconds(1), byAd, 0).millionths() > 0);
    assertTrue(rates.reply("5511900000001", now, spoke, 0).millionths() > 0);
    assertEquals(0, rates.reply("5511900000001", now, spoke, 1).millionths());
  }
}
