package shopcrew.bot.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a line of the schedule is due.
class SlotsTest {
  private static final String BRIEFING = "0 30 8 * * ?";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void half_past_eight_stays_half_past_eight_when_the_clocks_change() {
    var slots =
        Slots.between(
            BRIEFING,
            BERLIN,
            Instant.parse("2026-10-24T00:00:00Z"),
            Instant.parse("2026-10-26T12:00:00Z"));
    assertEquals(
        List.of(
            Instant.parse("2026-10-24T06:30:00Z"),
            Instant.parse("2026-10-25T07:30:00Z"),
            Instant.parse("2026-10-26T07:30:00Z")),
        slots);
  }

  @Test
  void an_hour_that_comes_twice_is_one_slot_and_one_that_never_comes_is_none() {
    String atNight = "0 30 2 * * ?";
    var autumn =
        Slots.between(
            atNight,
            BERLIN,
            Instant.parse("2026-10-24T12:00:00Z"),
            Instant.parse("2026-10-25T12:00:00Z"));
    assertEquals(1, autumn.size(), autumn::toString);
    var spring =
        Slots.between(
            atNight,
            BERLIN,
            Instant.parse("2026-03-27T12:00:00Z"),
            Instant.parse("2026-03-30T12:00:00Z"));
    assertEquals(2, spring.size(), spring::toString);
  }

  @Test
  void the_beginning_is_left_out_and_the_end_counts() {
    Instant first = Instant.parse("2026-11-20T00:30:00Z");
    Instant second = Instant.parse("2026-11-21T00:30:00Z");
    var slots = Slots.between(BRIEFING, ZoneId.of("Asia/Shanghai"), first, second);
    assertEquals(List.of(second), slots);
  }

  @Test
  void years_of_absence_give_the_newest_four_hundred() {
    var slots =
        Slots.between(
            BRIEFING,
            BERLIN,
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:00Z"));
    assertEquals(400, slots.size());
    assertEquals(Instant.parse("2025-12-31T07:30:00Z"), slots.getLast());
  }
}
